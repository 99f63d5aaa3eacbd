/** A text with one more layer of escapes taken off, and where each of its characters comes from. */
export interface DecodedView {
  readonly text: string;
  /** Offset in the original of each character, and of the end; absent for the original itself. */
  readonly origins?: Uint32Array;
}

const mostLayers = 4;
const escape =
  /\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([nrtbf"'\\/]))|%([0-7][0-9A-Fa-f])|&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));|\u001b\[[0-9;:]{0,30}m|[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
// The prefix of a container's lines.
const linePrefix = /^(?:[\w.-]{1,64} {0,40}\| |\d{4}-\S{1,40} std(?:out|err) [FP] |\[pod\/[^\]\r\n]{1,300}\] )/gm;
const holdsPrefix = /\| |std(?:out|err) [FP] |\[pod\//;
// In a form's or a query's value a plus means a space.
const plus = /[=%?]\S{0,200}?\+/g;
// Between lines that are not neighbours in the original: nothing goes on from one to the other.
const gap = '\n\0\n';
// A line that is indented, of a list, of a key's base64, or a short one with a name; one of a log has a time in it.
const goesOn = /[ \t\r]|- |[A-Za-z0-9+/=]{0,80}\r?$|[A-Za-z_][\w-]{0,40}\s?[:=][^{}]{0,200}$/my;
const mostLinesBelow = 400;
/** HTML's named character references of ASCII, in addition to numeric ones. */
const named = new Map(
  Object.entries({ amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ', Tab: '\t', NewLine: '\n', colon: ':' }).concat(
    Object.entries({
      semi: ';',
      comma: ',',
      equals: '=',
      commat: '@',
      period: '.',
      lowbar: '_',
      hyphen: '-',
      plus: '+',
      sol: '/',
    }),
    Object.entries({ bsol: '\\', num: '#', percnt: '%', lpar: '(', rpar: ')', lsqb: '[', rsqb: ']', excl: '!', dollar: '$' }),
  ),
);
const whiteSpace: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: ' ', f: ' ' };

/**
 * Returns the text itself, then its views with one layer of disguise removed after the other. A layer consists of JSON escapes,
 * percent encoding, character references, terminal colours, characters without width and the prefix of a container's lines. A
 * secret that is spelt with escapes is found in one of the views. Where a plus may mean a space, each view comes with spaces,
 * too. A view consists of the lines that differ, and of their neighbours that belong to them.
 */
export function decodeViews(text: string): DecodedView[] {
  const whole = { text };
  const spaced = replaceMatches(whole, findPluses(text));
  return [whole, ...decodeLayers(whole), ...(spaced === undefined ? [] : [spaced, ...decodeLayers(spaced)])];
}

function decodeLayers(view: DecodedView): DecodedView[] {
  const views: DecodedView[] = [];
  for (let next = decodeOnce(view); next && views.length < mostLayers; next = decodeOnce(next)) views.push(next);
  return views;
}

/** All pluses of each line where one means a space. */
function findPluses(text: string): Replacement[] {
  const found: Replacement[] = [];
  let end = 0;
  for (const { index } of text.matchAll(plus)) {
    if (index < end) continue;
    const lineEnd = text.indexOf('\n', index);
    end = lineEnd < 0 ? text.length : lineEnd;
    const start = text.lastIndexOf('\n', index) + 1;
    for (let at = text.indexOf('+', start); at >= 0 && at < end; at = text.indexOf('+', at + 1))
      found.push({ start: at, end: at + 1, by: ' ' });
  }
  return found;
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  /** One character, or none. */
  readonly by: string;
}

/** undefined when there is nothing to take off. */
function decodeOnce(view: DecodedView): DecodedView | undefined {
  const replacements: Replacement[] = [];
  for (const match of view.text.matchAll(escape)) {
    const by = decodeEscape(match);
    if (by !== undefined) replacements.push({ start: match.index, end: match.index + match[0].length, by });
  }
  if (holdsPrefix.test(view.text)) {
    for (const { index, 0: prefix } of view.text.matchAll(linePrefix))
      replacements.push({ start: index, end: index + prefix.length, by: '' });
    replacements.sort((one, other) => one.start - other.start);
  }
  return replaceMatches(view, replacements);
}

/** The lines with something to replace, and those that belong to them. undefined when there is nothing to replace. */
function replaceMatches({ text, origins }: DecodedView, replacements: readonly Replacement[]): DecodedView | undefined {
  if (replacements.length === 0) return undefined;
  const runs: Run[] = [];
  const bounds = createLineBounds(text);
  let [from, lineEnd] = [0, -1];
  for (const { start, end, by } of replacements) {
    // Within what is replaced already.
    if (start < from) continue;
    if (start > lineEnd) {
      if (lineEnd >= 0) runs.push({ text: text.slice(from, lineEnd), at: from, step: 1 });
      const next = bounds(start);
      if (lineEnd >= 0 && next.start > lineEnd + 1) runs.push({ text: gap, at: lineEnd, step: 0 });
      // The line break between neighbours goes with them.
      from = lineEnd >= 0 && next.start <= lineEnd + 1 ? lineEnd : next.start;
      lineEnd = next.end;
    }
    runs.push({ text: text.slice(from, start), at: from, step: 1 }, { text: by, at: start, step: 0 });
    from = end;
  }
  const last = Math.max(from, lineEnd);
  runs.push({ text: text.slice(from, last), at: from, step: 1 });
  return joinRuns(runs, origins, last);
}

/** A part of a view, and where its characters come from: one place after the other, or all the same. */
interface Run {
  readonly text: string;
  readonly at: number;
  readonly step: 0 | 1;
}

function joinRuns(runs: readonly Run[], origins: Uint32Array | undefined, last: number): DecodedView {
  const text = runs.map((run) => run.text).join('');
  const joined = new Uint32Array(text.length + 1);
  let length = 0;
  for (const { text: part, at, step } of runs)
    for (let index = 0; index < part.length; index++) {
      const place = at + step * index;
      joined[length++] = origins === undefined ? place : (origins[place] ?? 0);
    }
  joined[length] = origins === undefined ? last : (origins[last] ?? 0);
  return { text, origins: joined };
}

/**
 * Returns where the lines around a place begin and end that belong together: its own, the one above it where it goes on with
 * that, and those below that go on with it.
 */
function createLineBounds(text: string): (at: number) => { readonly start: number; readonly end: number } {
  const lineEnd = (from: number): number => {
    const found = text.indexOf('\n', from);
    return found < 0 ? text.length : found;
  };
  const lineStart = (at: number): number => (at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);
  const goesOnAt = (at: number): boolean => {
    goesOn.lastIndex = at;
    return goesOn.test(text);
  };
  return (at) => {
    let end = lineEnd(at);
    for (let count = 0; count < mostLinesBelow && end < text.length && goesOnAt(end + 1); count++) end = lineEnd(end + 1);
    const start = lineStart(at);
    return { start: start > 0 && goesOnAt(start) ? lineStart(start - 1) : start, end };
  };
}

/** undefined for an unknown name; empty for a colour and characters without width. */
function decodeEscape([whole, unicode, hex, letter, percent, decimal, reference, name]: RegExpExecArray): string | undefined {
  if (/^[\u001b\u00AD\u200B-\uFFFF]/.test(whole)) return '';
  if (name !== undefined) return named.get(name);
  if (letter !== undefined) return whiteSpace[letter] ?? letter;
  const code = unicode ?? hex ?? percent ?? reference;
  return fromCode(code === undefined ? Number(decimal) : Number.parseInt(code, 16));
}

/** One UTF-16 code unit, so that every character of the view has one origin. */
function fromCode(code: number): string {
  return String.fromCharCode(code & 0xffff);
}
