import type { AnalysedSite, DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import type { NewCode } from '../languages/language.ts';
import { describeStatus } from '../render/status.ts';
import { newlineOf, planInsertion } from '../sites/insertion.ts';
import type { Catalogue, Span } from '../types.ts';
import { draftOf } from './draftOf.ts';

/** One replacement in a document. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The edits that add arms for codes to a site, types in the same file included; undefined where its form takes none. */
export function addArms(
  analysis: DocumentAnalysis,
  { site, attribution }: AnalysedSite,
  codes: readonly string[],
): readonly Edit[] | undefined {
  const draft = draftOf(analysis, site);
  const plan = draft && planInsertion(analysis.context, draft, codes);
  if (!plan || codes.length === 0) return undefined;
  const { insertion, types } = plan;
  const text = analysis.language.writer.writeArms(
    codes.map((code) => describeNew(code, attribution.catalogue)),
    insertion,
    newlineOf(analysis.text),
  );
  return [insertAt(insertion.offset, text), ...types.map((type) => insertAt(type.offset, type.text))];
}

/** The edit that adds a default arm; undefined where the site has one or its form takes none. */
export function addOtherwise(analysis: DocumentAnalysis, { site }: AnalysedSite): readonly Edit[] | undefined {
  const draft = draftOf(analysis, site);
  const plan = draft && planInsertion(analysis.context, draft, []);
  if (!plan?.insertion.otherwise || site.otherwise !== undefined) return undefined;
  return [
    insertAt(plan.insertion.otherwise.offset, analysis.language.writer.writeOtherwise(plan.insertion, newlineOf(analysis.text))),
  ];
}

function insertAt(offset: number, text: string): Edit {
  return { span: { start: offset, end: offset }, text };
}

/** The documented cause on one line, so that it can stand in a line comment; it is data and may hold anything. */
export function describeNew(code: string, catalogue: Catalogue): NewCode {
  const entry = catalogue.codes.get(code);
  const cause = (entry?.cause ?? '').replace(/[\s\u0000-\u001f\u0085\u2028\u2029]+/g, ' ').trim();
  const status = describeStatus(entry?.statuses ?? []);
  const comment = [status, cause].filter((part) => part !== '').join(': ');
  return { code, cause: cause === '' ? code : cause, comment: comment === '' ? catalogue.title : comment };
}
