import { escapeRegExp } from '../matching/codeMatcher.ts';

/** A statement of a file that imports from other files or packages. */
export interface ImportStatement {
  readonly start: number;
  readonly text: string;
}

/** Statements that are looked at, and how long one may be, in characters. */
const mostStatements = 1_000;
const longest = 5_000;

/** Finds the statements that import, by the words of a language that begin them. @param words see `Language.importWords` */
export function findImportStatements(text: string, words: readonly string[]): readonly ImportStatement[] {
  const pattern = new RegExp(`^[^\\n]{0,200}?(?<![\\p{L}\\p{N}_$.])(?:${words.join('|')})(?![\\p{L}\\p{N}_$])[^\\n]*`, 'gmu');
  const statements: ImportStatement[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index < end) continue;
    if (statements.length >= mostStatements) break;
    const start = startOf(text, match.index, end);
    const last = endOf(text, match.index);
    const statement = text.slice(start, last);
    // `export const f = (e: CardError) => …` imports nothing, but has names and colons.
    if (/^\s*export\b/.test(statement) && !/\bfrom\s*['"]/.test(statement)) continue;
    end = last;
    statements.push({ start, text: statement });
  }
  return statements;
}

/** `const {` may be lines above `} = require('x')`. */
function startOf(text: string, lineStart: number, earliest: number): number {
  if (text.charAt(lineStart) !== '}') return lineStart;
  const open = text.lastIndexOf('{', lineStart);
  return open < Math.max(earliest, lineStart - longest) ? lineStart : text.lastIndexOf('\n', open) + 1;
}

/** The end of the line on which the statement's brackets are closed. */
function endOf(text: string, start: number): number {
  let depth = 0;
  const last = Math.min(text.length, start + longest);
  for (let at = start; at < last; at += 1) {
    const sign = text.charAt(at);
    if (sign === '(' || sign === '{') depth += 1;
    else if (sign === ')' || sign === '}') depth -= 1;
    else if (sign === '\n' && depth <= 0) return at;
  }
  const lineEnd = text.indexOf('\n', start);
  return text.length <= start + longest ? text.length : lineEnd;
}

/** Whether a statement imports a module or something below it: `openai` and `openai/error`, not `openai-mock` or `./openai`. */
export function importsModule({ text }: ImportStatement, module: string): boolean {
  for (let at = text.indexOf(module); at !== -1; at = text.indexOf(module, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + module.length);
    const isBelow = before === '\\' || !/[\p{L}\p{N}_$@/.\\-]/u.test(before);
    if (isBelow && !/[\p{L}\p{N}_$-]/u.test(after)) return true;
  }
  return false;
}

/**
 * Whether a statement brings in a member without its owner: `from pg.errorcodes import A`, `import static pg.State.A;`,
 * `use pg::Kind::{A, B}`, `using static Pg.Codes;`.
 * @param spelling the owner and the member, such as `Status`, `Code` and `NOT_FOUND`
 */
export function importsMember({ text }: ImportStatement, spelling: readonly string[]): boolean {
  const member = spelling.at(-1) ?? '';
  if (!text.includes(spelling.at(-2) ?? '')) return false;
  const names = `(?:${escapeRegExp(member)}(?![\\p{L}\\p{N}_$])|[*_](?![\\p{L}\\p{N}_$]))`;
  const owner = String.raw`(?<![\p{L}\p{N}_$])${spelling.slice(0, -1).map(escapeRegExp).join(String.raw`(?:\.|::)`)}`;
  const listed = String.raw`(?:[^}]{0,2000}[\s,{])?${names}`;
  return (
    new RegExp(String.raw`${owner}(?:(?:\.|::)(?:${names}|\{${listed})|\s{1,20}import\s{1,20}\(?${listed})`, 'u').test(text) ||
    new RegExp(String.raw`^\s{0,80}(?:global\s{1,20})?using\s{1,20}static\s[^;]{0,200}${owner}\s{0,20};`, 'u').test(text)
  );
}

/** The names that a statement gives to others: `{ A as B }`, `A: B`, `A => B`, `using B = N.A`, by the new name. */
export function renamedIn({ text }: ImportStatement): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const renaming =
    /(?<![\p{L}\p{N}_$])([\p{L}_$][\p{L}\p{N}_$]{0,200})(?:\s{1,20}as\s{1,20}|\s{0,20}:(?!:)\s{0,20}|\s{0,20}=>\s{0,20})([\p{L}_$][\p{L}\p{N}_$]{0,200})/gu;
  for (const [, name = '', alias = ''] of text.matchAll(renaming)) names.set(alias, name);
  // `import hb "example.com/harbour"`
  for (const [, alias = '', name = ''] of text.matchAll(
    /^[ \t]*(?:import[ \t]+)?([\p{L}_][\p{L}\p{N}_]*)[ \t]+"(?:[^"\n]*\/)?([^"/\n]+)"/gmu,
  ))
    if (alias !== 'import') names.set(alias, name);
  const [, alias, name] =
    /^\s*using\s+([\p{L}_][\p{L}\p{N}_]*)\s*=\s*(?:[\p{L}\p{N}_]+\.)*([\p{L}_][\p{L}\p{N}_]*)\s*;/u.exec(text) ?? [];
  if (alias !== undefined && name !== undefined) names.set(alias, name);
  return names;
}
