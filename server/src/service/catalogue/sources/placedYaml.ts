import * as l10n from '@vscode/l10n';
import type { Event, ScalarEvent } from 'js-yaml';
import { limits } from '../../limits.ts';
import type { Placed, PlacedDocument, PlacedScalar } from './placed.ts';
import { createLocator, mergeEntries, shareKeys, tooManyMerged } from './placedAccess.ts';
import type { SourceNote } from './source.ts';

/** A list or a map that has begun. */
interface Open {
  readonly placed: Placed;
  readonly anchor: string | undefined;
  /** Undefined in a list. */
  readonly entries: Map<string, { keyOffset: number; value: Placed }> | undefined;
  readonly items: Placed[];
  /** The values of `<<`: their entries count where the map has none of its own. */
  readonly merged: Placed[];
  /** The key whose value comes next. */
  key: { readonly name: string; readonly offset: number } | undefined;
}

/**
 * Parses YAML event by event, so that no tree but the result is in memory. Aliases share one value, so that a few lines cannot
 * grow without end. Of equal keys the last one counts.
 * @returns undefined when the text is too deep or breaks a rule of YAML, which a tolerant parser may accept
 */
export async function parsePlacedYaml(text: string): Promise<PlacedDocument | undefined> {
  const { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } = await import('js-yaml');
  let events: (Event | undefined)[];
  try {
    // A scalar is a level of its own here.
    events = parseEvents(text, { maxDepth: limits.documentDepth + 1 });
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
  const notes: SourceNote[] = [];
  const anchors = new Map<string, Placed>();
  const open: Open[] = [];
  const shared = shareKeys();
  let root: Placed | undefined;
  let documents = 0;
  const merging = { left: limits.mergedEntries };
  let offset = 0;

  const put = (value: Placed, anchor: string | undefined): void => {
    if (anchor !== undefined) anchors.set(anchor, value);
    const parent = open.at(-1);
    if (!parent) root ??= value;
    else if (!parent.entries) parent.items.push(value);
    else if (!parent.key) {
      parent.key = { name: value.kind === 'scalar' ? shared(String(value.value)) : '', offset: value.offset };
    } else {
      if (parent.key.name === '<<') parent.merged.push(value);
      else if (parent.key.name !== '') parent.entries.set(parent.key.name, { keyOffset: parent.key.offset, value });
      parent.key = undefined;
    }
  };
  /** An anchor counts from the end of its value on, as YAML has it. */
  const end = ({ placed, anchor, entries, merged }: Open): void => {
    if (entries) mergeEntries(entries, merged, merging);
    put(placed, anchor);
  };
  const readScalar = (event: ScalarEvent): PlacedScalar['value'] => {
    const value = event.valueStart === -1 ? '' : getScalarValue(text, event);
    return event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1 ? readPlain(shared(value)) : value;
  };

  for (let index = 0; index < events.length; index++) {
    const event = events[index];
    // The events take more memory than the tree: each goes as soon as it is read.
    events[index] = undefined;
    if (!event || event.type === EVENT_ID.DOCUMENT) {
      const next = events[index + 1];
      if (next?.type === EVENT_ID.SCALAR && next.valueStart === -1) index += 1;
      else documents += 1;
      if (documents === 2) break;
      continue;
    }
    if (event.type === EVENT_ID.POP) {
      const ended = open.pop();
      if (ended) end(ended);
      continue;
    }
    const anchor = event.anchorStart === -1 ? undefined : text.slice(event.anchorStart, event.anchorEnd);
    if (event.type === EVENT_ID.ALIAS) {
      offset = event.anchorStart;
      put(anchors.get(anchor ?? '') ?? { kind: 'scalar', offset, value: null }, undefined);
    } else if (event.type === EVENT_ID.SCALAR) {
      const isQuoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
      // The place of an empty value is that of what is before it.
      if (event.valueStart !== -1) offset = isQuoted ? event.valueStart - 1 : event.valueStart;
      put({ kind: 'scalar', offset, value: readScalar(event) }, anchor);
    } else {
      offset = event.start;
      const items: Placed[] = [];
      const entries = event.type === EVENT_ID.MAPPING ? new Map<string, { keyOffset: number; value: Placed }>() : undefined;
      const placed: Placed = entries ? { kind: 'map', offset, entries } : { kind: 'list', offset, items };
      open.push({ placed, anchor, entries, items, merged: [], key: undefined });
    }
  }
  if (merging.left < 0) return tooManyMerged();
  if (documents > 1) {
    const message = l10n.t('Only the first YAML document of the file is read.');
    notes.push({ line: createLocator(text)(offset).line, message, severity: 'information' });
  }
  // A text of comments has no value.
  return { root: root ?? { kind: 'scalar', offset: 0, value: null }, notes };
}

/** A number keeps its spelling where the spelling contains more than the number: `0101`, `1.0`, `0x1F`. */
function readPlain(text: string): PlacedScalar['value'] {
  if (/^(?:null|Null|NULL|~|)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  return /^-?\d/.test(text) && String(Number(text)) === text ? Number(text) : text;
}
