import * as l10n from '@vscode/l10n';
import type { Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { describeError } from '../../../shared/describeError.ts';
import { isJsonTooDeep, isYamlTooDeep } from '../../documentDepth.ts';
import { limits } from '../../limits.ts';
import type { Placed, PlacedDocument, PlacedScalar } from './placed.ts';
import { brokenDocument, deepestValue, mergeEntries, placeScalar, tooDeepAt, tooManyMerged } from './placedAccess.ts';
import { parsePlacedJson } from './placedJson.ts';
import { brokenAt, parsePlacedYaml } from './placedYaml.ts';
import type { SourceNote } from './source.ts';

/** Characters of a text above which it is refused. */
const longestDocument = 20_000_000;

/** Characters of a broken text above which the tolerant parser would take longer, and more memory, than a reading may. */
const longestTolerated = 4_000_000;

/**
 * Parses JSON (comments and trailing commas allowed) or YAML. Aliases of YAML share one value, so that a few lines cannot grow
 * without end. Never throws.
 */
export async function parsePlaced(text: string, isJson: boolean): Promise<PlacedDocument> {
  const refused = refuseLong(text);
  if (refused) return refused;
  // The mark at the beginning becomes a blank, which leaves every offset as it was.
  const clean = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  if (/^\s*$/.test(clean.slice(0, 1000)) && clean.trim() === '') return brokenDocument(l10n.t('The document is empty.'));
  const tooDeep = brokenDocument(l10n.t('The document is nested too deeply to be read.'));
  try {
    if (isJson) return isJsonTooDeep(clean) ? tooDeep : await parsePlacedJson(clean);
    // YAML 1.2 contains JSON, and the JSON parser takes a fraction of the time.
    if (/^\s*[[{]/.test(clean.slice(0, 1000)) && !isJsonTooDeep(clean)) {
      // Problems are reported by the YAML parser.
      const json = await parsePlacedJson(clean).catch(() => undefined);
      if (json?.root) return json;
    }
    const yaml = await parsePlacedYaml(text);
    if (!yaml.isBroken) return yaml;
    if (isYamlTooDeep(clean)) return tooDeep;
    return text.length > longestTolerated ? yaml : await parseTolerantly(clean);
  } catch (error) {
    if (error instanceof RangeError) return tooDeep;
    return brokenDocument(l10n.t('The document cannot be parsed: {0}', describeError(error)));
  }
}

/** The reading of a text that is too long to be read; undefined for other texts. */
export function refuseLong(text: string): PlacedDocument | undefined {
  if (text.length <= longestDocument) return undefined;
  return brokenDocument(l10n.t('The document has {0} characters and is not read; the limit is 20 MB.', text.length));
}

/** Reads what the strict parser refuses and people write nevertheless, and says what is wrong with the rest. It takes five times as long. */
async function parseTolerantly(text: string): Promise<PlacedDocument> {
  const { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  // Comparing every key with every other takes quadratic time; of equal keys the last one counts.
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false } as const;
  const document = parseDocument(text, options);
  const lineOf = (offset: number): number => Math.max(0, lines.linePos(offset).line - 1);
  const notes: SourceNote[] = [];
  for (const { code, pos, message } of document.errors.slice(0, 5)) {
    const line = lineOf(pos[0]);
    if (code !== 'MULTIPLE_DOCS') notes.push(brokenAt(line, message));
    else notes.push({ line, message: l10n.t('Only the first YAML document of the file is read.'), severity: 'information' });
  }
  if (notes.some(({ severity }) => severity === 'error')) return { root: undefined, notes };
  // An anchor counts from its end on, as YAML has it: inside its own value, it has no value yet.
  const anchors = new Map<string, Placed>();
  const merging = { left: limits.mergedEntries };
  const place = (node: unknown, depth: number, at: number): Placed => {
    if (isAlias(node)) return anchors.get(node.source) ?? placeScalar(null, node.range?.[0] ?? at);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return placeScalar(null, at);
    const placed = placeNode(node, depth, node.range?.[0] ?? at);
    if (node.anchor) anchors.set(node.anchor, placed);
    return placed;
  };
  const placeNode = (node: Scalar | YAMLMap | YAMLSeq, depth: number, offset: number): Placed => {
    if (isScalar(node)) return placeScalar(readScalar(node.value, node.source), offset);
    if (depth > deepestValue) {
      if (notes.length === 0) notes.push(tooDeepAt(lineOf(offset)));
      return placeScalar(null, offset);
    }
    if (isSeq(node)) return { kind: 'list', offset, items: node.items.map((item) => place(item, depth + 1, offset)) };
    const entries = new Map<string, { keyOffset: number; value: Placed }>();
    const merged: Placed[] = [];
    for (const { key, value } of node.items) {
      const keyOffset = (isScalar(key) ? key.range?.[0] : undefined) ?? offset;
      const name = isScalar(key) ? String(readScalar(key.value, key.source)) : '';
      const placed = place(value, depth + 1, keyOffset);
      if (name === '<<') merged.push(placed);
      else if (name !== '') entries.set(name, { keyOffset, value: placed });
    }
    mergeEntries(entries, merged, merging);
    return { kind: 'map', offset, entries };
  };
  const root = place(document.contents, 0, 0);
  return merging.left < 0 ? tooManyMerged() : { root, notes };
}

/** A number keeps its spelling where the spelling contains more than the number: `0101`, `1_000`. */
function readScalar(value: unknown, source: string | undefined): PlacedScalar['value'] {
  if (typeof value === 'number') return source === undefined || String(value) === source ? value : source;
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}
