import type { DocumentFacts } from '../analysis/documentAnalysis.ts';
import { findFileEvidence } from '../evidence/fileEvidence.ts';
import { describeHandled, type HandledCount } from '../render/handled.ts';
import { renderEntry } from '../render/explanation.ts';
import type { HoverAnswer } from '../render/hoverAnswer.ts';

/** How far before an offset a code may begin: no code is longer. */
const reach = 250;

/**
 * Explains the code at an offset of a document that is no code (JSON, YAML, Markdown): a whole token. Prose names many
 * things, so that only an API that shows, or a code that proves its API, is explained.
 */
export function provideTextHover(
  text: string,
  facts: DocumentFacts,
  offset: number,
  handledIn?: HandledCount,
): HoverAnswer | undefined {
  const hit = facts.set.matcher
    .findAll(text, Math.max(0, offset - reach), Math.min(text.length, offset + reach))
    .find(({ start, end }) => start <= offset && offset <= end);
  if (!hit || /^\d+$/.test(hit.code)) return undefined;
  const inFile = findFileEvidence(text, facts.path, facts.set);
  const entries = facts.set
    .entriesOf(hit.code)
    .filter(({ catalogue, entry }) => entry.unique || inFile.has(catalogue.id) || facts.inWorkspace.has(catalogue.id));
  if (entries.length === 0) return undefined;
  return {
    markdown: entries.map((entry) => renderEntry(entry, describeHandled(entry, handledIn))).join('\n\n---\n\n'),
    span: { start: hit.start, end: hit.end },
  };
}
