import type { AnalysedSite, DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import type { NewCode } from '../languages/language.ts';
import { onOneLine, writeComment } from '../languages/writeText.ts';
import { describeStatus } from '../render/status.ts';
import { planClassArms } from '../sites/insertion/planClassArms.ts';
import { newlineOf } from '../sites/insertion/textLayout.ts';
import { labelHole } from '../languages/insertion.ts';
import type { Catalogue } from '../types.ts';
import { commaOf, insertAt } from './addArms.ts';
import { draftOf } from './draftOf.ts';
import type { Written } from './edit.ts';

/** The edits that add arms for classes of errors, and their imports; undefined where its form allows none. */
export function addClassArms(
  analysis: DocumentAnalysis,
  { site, attribution: { catalogue } }: AnalysedSite,
  classes: readonly string[],
): Written | undefined {
  const draft = classes.length === 0 ? undefined : draftOf(analysis, site);
  const plan = draft && planClassArms(analysis.context, draft, classes, catalogue.id);
  if (!plan) return undefined;
  const { insertion, clause, imports } = plan;
  const { writer, text: forms } = analysis.language;
  const newline = newlineOf(analysis.text);
  const added = classes.map((name): NewCode => {
    const about = writeComment(forms, describeClass(catalogue, name));
    return { code: name, cause: about, comment: about === '' ? writeComment(forms, catalogue.title) : about };
  });
  const writeClause = (news: NewCode, { head, close }: NonNullable<typeof clause>): string => {
    const { indent, unit, before, bracesBelow } = insertion;
    const opened = head.replace(labelHole, () => insertion.constants.get(news.code) ?? news.code);
    const lines = [
      ...(bracesBelow ? [opened.slice(0, -2), `${indent}{`] : [opened]),
      ...writer.writeBody([news], insertion, indent + unit),
      ...(close === '' ? [] : [indent + close]),
    ];
    return before + lines.join(newline);
  };
  const text = clause ? added.map((news) => writeClause(news, clause)).join('') : writer.writeArms(added, insertion, newline);
  return { edits: [insertAt(insertion, text), ...commaOf(insertion), ...imports.map((each) => insertAt(each, each.text))] };
}

/** `409: A ship is there already`, as far as the catalogue says it. */
function describeClass({ classes, codes }: Catalogue, name: string): string {
  const errorClass = classes.find((each) => each.name === name);
  const [code, ...more] = errorClass?.codes ?? [];
  const cause = errorClass?.cause ?? (more.length === 0 ? codes.get(code ?? '')?.cause : undefined) ?? '';
  return [describeStatus(errorClass?.statuses ?? []), onOneLine(cause)].filter((part) => part !== '').join(': ');
}
