import { findFileEvidence } from '../evidence/fileEvidence.ts';
import type { DocumentFacts } from '../analysis/documentAnalysis.ts';
import { snippetPrefix, type Snippet, writeSnippets } from '../edits/snippets.ts';
import { languageOfId } from '../languages/registry.ts';
import type { Span } from '../types.ts';

/** A snippet to insert. */
export interface SnippetItem extends Snippet {
  /** Title of its API. */
  readonly api: string;
  /** The word that it replaces. */
  readonly replace: Span;
}

/**
 * The snippets at an offset: where a line begins with a word that one of them begins with. Only an API that shows has any.
 * @returns empty for nearly every key: reading the line is all that it costs
 */
export function provideSnippets(
  { text, languageId }: { readonly text: string; readonly languageId: string },
  facts: DocumentFacts,
  offset: number,
): readonly SnippetItem[] {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const word = /^[ \t]*([a-z][a-z-]{0,30})$/.exec(line)?.[1];
  if (word === undefined || !(snippetPrefix.startsWith(word) || word.startsWith(snippetPrefix))) return [];
  const language = languageOfId(languageId);
  if (!language) return [];
  const inFile = findFileEvidence(text, facts.path, facts.set);
  const shows = (id: string): boolean => facts.bySetting.get(id) ?? (inFile.has(id) || facts.inWorkspace.has(id));
  const replace = { start: offset - word.length, end: offset };
  return facts.set.catalogues
    .filter(({ id }) => shows(id))
    .flatMap((catalogue) =>
      writeSnippets(catalogue, languageId, language)
        .filter(({ prefix }) => prefix.startsWith(word))
        .map((snippet) => ({ ...snippet, api: catalogue.title, replace })),
    );
}
