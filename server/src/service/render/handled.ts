import * as l10n from '@vscode/l10n';
import type { CatalogueEntry } from '../types.ts';

/** In how many places of the workspace a code of a catalogue is handled; undefined as long as that is not known. */
export type HandledCount = (entry: CatalogueEntry) => number | undefined;

/** `handled in 2 places`, as a part of a hover's last line; nothing when it is not known. */
export function describeHandled(entry: CatalogueEntry, handledIn: HandledCount | undefined): readonly string[] {
  const count = entry.entry.retired ? undefined : handledIn?.(entry);
  if (count === undefined) return [];
  return [describeHandledCount(count)];
}

/** `handled in 2 places`, `not handled`. */
export function describeHandledCount(count: number): string {
  if (count === 0) return l10n.t('not handled');
  return count === 1 ? l10n.t('handled in 1 place') : l10n.t('handled in {0} places', count);
}
