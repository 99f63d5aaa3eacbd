import * as l10n from '@vscode/l10n';
import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { spellCode } from '../render/status.ts';
import type { Catalogue, Label, Retry } from '../types.ts';
import { attributedSites, reportLoose } from './loose.ts';
import type { Draft, Rule } from './rule.ts';

/**
 * A code or class is asked for again although the same request cannot succeed.
 * Rationale: the user waits for nothing, and the API counts the requests. Only where the name or the loop says retry, and nothing
 * in the request is changed before.
 */
export const pointlessRetry: Rule = {
  id: 'pointless-retry',
  check: (analysis: DocumentAnalysis) => {
    const inSites = attributedSites(analysis).flatMap(({ site, attribution }) =>
      site.arms.flatMap(({ labels, retries }) =>
        retries === true ? labels.flatMap((label) => report(label, attribution.catalogue)) : [],
      ),
    );
    const loose = reportLoose(analysis, (found, catalogue) =>
      found.retries && found.label.value !== undefined ? report(found.label, catalogue) : [],
    );
    const classes = analysis.loose.flatMap(({ label, retries }) => {
      const catalogue = analysis.facts.set.catalogueById(label.errorClass?.catalogue ?? '');
      return retries && catalogue && label.value === undefined ? report(label, catalogue) : [];
    });
    return [...inSites, ...loose, ...classes];
  },
};

function report({ value, errorClass, whole }: Label, catalogue: Catalogue): Draft[] {
  const advice = errorClass?.catalogue === catalogue.id ? adviceOfClass(errorClass.name, errorClass.codes, catalogue) : undefined;
  const entry = value === undefined ? undefined : catalogue.codes.get(value);
  const found = advice ?? (entry?.retry && { ...entry, retry: entry.retry, isInferred: entry.inferred.includes('retry') });
  if (!found || found.retry === 'backoff') return [];
  const { retry, cause = '', remedy = '', isInferred } = found;
  const name = value === undefined ? (errorClass?.name ?? '') : spellCode(value, entry);
  const start =
    retry === 'never'
      ? l10n.t('{0}: sending the same request again cannot succeed.', name)
      : l10n.t('{0}: sending the request again helps only after a change.', name);
  return [
    {
      severity: isInferred ? 'information' : 'warning',
      span: whole,
      message: [start, asSentence(cause), asSentence(remedy)].filter((part) => part !== '').join(' '),
      catalogue: catalogue.id,
      codes: value === undefined ? [...(errorClass?.codes ?? [])] : [value],
      ...(errorClass && value === undefined ? { classes: [errorClass.name] } : {}),
    },
  ];
}

interface Advice {
  readonly retry: Retry;
  readonly cause?: string | undefined;
  readonly remedy?: string | undefined;
  readonly isInferred: boolean;
}

/** A class's own advice goes before its codes'. Codes decide only together. */
function adviceOfClass(name: string, codes: ReadonlySet<string>, { classes, codes: entries }: Catalogue): Advice | undefined {
  const own = classes.find((each) => each.name === name);
  if (own?.retry) return { retry: own.retry, cause: own.cause, isInferred: false };
  const all = [...codes].map((code) => entries.get(code));
  if (all.length === 0 || all.some((entry) => entry?.retry === undefined || entry.retry === 'backoff')) return undefined;
  const retry = all.every((entry) => entry?.retry === 'never') ? 'never' : 'afterChange';
  return { retry, cause: own?.cause, isInferred: all.some((entry) => entry?.inferred.includes('retry') === true) };
}

function asSentence(text: string): string {
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}
