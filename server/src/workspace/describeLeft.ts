import * as l10n from '@vscode/l10n';

/** The most files that a notice names; the log names all. */
const mostNamed = 3;

/** A notice about files that are left out of the index, each a part of a sentence; none for none. */
export function describeLeft(left: readonly string[]): readonly string[] {
  if (left.length === 0) return [];
  const named = left.slice(0, mostNamed).join('; ');
  const more = left.length - mostNamed;
  return [
    more > 0
      ? l10n.t('Left out of the workspace index: {0}; and {1} more.', named, more)
      : l10n.t('Left out of the workspace index: {0}.', named),
  ];
}
