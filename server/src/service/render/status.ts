import * as l10n from '@vscode/l10n';
import reasons from '../../generated/reasonPhrases.json' with { type: 'json' };
import type { ErrorCode, StatusPattern } from '../types.ts';

const phrases: Readonly<Record<string, string>> = reasons;

/** `402`, `400 or 413`, `4xx`; empty when the catalogue gives no status. */
export function describeStatus(statuses: readonly StatusPattern[]): string {
  if (statuses.length < 2) return statuses.join('');
  return `${statuses.slice(0, -1).join(', ')} or ${statuses.at(-1)}`;
}

/** The same in the language of the texts. */
export function showStatus(statuses: readonly StatusPattern[]): string {
  if (statuses.length < 2) return statuses.join('');
  return l10n.t('{0} or {1}', statuses.slice(0, -1).join(', '), String(statuses.at(-1)));
}

/** `402 Payment Required`. 499 is no registered status: nginx logs it when a client goes away, and the text explains this. */
export function describeStatusWithReason(statuses: readonly StatusPattern[]): string {
  if (statuses.length !== 1) return showStatus(statuses);
  const [status] = statuses;
  if (status === 499) return l10n.t('{0} (not registered; nginx uses it)', '499 Client Closed Request');
  const phrase = phrases[String(status)];
  return phrase === undefined ? String(status) : `${status} ${phrase}`;
}

/** A code as messages spell it: a number with the name that programs have for it. */
export function spellCode(code: string, entry: Pick<ErrorCode, 'name' | 'numeric'> | undefined): string {
  return entry?.numeric && entry.name !== undefined ? `${code} ${entry.name}` : code;
}
