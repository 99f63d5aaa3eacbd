import * as l10n from '@vscode/l10n';
import { limits } from '../limits.ts';

/** A glob from outside, compiled. */
export type GlobResult =
  | { readonly ok: true; readonly matches: (path: string) => boolean }
  /** The problem as the rest of a sentence about the glob. */
  | { readonly ok: false; readonly problem: string };

/** One place of a segment: a character, any character, any number of characters, or one of a class. */
type Part = number | 'any' | 'many' | ((character: number) => boolean);

/** One segment of a path, also as it is spelled; `many` matches any number of them. */
type Segment = 'many' | { readonly spelling: string; readonly parts: readonly Part[] };

const dot = '.'.charCodeAt(0);

/**
 * Compiles a glob of a setting, the only place where such a glob is run: `*`, `?`, `**`, `[a-z]`, `[!a]`, `{a,b}`, `{1..3}`,
 * `(a|b)`, `@(a|b)`, `?(a|b)`, a leading `!`, and `\` before a literal character. Names that begin with a dot match like
 * others. The time of a match grows at most with the length of the path times that of the glob.
 * @param options `isPlain`: without alternatives and negation, as git has it
 * @returns the problem when the glob is empty, too long, has too many alternatives, or repeats a group
 */
export function compileGlob(glob: string, { ignoreCase = false, isPlain = false } = {}): GlobResult {
  const spelling = ignoreCase ? glob.toLowerCase() : glob;
  const negations = isPlain ? 0 : (/^(?:!(?!\())*/.exec(spelling)?.[0].length ?? 0);
  const positive = spelling.slice(negations).replace(/^(?:\.\/)+/, '');
  if (positive === '') return { ok: false, problem: l10n.t('it is empty') };
  if (glob.length > limits.globLength)
    return { ok: false, problem: l10n.t('it is longer than {0} characters', limits.globLength) };
  const spellings = isPlain ? [positive] : expand(positive);
  if (typeof spellings === 'string') return { ok: false, problem: spellings };
  const alternatives = spellings.map(readSegments);
  const wanted = negations % 2 === 0;
  return {
    ok: true,
    matches(path) {
      const steps = (ignoreCase ? path.toLowerCase() : path).split('/');
      return alternatives.some((segments) => matchSegments(segments, steps)) === wanted;
    },
  };
}

/**
 * Splits a glob into the folder that it begins with and the rest.
 * @returns undefined for a plain path
 */
export function splitGlob(glob: string): { readonly base: string; readonly rest: string } | undefined {
  const at = /[*?[{]|[@+!]\(|\([^()]*\|/.exec(glob)?.index;
  if (at === undefined) return undefined;
  const end = glob.lastIndexOf('/', at) + 1;
  return { base: glob.slice(0, end), rest: glob.slice(end) };
}

/** A group of alternatives: `{a,b}`, or one in round brackets. */
interface Group {
  /** Where the group begins, a sign before its bracket included. */
  readonly start: number;
  readonly opens: number;
  readonly separators: number[];
  readonly closes: string;
  end: number;
}

/** Writes the alternatives of a glob out. @returns the problem when it has too many, or a group that cannot be written out */
function expand(glob: string): readonly string[] | string {
  const done = new Set<string>();
  const waiting = new Set([glob]);
  for (const next of waiting) {
    const group = findGroup(next);
    if (group === 'repeated') return l10n.t('it has +(…), *(…) or !(…), which are not supported');
    if (!group) done.add(next);
    else for (const option of readOptions(next, group)) waiting.add(next.slice(0, group.start) + option + next.slice(group.end));
    if (waiting.size > limits.globAlternatives * 2 || done.size > limits.globAlternatives)
      return l10n.t('it has more than {0} alternatives', limits.globAlternatives);
  }
  return [...done];
}

/** The first group that has alternatives: outer ones before those in them. */
function findGroup(glob: string): Group | 'repeated' | undefined {
  const open: Group[] = [];
  let first: Group | undefined;
  for (let at = 0; at < glob.length; at += 1) {
    const character = glob.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '[') at = endOfClass(glob, at) ?? at;
    else if (character === '{') open.push({ start: at, opens: at, separators: [], closes: '}', end: 0 });
    else if (character === '(') {
      const sign = /[@?+*!]/.test(glob.charAt(at - 1)) ? 1 : 0;
      open.push({ start: at - sign, opens: at, separators: [], closes: ')', end: 0 });
    }
    const last = open.at(-1);
    if (!last) continue;
    if (character === (last.closes === '}' ? ',' : '|')) last.separators.push(at);
    if (character !== last.closes) continue;
    open.pop();
    last.end = at + 1;
    const sign = last.start < last.opens ? glob.charAt(last.start) : '';
    if ('+*!'.includes(sign) && sign !== '') return 'repeated';
    const isGroup = last.separators.length > 0 || sign !== '' || readRange(glob.slice(last.opens, last.end)) !== undefined;
    if (isGroup && (!first || last.start < first.start)) first = last;
  }
  return first;
}

function readOptions(glob: string, { start, opens, separators, end }: Group): readonly string[] {
  const range = readRange(glob.slice(opens, end));
  if (range) return range;
  const borders = [opens, ...separators, end - 1];
  const options = borders.slice(1).map((border, index) => glob.slice((borders[index] ?? 0) + 1, border));
  return glob.charAt(start) === '?' && start < opens ? ['', ...options] : options;
}

/** `{1..3}` and `{a..c}`; one more than there may be at most of a longer one. */
function readRange(group: string): readonly string[] | undefined {
  const [, from, to] = /^\{(\d{1,6}|[A-Za-z])\.\.(\d{1,6}|[A-Za-z])\}$/.exec(group) ?? [];
  if (from === undefined || to === undefined || /\d/.test(from) !== /\d/.test(to)) return undefined;
  const isNumber = /\d/.test(from);
  const [one, other] = isNumber ? [Number(from), Number(to)] : [from.charCodeAt(0), to.charCodeAt(0)];
  const low = Math.min(one, other);
  const high = Math.max(one, other);
  const count = Math.min(high - low, limits.globAlternatives) + 1;
  return Array.from({ length: count }, (_none, step) => (isNumber ? String(low + step) : String.fromCharCode(low + step)));
}

/** The end of a class that begins here; undefined where it has no end in its own segment. */
function endOfClass(glob: string, start: number): number | undefined {
  const first = start + (/[!^]/.test(glob.charAt(start + 1)) ? 2 : 1);
  for (let at = first; at < glob.length && glob.charAt(at) !== '/'; at += 1) {
    if (glob.charAt(at) === '\\') at += 1;
    else if (glob.charAt(at) === ']' && at > first) return at;
  }
  return undefined;
}

function readSegments(glob: string): readonly Segment[] {
  const segments: Segment[] = [];
  let parts: Part[] = [];
  let begin = 0;
  let at = 0;
  const end = (): void => {
    // `***` is `**` to most people; in a segment with anything else it is `*`.
    const spelling = glob.slice(begin, at);
    if (!/^\*\*+$/.test(spelling)) segments.push({ spelling, parts });
    else if (segments.at(-1) !== 'many') segments.push('many');
    parts = [];
    begin = at + 1;
  };
  for (; at < glob.length; at += 1) {
    const character = glob.charAt(at);
    const border = character === '[' ? endOfClass(glob, at) : undefined;
    if (character === '/') end();
    else if (character === '*') {
      if (parts.at(-1) !== 'many') parts.push('many');
    } else if (character === '?') parts.push('any');
    else if (border !== undefined) {
      parts.push(readClass(glob.slice(at + 1, border)));
      at = border;
    } else {
      if (character === '\\' && at + 1 < glob.length) at += 1;
      parts.push(glob.charCodeAt(at));
    }
  }
  end();
  return segments;
}

function readClass(content: string): (character: number) => boolean {
  const isNot = /^[!^]/.test(content);
  const ranges = [...content.slice(isNot ? 1 : 0).matchAll(/(\\?[\s\S])(?:-(\\?[^\]]))?/g)].map(
    ([, from = '', to = from]) => [codeOf(from), codeOf(to)] as const,
  );
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== isNot;
}

function codeOf(character: string): number {
  return character.charCodeAt(character.length - 1);
}

/**
 * Whether segments match, or have the same spelling (`pages/[id].ts`). Only the last `**` needs to be tried again with more
 * segments.
 */
function matchSegments(segments: readonly Segment[], steps: readonly string[]): boolean {
  let at = 0;
  let step = 0;
  let tried = -1;
  let taken = 0;
  while (step < steps.length) {
    const segment = segments[at];
    const given = steps[step] ?? '';
    if (segment === 'many') {
      [tried, taken] = [at, step];
      at += 1;
    } else if (segment !== undefined && (segment.spelling === given || matchParts(segment.parts, given))) {
      at += 1;
      step += 1;
    } else if (tried !== -1 && !isUpwards(steps[taken] ?? '')) {
      taken += 1;
      [at, step] = [tried + 1, taken];
    } else return false;
  }
  if (at === segments.length) return true;
  // `a/**` is the folder itself, too; `*/**` is everything in any folder.
  const before = segments[at - 1];
  return at === segments.length - 1 && segments[at] === 'many' && before !== undefined && !endsWithMany(before);
}

function endsWithMany(segment: Segment): boolean {
  return segment === 'many' || segment.parts.at(-1) === 'many';
}

/** The same for the characters of one segment. */
function matchParts(parts: readonly Part[], text: string): boolean {
  if (parts[0] !== dot && isUpwards(text)) return false;
  if (parts.length === 1 && parts[0] === 'many') return text !== '';
  let at = 0;
  let place = 0;
  let tried = -1;
  let taken = 0;
  while (place < text.length) {
    const part = parts[at];
    const character = text.charCodeAt(place);
    if (part === 'many') {
      [tried, taken] = [at, place];
      at += 1;
    } else if (part === character || part === 'any' || (typeof part === 'function' && part(character))) {
      at += 1;
      place += 1;
    } else if (tried !== -1) {
      taken += 1;
      [at, place] = [tried + 1, taken];
    } else return false;
  }
  while (parts[at] === 'many') at += 1;
  return at === parts.length;
}

/** `.` and `..` are named, or not meant. */
function isUpwards(step: string): boolean {
  return step === '..' || step === '.';
}
