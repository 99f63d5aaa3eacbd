import * as l10n from '@vscode/l10n';
import type { CatalogueFileCode } from '../../catalogueFile.ts';
import { createLocator } from '../placedAccess.ts';
import type { Placed, PlacedDocument } from '../placed.ts';
import { parsePlaced } from '../placedDocument.ts';
import type { SourceDocument, SourceNote, SourceReading } from '../source.ts';

/** The codes of a model, each with its offset. */
export interface ModelCodes {
  readonly codes: readonly { readonly entry: CatalogueFileCode; readonly place: number }[];
  readonly title?: string;
  readonly hosts?: readonly string[];
  /** The origin of the codes, as a phrase: `3 exceptions`. */
  readonly from: string;
}

const mostCodes = 50_000;

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
  const empty = { codes: [], hosts: [], groups: {}, from: [] };
  if (!root) return { ...empty, notes: before };
  const locate = createLocator(text);
  const { codes, title, hosts = [], from } = read(root);
  const notes: SourceNote[] = [...before];
  if (codes.length === 0) notes.push({ line: undefined, message: nothing, severity: 'information' });
  if (codes.length > mostCodes) {
    const message = l10n.t('The document has {0} codes; the first {1} are read.', codes.length, mostCodes);
    notes.push({ line: undefined, message, severity: 'error' });
  }
  return {
    codes: codes.slice(0, mostCodes).map(({ entry, place }) => ({ entry, location: locate(place) })),
    ...(title === undefined || title === '' ? {} : { title: title.slice(0, 200) }),
    hosts,
    groups: {},
    from: codes.length > 0 ? [from] : [],
    notes,
  };
}
