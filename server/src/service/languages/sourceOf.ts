import { extractScripts, scriptHosts } from './embeddedScripts.ts';
import type { Language } from './language.ts';
import { languageOfId, languages } from './registry.ts';

/** The code of a document and the language to read it in. Its offsets are those of the document. */
export interface DocumentSource {
  readonly language: Language;
  readonly text: string;
}

/** @returns undefined for a document without code in a language that is analysed */
export async function sourceOf(languageId: string, text: string): Promise<DocumentSource | undefined> {
  const language = languageOfId(isFlow(languageId, text) ? 'typescriptreact' : languageId);
  if (language) return { language, text: withoutDirectives(text, language) };
  const host = scriptHosts.find(({ languageIds }) => languageIds.includes(languageId));
  const embedded = host && (await extractScripts(text, host));
  const inside = embedded && languageOfId(embedded.languageId);
  return embedded && inside ? { language: inside, text: embedded.text } : undefined;
}

/** Whether a script has types of Flow, which only the grammar of TypeScript can read. */
function isFlow(languageId: string, text: string): boolean {
  return languageId.startsWith('javascript') && /^(?:#!.*)?[\s/*]{0,100}@flow\b/.test(text);
}

/** The text with blanks in the place of directives, so that the code between them is read as if it was always there. */
function withoutDirectives(text: string, { directives }: Language): string {
  return directives ? text.replace(directives, (line) => ' '.repeat(line.length)) : text;
}

/** Documents that are no code and in which codes are explained all the same. */
export const textLanguageIds: readonly string[] = ['json', 'jsonc', 'yaml', 'markdown'];

/** The endings of such documents, with the dot: a key of an API may be in them. */
export const textExtensions: readonly string[] = ['.json', '.jsonc', '.yaml', '.yml', '.md', '.markdown'];

/** The languages of documents that may contain code: a document of one of them starts the extension. */
export const codeLanguageIds: readonly string[] = [...languages, ...scriptHosts].flatMap(({ languageIds }) => languageIds);

/** Every document language that this product answers for, logs left out. */
export const documentLanguageIds: readonly string[] = [...codeLanguageIds, ...textLanguageIds];

/** The endings of files that may contain code, with the dot. */
export const sourceExtensions: readonly string[] = [...languages, ...scriptHosts].flatMap(({ extensions }) => extensions);

/** Globs of such files. */
export const sourceGlobs: readonly string[] = sourceExtensions.map((extension) => `*${extension}`);

const idByExtension = new Map(
  [...languages, ...scriptHosts].flatMap(({ extensions, languageIds: [languageId = ''] }) =>
    extensions.map((extension) => [extension, languageId] as const),
  ),
);

/** The language identifier of a file by its ending; undefined for a file that cannot contain code. */
export function languageIdOfPath(path: string): string | undefined {
  const dot = path.lastIndexOf('.');
  return dot === -1 ? undefined : idByExtension.get(path.slice(dot).toLowerCase());
}

/** The grammars that documents of some languages may need. */
export function grammarsOf(languageIds: Iterable<string>): ReadonlySet<string> {
  const grammars = new Set<string>();
  for (const id of languageIds) {
    const own = languageOfId(id);
    const embedded = scriptHosts.some((host) => host.languageIds.includes(id))
      ? ['typescript', 'typescriptreact', 'javascript']
      : [];
    for (const language of own ? [own] : embedded.map(languageOfId)) if (language) grammars.add(language.grammar);
  }
  return grammars;
}
