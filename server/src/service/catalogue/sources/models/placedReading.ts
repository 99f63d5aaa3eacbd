import type { CatalogueFileCode } from '../../catalogueFile.ts';
import { createReading, mostCodes, noteTooMany } from '../createReading.ts';
import { createLocator } from '../placedAccess.ts';
import type { Placed, PlacedDocument } from '../placed.ts';
import { parsePlaced } from '../placedDocument.ts';
import type { SourceDocument, SourceNote, SourceReading } from '../source.ts';

/** The codes of a model, each with its offset. */
export interface ModelCodes {
  readonly codes: readonly { readonly entry: CatalogueFileCode; readonly place: number }[];
  /** Empty when it has no title. */
  readonly title: string;
  readonly hosts?: readonly string[];
  /** The origin of the codes, as a phrase: `3 exceptions`. */
  readonly from: string;
}

/**
 * Reads a model, with the places of its codes.
 * @param nothing the note when it has no codes
 * @param parse absent: it is in JSON or YAML
 */
export async function readModel(
  { name, text }: SourceDocument,
  read: (root: Placed) => ModelCodes,
  nothing: string,
  parse: (text: string) => Promise<PlacedDocument> | PlacedDocument = (text) =>
    parsePlaced(text, name.toLowerCase().endsWith('.json')),
): Promise<SourceReading> {
  const { root, notes: before } = await parse(text);
  if (!root) return createReading({ notes: before });
  const locate = createLocator(text);
  const { codes, from, ...about } = read(root);
  const without: SourceNote = { line: undefined, message: nothing, severity: 'information' };
  return createReading({
    ...about,
    codes: codes.slice(0, mostCodes).map(({ entry, place }) => ({ entry, location: locate(place) })),
    from: codes.length > 0 ? [from] : [],
    notes: [...before, ...(codes.length === 0 ? [without] : noteTooMany(codes.length))],
  });
}
