import * as l10n from '@vscode/l10n';
import type { CatalogueEntry } from '../types.ts';

/** In how many places of the workspace a code is handled, its class is caught, it is compared outside of every site, or is a stub. */
export interface HandledCounts {
  readonly handled: number;
  readonly caught: number;
  readonly compared: number;
  /** Arms that a fix has written and that were not filled. */
  readonly stubs: number;
}

/** The counts of a code; undefined as long as they are not known. */
export type HandledCount = (entry: CatalogueEntry) => HandledCounts | undefined;

/** `handled in 2 places`, as a part of a hover's last line; nothing when it is not known. */
export function describeHandled(entry: CatalogueEntry, handledIn: HandledCount | undefined): readonly string[] {
  const counts = entry.entry.retired ? undefined : handledIn?.(entry);
  return counts === undefined ? [] : describeCounts(counts);
}

/** `handled in 2 places`, `caught in 1 place`; `not handled` where nothing is done about a code. */
export function describeCounts({ handled, caught, compared, stubs }: HandledCounts): readonly string[] {
  const said = [
    ...(handled > 0 ? [handled === 1 ? l10n.t('handled in 1 place') : l10n.t('handled in {0} places', handled)] : []),
    ...(caught > 0 ? [caught === 1 ? l10n.t('caught in 1 place') : l10n.t('caught in {0} places', caught)] : []),
    ...(compared > 0 ? [compared === 1 ? l10n.t('compared in 1 place') : l10n.t('compared in {0} places', compared)] : []),
    ...(stubs > 0 ? [stubs === 1 ? l10n.t('stub in 1 place') : l10n.t('stub in {0} places', stubs)] : []),
  ];
  return said.length > 0 ? said : [l10n.t('not handled')];
}
