import * as l10n from '@vscode/l10n';

/** The most names that a title or a sentence has. */
const mostNamed = 3;

/** `A`, `A, B and C`, `A, B, C and 4 more`. */
export function nameSome(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed);
  const rest = names.length - shown.length;
  const last = rest > 0 ? l10n.t('{0} more', rest) : (shown.pop() ?? '');
  return shown.length > 0 ? l10n.t('{0} and {1}', shown.join(', '), last) : last;
}
