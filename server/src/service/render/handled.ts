import * as l10n from '@vscode/l10n';
import type { CatalogueEntry } from '../types.ts';
import { commandUri } from './commandUri.ts';

/** In how many places of the workspace a code is handled, its class is caught, it is compared outside of every site, or is a stub. */
export interface HandledCounts {
  readonly handled: number;
  readonly caught: number;
  readonly compared: number;
  /** Arms that a fix has written and that were not filled. */
  readonly stubs: number;
  /** Whether each count is a link to its places. */
  readonly linked?: boolean;
}

/** The counts of a code; undefined as long as they are not known. */
export type HandledCount = (entry: CatalogueEntry) => HandledCounts | undefined;

/** `handled in 2 places`, as a part of a hover's last line; nothing when it is not known. */
export function describeHandled(entry: CatalogueEntry, handledIn: HandledCount | undefined): readonly string[] {
  const counts = entry.entry.retired ? undefined : handledIn?.(entry);
  if (counts === undefined) return [];
  const described = describeCounts(counts);
  return counts.linked === true
    ? described.map(({ role, text }) => linkTo(entry, role, text))
    : described.map(({ text }) => text);
}

/** `handled in 2 places`, `caught in 1 place`, each with the role of the places; `not handled` where nothing is done about a code. */
export function describeCounts({ handled, caught, compared, stubs }: HandledCounts): readonly {
  readonly role?: string;
  readonly text: string;
}[] {
  const said = [
    {
      role: 'handled',
      count: handled,
      text: handled === 1 ? l10n.t('handled in 1 place') : l10n.t('handled in {0} places', handled),
    },
    { role: 'caught', count: caught, text: caught === 1 ? l10n.t('caught in 1 place') : l10n.t('caught in {0} places', caught) },
    {
      role: 'compared',
      count: compared,
      text: compared === 1 ? l10n.t('compared in 1 place') : l10n.t('compared in {0} places', compared),
    },
    { role: 'stub', count: stubs, text: stubs === 1 ? l10n.t('stub in 1 place') : l10n.t('stub in {0} places', stubs) },
  ].filter(({ count }) => count > 0);
  return said.length > 0 ? said : [{ text: l10n.t('not handled') }];
}

function linkTo({ catalogue, entry }: CatalogueEntry, role: string | undefined, text: string): string {
  return role === undefined ? text : `[${text}](${commandUri('apiErrorCodes.showCodePlaces', entry.code, role, catalogue.id)})`;
}
