import type { DocumentFacts } from '../analysis/documentAnalysis.ts';
import { findFileEvidence } from '../evidence/fileEvidence.ts';
import { describeStatus } from '../render/status.ts';
import { activeCodes } from '../sites/requiredCodes.ts';
import { classifySubject } from '../sites/subject.ts';
import { readWord } from '../edits/completionPlace.ts';
import { type CompletionList, matches, mostItems } from '../edits/completionList.ts';

/** How much text before a label is searched for the subject of the labels. */
const reach = 20_000;

/** The beginning of a choice between labels, and its subject. */
const choice = /\b(?:switch|match|when|case)\b[ \t]*\(?[ \t]*([\w$.?!]+(?:\(\))?(?:\["?'?\w+"?'?\])*)/g;
const label = /\b(?:case|when|in)[ \t]+$|[|,][ \t]*$/;
const comparison = /([\w$.?!]+(?:\(\))?)[ \t]*(?:[=!]==?|\beq\b|-c?eq\b)[ \t]*$|([\w$.?!]+(?:\(\))?)\.equals\($/;

/** A code that means the same in a string of any language. */
const plain = /^[\w.:/-]+$/;

/**
 * Codes for a string in a document that has no syntax tree: it is too large, or took too long to parse. Only where the API
 * shows, in a label or a comparison whose subject reads like an error code. Which codes are handled is not known here.
 */
export function completeInText(
  text: string,
  facts: DocumentFacts,
  offset: number,
  quotes: readonly string[],
): CompletionList | undefined {
  const { span, typed, openQuote } = readWord(text, offset, quotes);
  if (openQuote === undefined || !isAboutCodes(text, span.start - 1)) return undefined;
  const inFile = findFileEvidence(text, facts.path, facts.set);
  const shown = facts.set.catalogues.filter(({ id }) => inFile.has(id) || facts.inWorkspace.has(id));
  const items = shown.flatMap((catalogue) =>
    activeCodes(catalogue)
      .filter((code) => plain.test(code) && matches(code, typed))
      .map((code) => ({
        label: code,
        status: describeStatus(catalogue.codes.get(code)?.statuses ?? []),
        api: catalogue.title,
        filter: code,
        replace: span,
        text: code,
        kind: 'code' as const,
        handled: false,
        further: [],
        data: { catalogue: catalogue.id, codes: [code] },
      })),
  );
  return items.length === 0 ? undefined : { items: items.slice(0, mostItems), incomplete: items.length > mostItems };
}

/** @param quote where the string begins */
function isAboutCodes(text: string, quote: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', quote - 1) + 1, quote - 500), quote);
  const compared = comparison.exec(line);
  if (compared) return classifySubject(compared[1] ?? compared[2] ?? '') === 'code';
  if (!label.test(line)) return false;
  const before = [...text.slice(Math.max(0, quote - reach), quote).matchAll(choice)];
  return before.some(([, subject = '']) => classifySubject(subject) === 'code');
}
