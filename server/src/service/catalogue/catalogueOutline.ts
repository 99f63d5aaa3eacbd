import type { Span } from '../types.ts';

/** The place of an offset in a catalogue file, found by its line and the lines above: half-typed files have no syntax tree. */
export interface CataloguePlace {
  /** Keys from the top; an entry of a list is `#`. */
  readonly path: readonly string[];
  readonly kind: 'key' | 'value';
  /** The word under the cursor, without quotes. */
  readonly word: Span;
  /** Keys that the same object has already. */
  readonly siblings: ReadonlySet<string>;
}

interface Line {
  readonly indent: number;
  /** Text after indentation and the dashes of list entries. */
  readonly rest: string;
  /** Columns of the dashes. */
  readonly dashes: readonly number[];
}

const mostLines = 5_000;

/** Reads the place in a YAML text. JSON of one pair a line, as tools write it, is read the same way. */
export function findCataloguePlace(text: string, offset: number): CataloguePlace {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd);
  const column = offset - lineStart;
  const lines = text.slice(0, lineStart).split('\n').slice(0, -1);
  const own = readLine(line);
  const key = keyOf(own.rest);
  const keyEnd = key === undefined ? -1 : line.indexOf(':', own.indent) + 1;
  const inValue = key !== undefined && column >= keyEnd;
  const parents = pathAbove(lines, own);
  const path = [...parents, ...own.dashes.map(() => '#'), ...(inValue ? [key] : [])];
  const isOfObjects = parents.length === 1 && /^(?:codes|classes|secrets)$/.test(parents[0] ?? '');
  const isItem = key === undefined && own.dashes.length > 0 && !isOfObjects;
  return {
    path,
    kind: inValue || isItem ? 'value' : 'key',
    word: wordAround(text, offset),
    siblings: siblingsOf(text, lineStart, own),
  };
}

function readLine(line: string): Line {
  const dashes: number[] = [];
  let at = /^\s*/.exec(line)?.[0].length ?? 0;
  while (line.charAt(at) === '-' && /\s|^$/.test(line.charAt(at + 1))) {
    dashes.push(at);
    at += 1 + (/^\s*/.exec(line.slice(at + 1))?.[0].length ?? 0);
  }
  return { indent: at, rest: line.slice(at), dashes };
}

function keyOf(rest: string): string | undefined {
  return /^["']?([A-Za-z$][\w-]*)["']?\s*:/.exec(rest)?.[1];
}

/** The keys above the line in the nesting, from the top. */
function pathAbove(lines: readonly string[], own: Line): string[] {
  const path: string[] = [];
  let limit = own.dashes[0] ?? own.indent;
  // A list may begin at the column of its key.
  let mayEqual = own.dashes.length > 0;
  for (
    let index = lines.length - 1, looked = 0;
    index >= 0 && looked < mostLines && (limit > 0 || mayEqual);
    index -= 1, looked += 1
  ) {
    const text = lines[index] ?? '';
    if (text.trim() === '' || text.trimStart().startsWith('#') || /^\s*[\]}],?$/.test(text)) continue;
    const line = readLine(text);
    const key = keyOf(line.rest);
    if (key !== undefined && (line.indent < limit || (mayEqual && line.indent === limit && line.dashes.length === 0))) {
      path.unshift(...line.dashes.map(() => '#'), key);
      limit = line.dashes[0] ?? line.indent;
      mayEqual = line.dashes.length > 0;
    } else if (line.dashes.length > 0 && (line.dashes[0] ?? 0) < limit) {
      path.unshift(...line.dashes.map(() => '#'));
      limit = line.dashes[0] ?? 0;
      mayEqual = true;
    } else if (/^\{$/.test(line.rest.trim()) && line.indent < limit && line.indent > 0) {
      path.unshift('#');
      limit = line.indent;
    }
  }
  return path;
}

function siblingsOf(text: string, lineStart: number, own: Line): ReadonlySet<string> {
  const keys = new Set<string>();
  const visit = (line: string): boolean => {
    if (line.trim() === '') return true;
    const read = readLine(line);
    if (read.indent < own.indent) return false;
    if (read.indent === own.indent) {
      const key = keyOf(read.rest);
      if (key !== undefined) keys.add(key);
    }
    // A dash begins the next entry.
    return !(read.dashes.length > 0 && read.indent === own.indent);
  };
  const before = text.slice(0, lineStart).split('\n').slice(0, -1).reverse().slice(0, mostLines);
  if (own.dashes.length === 0) for (const line of before) if (!visit(line)) break;
  for (const line of text.slice(lineStart).split('\n', mostLines).slice(1)) {
    if (readLine(line).dashes.length > 0 && readLine(line).indent <= own.indent) break;
    if (!visit(line)) break;
  }
  return keys;
}

function wordAround(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > 0 && /[\w$./-]/.test(text.charAt(start - 1))) start -= 1;
  while (/[\w$./-]/.test(text.charAt(end))) end += 1;
  // The dash of a list entry is no part of the word behind it.
  if (/^-(?!\S)/.test(text.slice(start, end))) start += 1;
  return { start, end };
}
