import type { CatalogueCoverageItem, CodeCoverageItem, PlaceItem } from '../../../server/src/protocol/protocol.ts';

/** Choose which codes the view shows. */
export interface TreeOptions {
  /** A part of a code, status, group or cause, in any case; empty: everything. */
  readonly filter: string;
  readonly onlyUnhandled: boolean;
  readonly groupBy: 'status' | 'group';
  readonly sortBy: 'catalogue' | 'code' | 'handled';
}

/** A row of the tree. */
export type CodeTreeNode =
  | {
      readonly kind: 'catalogue';
      readonly catalogue: CatalogueCoverageItem;
      readonly handled: number;
      readonly total: number;
      readonly children: readonly CodeTreeNode[];
    }
  | {
      readonly kind: 'group';
      /** A status or a group's title; empty for codes without one. */
      readonly label: string;
      readonly by: TreeOptions['groupBy'];
      readonly handled: number;
      readonly total: number;
      readonly children: readonly CodeTreeNode[];
    }
  /** Codes of an open API that no place names. */
  | { readonly kind: 'unnamed'; readonly count: number; readonly children: readonly CodeTreeNode[] }
  | {
      readonly kind: 'code';
      readonly catalogue: CatalogueCoverageItem;
      readonly code: CodeCoverageItem;
      readonly children: readonly CodeTreeNode[];
    }
  | { readonly kind: 'class'; readonly name: string; readonly children: readonly CodeTreeNode[] }
  | { readonly kind: 'place'; readonly place: PlaceItem };

export const defaultTreeOptions: TreeOptions = { filter: '', onlyUnhandled: false, groupBy: 'status', sortBy: 'catalogue' };

/** Builds the tree: catalogue, status or group, code, places, those of a class below it. Empty groups and catalogues are left out while something is filtered. */
export function buildCodeTree(catalogues: readonly CatalogueCoverageItem[], options: TreeOptions): readonly CodeTreeNode[] {
  const isFiltered = options.filter !== '' || options.onlyUnhandled;
  return catalogues.flatMap((catalogue): CodeTreeNode[] => {
    const codes = sortCodes(
      catalogue.codes.filter((code) => matches(code, catalogue, options)),
      options.sortBy,
    );
    if (codes.length === 0 && isFiltered) return [];
    // Of hundreds of codes that an open API has, a workspace names a few. A filter looks for one among all of them.
    const named = catalogue.open && options.filter === '' ? codes.filter(({ places }) => places.length > 0) : codes;
    const unnamed = codes.filter((code) => !named.includes(code));
    const children = (part: readonly CodeCoverageItem[]): readonly CodeTreeNode[] => groupCodes(part, catalogue, options.groupBy);
    const rest = { kind: 'unnamed', count: unnamed.length, children: children(unnamed) } as const;
    return [
      {
        kind: 'catalogue',
        catalogue,
        ...countHandled(codes),
        children: [...children(named), ...(unnamed.length > 0 ? [rest] : [])],
      },
    ];
  });
}

/** Whether no place handles a code that the documentation lists. Comparisons and stubs do not handle it. */
function isUnhandled({ retired, places }: CodeCoverageItem): boolean {
  return !retired && !places.some(isHandling);
}

/** How many of the documented codes among those that are shown are handled: groups and their catalogue count alike. */
function countHandled(codes: readonly CodeCoverageItem[]): { readonly handled: number; readonly total: number } {
  const documented = codes.filter(({ retired }) => !retired);
  return { handled: documented.filter(({ places }) => places.some(isHandling)).length, total: documented.length };
}

/** Whether a place handles a code, by itself or by its class. */
export function isHandling({ role }: PlaceItem): boolean {
  return role === 'handled' || role === 'caught';
}

function matches(code: CodeCoverageItem, { groups }: CatalogueCoverageItem, { filter, onlyUnhandled }: TreeOptions): boolean {
  if (onlyUnhandled && !isUnhandled(code)) return false;
  if (filter === '') return true;
  const wanted = filter.toLowerCase();
  const texts = [code.code, code.status, code.cause, ...code.groups, ...code.groups.map((group) => groups[group] ?? '')];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

function sortCodes(codes: readonly CodeCoverageItem[], by: TreeOptions['sortBy']): readonly CodeCoverageItem[] {
  const count = ({ places }: CodeCoverageItem): number => places.filter(isHandling).length;
  if (by === 'code') return [...codes].sort((a, b) => (a.code < b.code ? -1 : 1));
  if (by === 'handled') return [...codes].sort((a, b) => count(a) - count(b));
  return codes;
}

function groupCodes(
  codes: readonly CodeCoverageItem[],
  catalogue: CatalogueCoverageItem,
  by: TreeOptions['groupBy'],
): readonly CodeTreeNode[] {
  const groups = new Map<string, CodeCoverageItem[]>();
  for (const code of codes) {
    const labels = by === 'status' ? [code.status] : code.groups.map((group) => catalogue.groups[group] ?? group);
    for (const label of labels.length > 0 ? labels : ['']) groups.set(label, [...(groups.get(label) ?? []), code]);
  }
  const ordered = by === 'status' ? [...groups].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1)) : [...groups];
  const toNodes = (members: readonly CodeCoverageItem[]): readonly CodeTreeNode[] =>
    members.map((code) => ({ kind: 'code', catalogue, code, children: listPlaces(code.places) }));
  // Where no code has a status or a group, there is nothing to tell apart.
  if (groups.size === 1 && groups.has('')) return toNodes(codes);
  return ordered.map(([label, members]) => ({ kind: 'group', label, by, ...countHandled(members), children: toNodes(members) }));
}

/** The places of a code; those that catch it by a class are below the class, in the place of the first of them. */
function listPlaces(places: readonly PlaceItem[]): readonly CodeTreeNode[] {
  const byClass = new Map<string, PlaceItem[]>();
  const rows = places.flatMap((place): CodeTreeNode[] => {
    if (place.errorClass === undefined) return [{ kind: 'place', place }];
    const known = byClass.get(place.errorClass);
    if (known) known.push(place);
    else byClass.set(place.errorClass, [place]);
    return known ? [] : [{ kind: 'class', name: place.errorClass, children: [] }];
  });
  return rows.map((row) =>
    row.kind === 'class'
      ? { ...row, children: (byClass.get(row.name) ?? []).map((place) => ({ kind: 'place' as const, place })) }
      : row,
  );
}
