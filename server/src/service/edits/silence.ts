import * as l10n from '@vscode/l10n';
import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import type { Language } from '../languages/language.ts';
import { isPlain, writeComment } from '../languages/writeText.ts';
import { indentAt, newlineOf } from '../sites/insertion/textLayout.ts';
import type { Finding } from '../types.ts';
import type { Edit, Written } from './edit.ts';
import type { Proposal } from './proposal.ts';

/** *Ignore here*, and *not this API* for the site, the file and the folder. */
export function silence(analysis: DocumentAnalysis, finding: Finding): readonly Proposal[] {
  const { text, language, lines, facts } = analysis;
  if (finding.rule === 'unused-directive') return [];
  const newline = newlineOf(text);
  const line = lines.startOf(lines.lineOf(finding.span.start));
  const above = (words: string): readonly Edit[] => [
    {
      span: { start: line, end: line },
      text: `${indentAt(text, finding.span.start)}${language.comment.line} error-codes: ${words}${newline}`,
    },
  ];
  const actions: Proposal[] = [{ title: l10n.t('Ignore here'), kind: 'quickfix', finding, ways: [{ edits: above('ignore') }] }];
  const title = facts.set.catalogueById(finding.catalogue ?? '')?.title;
  const named = writeComment(language.text, title ?? '');
  if (title === undefined || finding.rule === 'exposed-key') return actions;
  const start = firstLine(text, language);
  // Among markup a title from outside must not become a part of it.
  const claim: Pick<Written, 'claim'> = isPlain(title) ? {} : { claim: { kind: 'comment' } };
  const top = (offset: number): Edit => ({
    span: { start: offset, end: offset },
    text: `${language.comment.line} error-codes: ignore-file -- not the ${named}${newline}`,
  });
  const inFile = l10n.t('Not the {0} here: this file', title);
  return [
    ...actions,
    {
      title: l10n.t('Not the {0} here: this place', title),
      kind: 'quickfix',
      finding,
      notThisApi: true,
      ways: [{ edits: above(`ignore -- not the ${named}`), ...claim }],
    },
    ...(start === undefined
      ? []
      : [{ title: inFile, kind: 'quickfix', finding, notThisApi: true, ways: [{ edits: [top(start)], ...claim }] } as const]),
    {
      title: l10n.t('Not the {0} here: this folder', title),
      kind: 'quickfix',
      finding,
      notThisApi: true,
      ways: [{ edits: [] }],
      excludeFolder: { catalogue: finding.catalogue ?? '' },
    },
  ];
}

/**
 * The offset of a file's possible first line of code; undefined where it is not known. In a page, everything but scripts is
 * blank here.
 */
function firstLine(text: string, { beforeFirstLine = /^(?:#![^\n]*\n|\s*)/ }: Language): number | undefined {
  return beforeFirstLine.exec(text)?.[0].length;
}
