import type { Span } from '../types.ts';
import { isPlaceholder } from './entropy.ts';
import { createKeywordFinder } from './keywordFinder.ts';
import type { SecretRule } from './secretRule.ts';

/** A stretch of a text that must not be seen. */
export interface FoundSecret extends Span {
  readonly kind: string;
}

/** Part of a text in which a rule is tried. */
interface Window {
  readonly start: number;
  end: number;
}

// As far as a pattern may look back.
const context = 400;
// How far a match is from its keyword at most, within one line.
const before = 4_000;
const after = 24_000;
// Kinds that are known only by their shape: `ghp_xxxxxxxxxxxx` is not one.
const shapes: ReadonlySet<string> = new Set(['API key', 'token', 'AWS key', 'Google key']);
const secretGroups = ['secret', 'secret1', 'secret2', 'secret3', 'secret4'];

/**
 * Returns the search for secrets by some rules. A rule is tried only around its keywords, so that its time is that of the
 * lines that may hold a secret.
 */
export function createRuleSearch(rules: readonly SecretRule[]): (text: string) => FoundSecret[] {
  const keywords = [...new Set(rules.flatMap((rule) => rule.keywords ?? []))];
  const find = createKeywordFinder(keywords);
  const indexes = new Map(keywords.map((keyword, index) => [keyword, index]));
  const compiled = rules.map((rule) => ({ rule, pattern: new RegExp(rule.pattern.source, flagsOf(rule)) }));
  const byKeyword: number[][] = keywords.map(() => []);
  for (const [index, { keywords: own = [] }] of rules.entries())
    for (const keyword of own) byKeyword[indexes.get(keyword) ?? 0]?.push(index);
  return (text) => {
    const places = find(text);
    const windows: Window[][] = rules.map(() => []);
    const lines = createLines(text);
    for (const [index, keyword] of places.keywords.entries()) {
      const at = places.starts[index] ?? 0;
      for (const rule of byKeyword[keyword] ?? []) addWindow(windows[rule] ?? [], at, rules[rule], lines);
    }
    return compiled.flatMap(({ rule, pattern }, index) => {
      const found: FoundSecret[] = [];
      const where = rule.keywords === undefined ? [{ start: 0, end: text.length }] : (windows[index] ?? []);
      if (rule.atKeyword) tryAtPlaces(text, where, rule, pattern, found);
      else for (const window of where) tryInWindow(text, window, rule, pattern, found);
      return found;
    });
  };
}

function flagsOf({ pattern, atKeyword }: SecretRule): string {
  return `${pattern.flags.replace(/[gy]/g, '')}d${atKeyword ? 'y' : 'g'}`;
}

function addWindow(windows: Window[], at: number, rule: SecretRule | undefined, lines: Lines): void {
  const last = windows.at(-1);
  if (rule?.atKeyword) {
    // Keywords that begin at one place are one.
    if (last?.start !== at) windows.push({ start: at, end: at });
    return;
  }
  const { above = 0, below = 0 } = rule ?? {};
  lines.moveTo(at);
  const start = Math.max(lines.before(above), at - before);
  const end = Math.min(lines.after(below), at + after);
  if (last && start <= last.end) last.end = Math.max(last.end, end);
  else windows.push({ start, end });
}

/** No match begins within another: a value that names a secret is one value. */
function tryAtPlaces(text: string, places: readonly Window[], rule: SecretRule, pattern: RegExp, found: FoundSecret[]): void {
  let end = 0;
  for (const { start } of places) {
    if (start < end) continue;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match && keepMatch(text, match, 0, rule, found)) end = pattern.lastIndex;
  }
}

function tryInWindow(text: string, window: Window, rule: SecretRule, pattern: RegExp, found: FoundSecret[]): void {
  const from = Math.max(0, window.start - context);
  const part = text.slice(from, window.end);
  pattern.lastIndex = window.start - from;
  for (let match = pattern.exec(part); match; match = pattern.exec(part)) {
    keepMatch(part, match, from, rule, found);
    if (match[0] === '') pattern.lastIndex++;
  }
}

/** Whether the rule accepts the match. */
function keepMatch(part: string, match: RegExpExecArray, from: number, rule: SecretRule, found: FoundSecret[]): boolean {
  const groups = match.indices?.groups ?? {};
  const [start, end] = secretGroups.map((name) => groups[name]).find((span) => span !== undefined) ??
    match.indices?.[0] ?? [0, 0];
  if (shapes.has(rule.kind) && isPlaceholder(part.slice(start, end))) return false;
  if (end <= start || rule.accept?.(part.slice(start, end), match[0]) === false) return false;
  found.push({ start: from + start, end: from + end, kind: rule.kind });
  return true;
}

type Lines = ReturnType<typeof createLines>;

/** The bounds of the line at a place; each line is looked for once, since places come in their order but for a keyword's length. */
function createLines(text: string) {
  let [start, end] = [0, -1];
  const previous = (at: number): number => (at <= 0 ? 0 : text.lastIndexOf('\n', at - 2) + 1);
  const next = (at: number): number => {
    const found = at >= text.length ? -1 : text.indexOf('\n', at + 1);
    return found < 0 ? text.length : found;
  };
  return {
    moveTo(at: number): void {
      if (at >= start && at <= end) return;
      start = text.lastIndexOf('\n', at - 1) + 1;
      if (at === 0) start = 0;
      end = text.indexOf('\n', at);
      if (end < 0) end = text.length;
    },
    before(count: number): number {
      let found = start;
      for (let left = count; left > 0 && found > 0 && start - found < before; left--) found = previous(found);
      return found;
    },
    after(count: number): number {
      let found = end;
      for (let left = count; left > 0 && found < text.length && found - end < after; left--) found = next(found);
      return found;
    },
  };
}
