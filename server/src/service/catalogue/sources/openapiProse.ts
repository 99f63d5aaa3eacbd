import * as l10n from '@vscode/l10n';
import type { SourceLocation } from '../../types.ts';
import { readCodeRows } from './codeRows.ts';
import { markdown } from './markdown.ts';
import type { Located, References } from './openapiReferences.ts';
import { findErrorResponses, operationsOf } from './openapiResponses.ts';
import { listAt, mapAt, textAt, valueAt } from './placedAccess.ts';
import type { Placed } from './placed.ts';
import type { FoundCode, SourceNote } from './source.ts';

/** Extensions that list codes: `x-error-codes`, `x-errors`, `x-api-errors`. */
const extension = /^x-(?:[\w-]{0,40}-)?(?:errors?|error-?codes?|problems?)$/i;
const mostDescriptions = 200;
/** Shorter descriptions contain no table. */
const shortest = 40;

/**
 * Reads the codes of an OpenAPI document outside its responses' schemas. These are in tables and lists in the description of
 * the API and of its tags, and in extensions that list codes at the top, at an operation or at an error response.
 */
export async function readProse(
  references: References,
  main: Located,
  locate: (offset: number) => SourceLocation,
): Promise<{ readonly codes: readonly FoundCode[]; readonly from: readonly string[]; readonly notes: readonly SourceNote[] }> {
  const codes: FoundCode[] = [];
  const from: string[] = [];
  const notes: SourceNote[] = [];
  for (const { list, status } of extensionsOf(references, main)) {
    const rows = readCodeRows(list, true).codes.map(({ entry, place }) => ({
      entry: entry.status === undefined && typeof status === 'number' ? { ...entry, status } : entry,
      location: locate(place),
    }));
    codes.push(...rows);
    if (rows.length > 0) from.push('1 extension');
  }
  const described = [mapAt(main.node, 'info'), ...(listAt(main.node, 'tags')?.items ?? [])].slice(0, mostDescriptions);
  for (const part of described) {
    const text = textAt(part, 'description') ?? '';
    if (text.length < shortest || !/[|\n<-]/.test(text)) continue;
    const place = valueAt(part, 'description')?.offset ?? 0;
    const page = await markdown.read({ name: 'description.md', text }, { readRelated: () => Promise.resolve({ problem: '' }) });
    // An example in a description shows how an answer looks, not which codes there are.
    const told = page.codes.filter(({ entry }) => entry.source === undefined);
    codes.push(...told.map(({ entry }) => ({ entry, location: locate(place) })));
    if (told.length === 0) continue;
    from.push('1 description');
    const { line } = locate(place);
    notes.push(
      ...page.notes.map(({ message, severity }) => ({ line, message: l10n.t('In the description: {0}', message), severity })),
    );
  }
  return { codes, from, notes };
}

function extensionsOf(references: References, main: Located): { readonly list: Placed; readonly status: unknown }[] {
  const found: { list: Placed; status: unknown }[] = [];
  const seen = new Set<Placed>();
  const look = (node: Placed | undefined, status: unknown): void => {
    if (node?.kind !== 'map') return;
    for (const [key, { value }] of node.entries) {
      if (!extension.test(key) || value.kind === 'scalar' || seen.has(value)) continue;
      seen.add(value);
      found.push({ list: value, status });
    }
  };
  look(main.node, undefined);
  look(mapAt(main.node, 'info'), undefined);
  for (const { node } of operationsOf(references, main)) look(node, undefined);
  for (const { response, status } of findErrorResponses(references, main)) look(response.node, status);
  return found;
}
