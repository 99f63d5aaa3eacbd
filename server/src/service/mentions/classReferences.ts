import { remember } from '../../shared/remember.ts';
import type { ClassEntry } from '../catalogue/classIndex.ts';
import type { CodeHit } from '../matching/codeHit.ts';
import { type ClassPlace, createClassOwners } from './classOwners.ts';
import type { ImportStatement } from './importStatements.ts';

/** Which of the catalogues' classes a text names. */
export interface ClassReferences {
  /** Where it names classes, in the order of the text; `code` is the reference as it is written. */
  readonly hits: readonly CodeHit[];
  /** Whether a hit is one of them. */
  has(hit: CodeHit): boolean;
  /** The class that a reference means here: `RateLimitError`, `openai.RateLimitError`. Undefined: none that is known. */
  classAt(reference: string): ClassEntry | undefined;
  /** The statement that imports a class under a name; undefined: none does by name. */
  importOf(name: string): ImportStatement | undefined;
  /** The variables that are declared as one of them: `me` of `var me *mysql.MySQLError` and of `catch (MySqlException me)`. */
  readonly variables: ReadonlySet<string>;
}

const none: ClassReferences = {
  hits: [],
  has: () => false,
  classAt: () => undefined,
  importOf: () => undefined,
  variables: new Set(),
};
/** Longer references do not occur, in characters. */
const longest = 300;

/** Finds the classes that a text names. The imports decide whose class a name is: one of the same name from elsewhere is not ours. */
export function findClassReferences(place: ClassPlace): ClassReferences {
  const { text, index } = place;
  const words = index.words.findAll(text);
  if (words.length === 0) return none;
  const owners = createClassOwners(place);
  const known = new Map<string, ClassEntry | undefined>();
  const classAt = (reference: string): ClassEntry | undefined => remember(known, reference, () => owners.resolve(reference));
  const hits = words.flatMap(({ start, end }): CodeHit[] => {
    const begin = startOfReference(text, start);
    const reference = text.slice(begin, end);
    return classAt(reference) ? [{ code: reference, start: begin, end }] : [];
  });
  const variables = place.language === 'go' ? findVariables(text, classAt) : [];
  const all = [...hits, ...findAliases(text, owners.aliases(), classAt), ...variables].sort((a, b) => a.start - b.start);
  const own = new Set(all);
  return {
    hits: all,
    variables: new Set(hits.flatMap(({ start, end }) => namesBeside(text, start, end))),
    has: (hit) => own.has(hit),
    classAt,
    importOf(name) {
      const entry = classAt(name);
      return entry && owners.importOf(name, entry);
    },
  };
}

/** The start of a reference that ends with a word: `openai.errors.` before it belongs to it, and a leading `\`. */
function startOfReference(text: string, word: number): number {
  const earliest = Math.max(0, word - longest);
  for (let begin = word; ; ) {
    const two = text.slice(begin - 2, begin);
    const length = two === '::' || two === '?.' ? 2 : /[.\\]$/.test(two) ? 1 : 0;
    let end = begin - length;
    // On one line, white space begins a name: `rescue ::A`, `case .a`.
    if (text.charAt(end - 1) === '\n') end -= 1;
    let start = end;
    while (length > 0 && start > earliest && /[\p{L}\p{N}_$]/u.test(text.charAt(start - 1))) start -= 1;
    if (start === end) return /\\$|[\s(,[=:!]\.$/.test(two) ? begin - 1 : begin;
    if (start <= earliest) return begin;
    begin = start;
  }
}

const nameBefore = /(\w{1,100})(?:,[ \t]*\w{1,100})?[ \t]*(?:[ \t]\*?|:?=[ \t]*(?:&|new\(|[\w.]{1,100}(?:\(|\[)\*?))$/;
const nameBehind = /^[ \t)]*(?:[ \t]as[ \t]+|=>[ \t]*|[ \t]+)\$?(\w{1,100})/;

/** The names that may be those of a variable beside its type: `me *X`, `me, ok := err.(*X)`, `X me`, `X as me`, `X => me`. */
function namesBeside(text: string, start: number, end: number): readonly string[] {
  const line = text.slice(Math.max(text.lastIndexOf('\n', start) + 1, start - longest), start);
  const names = [nameBefore.exec(line)?.[1], nameBehind.exec(text.slice(end, end + longest))?.[1]];
  return names.filter((name) => name !== undefined);
}

function findAliases(
  text: string,
  aliases: readonly string[],
  classAt: (reference: string) => ClassEntry | undefined,
): CodeHit[] {
  const ours = aliases.filter((alias) => classAt(alias) !== undefined);
  if (ours.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_$.])(?:${ours.join('|').replaceAll('$', '\\$')})(?![\\p{L}\\p{N}_$])`, 'gu');
  return [...text.matchAll(pattern)].map(({ 0: code, index }) => ({ code, start: index, end: index + code.length }));
}

/**
 * `&e` of `errors.As(err, &e)`, where `e` is declared as one of the classes. The head of an `if` that declares it names the class
 * itself.
 */
function findVariables(text: string, classAt: (reference: string) => ClassEntry | undefined): CodeHit[] {
  const declaration =
    /^[ \t]*(\}?[ \t]*(?:else[ \t]+)?if[ \t]+)?(?:var[ \t]+)?(\w{1,100})(?:[ \t]+\*?|[ \t]*:?=[ \t]*\(?(?:&|new\())([\w.]{1,200})/gm;
  const declared = [...text.matchAll(declaration)].reverse();
  if (!declared.some(({ 1: head, 3: type = '' }) => head === undefined && classAt(type))) return [];
  const question = /\berrors\.As\([^,()\n]{0,200}(?:\([^()\n]{0,200}\))?[^,()\n]{0,200},\s{0,20}&(\w{1,100})\)/g;
  return [...text.matchAll(question)].flatMap(({ 0: call, 1: name = '', index }) => {
    const end = index + call.length - 1;
    const own = declared.find((each) => each[2] === name && each.index < index);
    const type = own?.[3] ?? '';
    return own?.[1] === undefined && classAt(type) ? [{ code: type, start: end - name.length, end }] : [];
  });
}
