import type { AnalysedSite, DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import type { Language, NewCode } from '../languages/language.ts';
import { isPlain, isPlainName, onOneLine, writeComment } from '../languages/writeText.ts';
import { describeStatus } from '../render/status.ts';
import { type InsertionPlan, planInsertion } from '../sites/insertion/planInsertion.ts';
import { newlineOf } from '../sites/insertion/textLayout.ts';
import type { Insertion, InsertionPoint } from '../languages/insertion.ts';
import type { Catalogue } from '../types.ts';
import { draftOf } from './draftOf.ts';
import type { Edit, Written } from './edit.ts';

/** The edits that add arms for codes to a site and to types in the same file; undefined where its form allows no new arms. */
export function addArms(
  analysis: DocumentAnalysis,
  { site, attribution }: AnalysedSite,
  codes: readonly string[],
  andDefault = false,
): Written | undefined {
  const draft = draftOf(analysis, site);
  if (!draft || codes.length === 0) return undefined;
  const added = codes.map((code) => describeNew(code, attribution.catalogue, analysis.language));
  const write = (news: readonly NewCode[], plan: InsertionPlan | undefined): readonly Edit[] | undefined =>
    plan && [
      insertAt(plan.insertion, writeArms(analysis, news, plan.insertion, andDefault)),
      ...commaOf(plan.insertion),
      ...[...plan.types, ...plan.imports].map((added) => insertAt(added, added.text)),
    ];
  const plan = planInsertion(analysis.context, draft, codes);
  const edits = write(added, plan);
  if (!plan || !edits) return undefined;
  if (!hasToBeReadBack(added, plan)) return { edits };
  const harmless = added.map(replaceByHarmless);
  const expected = write(
    harmless,
    planInsertion(
      analysis.context,
      draft,
      harmless.map(({ code }) => code),
      codes,
    ),
  );
  const words = new Map(
    harmless.flatMap(({ code, comment, cause }, index) => [
      [code, added[index]?.code ?? ''],
      [comment, added[index]?.comment ?? ''],
      [cause, added[index]?.cause ?? ''],
    ]),
  );
  return expected && { edits, claim: { kind: 'alike', harmless: expected, words } };
}

/** Writes arms, and a default behind them where it is wanted. */
function writeArms(
  { text, language: { writer } }: DocumentAnalysis,
  news: readonly NewCode[],
  insertion: Insertion,
  andDefault: boolean,
): string {
  const newline = newlineOf(text);
  const { otherwise, before, separates } = insertion;
  if (!andDefault || !otherwise) return writer.writeArms(news, insertion, newline);
  // Text for lines of their own ends with a line break; other text begins with one.
  const arms = writer.writeArms(news, { ...insertion, after: '' }, newline);
  const between = before === '' ? insertion.after : separates && !arms.endsWith(',') ? ',' : '';
  const last = before === '' ? otherwise.before : otherwise.before.replace(/^,/, '');
  return arms + between + writer.writeOtherwise({ ...insertion, otherwise: { ...otherwise, before: last } }, newline);
}

/** Whether new arms contain text that is not safe by its characters only. Comments are safe: see `writeComment`. */
export function hasToBeReadBack(added: readonly NewCode[], { insertion, types, declared }: InsertionPlan): boolean {
  const hasNames = insertion.constants.size > 0 || insertion.bareKeys || types.length > 0;
  const isName = (code: string): boolean =>
    declared.has(code) || isPlainName(code) || (insertion.numbers !== undefined && /^-?\d+$/.test(code));
  return added.some(
    ({ code, cause }) => !isPlain(code) || (hasNames && !isName(code)) || (insertion.values === 'string' && !isPlain(cause)),
  );
}

/** Words in the place of a code's own, of the kind that is written in the same way: a name, a bare word or any other text. */
function replaceByHarmless({ code }: NewCode, index: number): NewCode {
  const kind = /^[A-Za-z_]\w*$/.test(code) ? 'API_ERROR_CODE_' : /^[\w-]+$/.test(code) ? 'api-error-code-' : 'api.error:code-';
  return { code: `${kind}${index}`, comment: `api comment:${index}`, cause: `api cause:${index}` };
}

/** The edit that adds a default arm; undefined where the site has one or its form allows no default arm. */
export function addOtherwise(analysis: DocumentAnalysis, { site }: AnalysedSite): readonly Edit[] | undefined {
  const draft = draftOf(analysis, site);
  const plan = draft && planInsertion(analysis.context, draft, []);
  if (!plan?.insertion.otherwise || site.otherwise !== undefined) return undefined;
  return [
    ...commaOf(plan.insertion.otherwise),
    insertAt(plan.insertion.otherwise, analysis.language.writer.writeOtherwise(plan.insertion, newlineOf(analysis.text))),
    ...plan.imports.map((added) => insertAt(added, added.text)),
  ];
}

/** The comma that the neighbour before the new text lacks. */
export function commaOf({ comma }: InsertionPoint): readonly Edit[] {
  return comma === undefined ? [] : [insertAt({ offset: comma }, ',')];
}

/** Puts a text at a place. */
export function insertAt({ offset, end = offset }: Pick<InsertionPoint, 'offset' | 'end'>, text: string): Edit {
  return { span: { start: offset, end }, text };
}

/** A code's documented cause on one line, in a form that is allowed in a comment of the language. */
export function describeNew(code: string, catalogue: Catalogue, { text }: Language): NewCode {
  const entry = catalogue.codes.get(code);
  const cause = onOneLine(entry?.cause ?? '');
  const status = describeStatus(entry?.statuses ?? []);
  const comment = writeComment(text, [status, cause].filter((part) => part !== '').join(': '));
  return { code, cause: cause === '' ? code : cause, comment: comment === '' ? writeComment(text, catalogue.title) : comment };
}
