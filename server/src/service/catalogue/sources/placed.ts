import type { SourceNote } from './source.ts';

/** A value of a JSON or YAML document with the offset that it begins at. */
export type Placed = PlacedMap | PlacedList | PlacedScalar;

/** An object; of equal keys the last one counts. */
export interface PlacedMap {
  readonly kind: 'map';
  readonly offset: number;
  readonly entries: ReadonlyMap<string, { readonly keyOffset: number; readonly value: Placed }>;
}

/** An array. */
export interface PlacedList {
  readonly kind: 'list';
  readonly offset: number;
  readonly items: readonly Placed[];
}

/** A string, a number, a truth value or nothing. */
export interface PlacedScalar {
  readonly kind: 'scalar';
  readonly offset: number;
  readonly value: string | number | boolean | null;
}

/** A parsed text. `root` is undefined when the text is broken; `notes` then contain the place. */
export interface PlacedDocument {
  readonly root: Placed | undefined;
  readonly notes: readonly SourceNote[];
}
