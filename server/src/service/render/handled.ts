import * as l10n from '@vscode/l10n';
import type { CatalogueEntry } from '../types.ts';

/** In how many places of the workspace a code is handled, its class is caught, and it is compared outside of every site. */
export interface HandledCounts {
  readonly handled: number;
  readonly caught: number;
  readonly compared: number;
}

/** The counts of a code; undefined as long as they are not known. */
export type HandledCount = (entry: CatalogueEntry) => HandledCounts | undefined;

/** `handled in 2 places`, as a part of a hover's last line; nothing when it is not known. */
export function describeHandled(entry: CatalogueEntry, handledIn: HandledCount | undefined): readonly string[] {
  const counts = entry.entry.retired ? undefined : handledIn?.(entry);
  if (counts === undefined) return [];
  const { handled, caught, compared } = counts;
  return [
    ...(handled > 0 || caught + compared === 0 ? [describeHandledCount(handled)] : []),
    ...(caught > 0 ? [caught === 1 ? l10n.t('caught in 1 place') : l10n.t('caught in {0} places', caught)] : []),
    ...(compared > 0 ? [compared === 1 ? l10n.t('compared in 1 place') : l10n.t('compared in {0} places', compared)] : []),
  ];
}

/** `handled in 2 places`, `not handled`. */
export function describeHandledCount(count: number): string {
  if (count === 0) return l10n.t('not handled');
  return count === 1 ? l10n.t('handled in 1 place') : l10n.t('handled in {0} places', count);
}
