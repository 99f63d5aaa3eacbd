import * as l10n from '@vscode/l10n';
import type * as JsYaml from 'js-yaml';
import type { Event, ScalarEvent } from 'js-yaml';
import { limits } from '../../limits.ts';
import type { Placed, PlacedDocument, PlacedScalar } from './placed.ts';
import { createLocator, mergeEntries, shareKeys, tooManyMerged } from './placedAccess.ts';
import type { SourceNote } from './source.ts';
import { entriesIn, valueLineOf } from './yamlParts.ts';

type Entries = Map<string, { keyOffset: number; value: Placed }>;

/** A list or a map that has begun. */
interface Open {
  readonly placed: Placed;
  readonly anchor: string | undefined;
  /** Undefined in a list. */
  readonly entries: Entries | undefined;
  readonly items: Placed[];
  /** The values of `<<`: their entries count where the map has none of its own. */
  readonly merged: Placed[];
  /** The key whose value comes next. */
  key: { readonly name: string; readonly offset: number } | undefined;
}

/** Reads parts of one text, one after the other: anchors of one count in the next ones. */
interface PartReader {
  readonly text: string;
  /** @returns undefined where the part has no value */
  read(start: number, end: number): Placed | undefined;
  /** After a part: where its last value begins, its documents, and how many entries may still be merged. */
  readonly state: { offset: number; documents: number; readonly merging: { left: number } };
}

/** @param line from 0 */
export function brokenAt(line: number | undefined, problem: string): SourceNote {
  return { line, message: l10n.t('The YAML is broken: {0}', problem), severity: 'error' };
}

/** `isBroken`: the text breaks a rule of YAML, which the notes name. */
type StrictDocument = PlacedDocument & { readonly isBroken?: boolean };

/** Parts up to so many characters are read at once: reading a part costs, however short it is. */
const shortPart = 3_000_000;
/** How often a part is cut into parts: a description of an API is a map of a few large maps. */
const mostCuts = 3;

/**
 * Parses YAML event by event, so that no tree but the result is in memory. The events take more memory than the result: the
 * entries of large maps are read one after the other. Aliases share one value, so that a few lines cannot grow without end. Of
 * equal keys the last one counts.
 * @param short parts of up to so many characters are read at once
 * @returns `isBroken` when the text is too deep or breaks a rule of YAML, which a tolerant parser may accept
 */
export async function parsePlacedYaml(text: string, short = shortPart): Promise<StrictDocument> {
  const yaml = await import('js-yaml');
  const tryReading = (read: (reader: PartReader) => Placed | undefined): StrictDocument => {
    try {
      const reader = createPartReader(text, yaml);
      const root = read(reader);
      const { merging, documents, offset } = reader.state;
      if (merging.left < 0) return tooManyMerged();
      const message = l10n.t('Only the first YAML document of the file is read.');
      const note = (): SourceNote => ({ line: createLocator(text)(offset).line, message, severity: 'information' });
      // A text of comments has no value.
      return { root: root ?? { kind: 'scalar', offset: 0, value: null }, notes: documents > 1 ? [note()] : [] };
    } catch (error) {
      if (!(error instanceof yaml.YAMLException)) throw error;
      return { root: undefined, notes: [brokenAt(error.mark?.line, error.reason)], isBroken: true };
    }
  };
  // A value whose lines are indented too little is no part by itself.
  const document = tryReading((reader) => readParts(reader, short, 0, text.length));
  return document.isBroken ? tryReading(({ read }) => read(0, text.length)) : document;
}

/** @param short parts of up to so many characters are read at once */
function readParts(reader: PartReader, short: number, start: number, end: number, cuts = 0): Placed | undefined {
  const { text, read } = reader;
  const starts = end - start > short && cuts < mostCuts ? entriesIn(text, start, end) : [];
  if (starts.length === 0) return read(start, end);
  const all: Entries = new Map();
  let offset: number | undefined;
  for (let index = 0; index < starts.length; ) {
    const first = starts[index] ?? end;
    // Short entries go together, a long one by itself.
    for (index += 1; index < starts.length && (starts[index + 1] ?? end) - first <= short; ) index += 1;
    const until = starts[index] ?? end;
    const at = until - first > short ? valueLineOf(text, first, until) : undefined;
    const placed = read(first, at ?? until);
    if (placed?.kind !== 'map') return read(start, end);
    offset ??= placed.offset;
    for (const [key, { keyOffset, value }] of placed.entries)
      all.set(key, { keyOffset, value: at === undefined ? value : (readParts(reader, short, at, until, cuts + 1) ?? value) });
  }
  return { kind: 'map', offset: offset ?? start, entries: all };
}

function createPartReader(text: string, { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE }: typeof JsYaml): PartReader {
  const anchors = new Map<string, Placed>();
  const shared = shareKeys();
  const state = { offset: 0, documents: 0, merging: { left: limits.mergedEntries } };
  const read = (start: number, end: number): Placed | undefined => {
    const part = text.slice(start, end);
    const open: Open[] = [];
    let root: Placed | undefined;
    state.documents = 0;
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
    const close = ({ placed, anchor, entries, merged }: Open): void => {
      if (entries) mergeEntries(entries, merged, state.merging);
      put(placed, anchor);
    };
    const readScalar = (event: ScalarEvent): PlacedScalar['value'] => {
      const value = event.valueStart === -1 ? '' : getScalarValue(part, event);
      return event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1 ? readPlain(shared(value)) : value;
    };
    // A scalar is a level of its own here.
    const events: (Event | undefined)[] = parseEvents(part, { maxDepth: limits.documentDepth + 1 });
    for (let index = 0; index < events.length; index++) {
      const event = events[index];
      // Each goes as soon as it is read.
      events[index] = undefined;
      if (!event || event.type === EVENT_ID.DOCUMENT) {
        const next = events[index + 1];
        if (next?.type === EVENT_ID.SCALAR && next.valueStart === -1) index += 1;
        else state.documents += 1;
        if (state.documents === 2) break;
        continue;
      }
      if (event.type === EVENT_ID.POP) {
        const ended = open.pop();
        if (ended) close(ended);
        continue;
      }
      const anchor = event.anchorStart === -1 ? undefined : part.slice(event.anchorStart, event.anchorEnd);
      if (event.type === EVENT_ID.ALIAS) {
        state.offset = start + event.anchorStart;
        put(anchors.get(anchor ?? '') ?? { kind: 'scalar', offset: state.offset, value: null }, undefined);
      } else if (event.type === EVENT_ID.SCALAR) {
        const isQuoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
        // The place of an empty value is that of what is before it.
        if (event.valueStart !== -1) state.offset = start + (isQuoted ? event.valueStart - 1 : event.valueStart);
        put({ kind: 'scalar', offset: state.offset, value: readScalar(event) }, anchor);
      } else {
        const offset = (state.offset = start + event.start);
        const items: Placed[] = [];
        const entries: Entries | undefined = event.type === EVENT_ID.MAPPING ? new Map() : undefined;
        const placed: Placed = entries ? { kind: 'map', offset, entries } : { kind: 'list', offset, items };
        open.push({ placed, anchor, entries, items, merged: [], key: undefined });
      }
    }
    return root;
  };
  return { text, read, state };
}

/** A number keeps its spelling where the spelling contains more than the number: `0101`, `1.0`, `0x1F`. */
function readPlain(text: string): PlacedScalar['value'] {
  if (/^(?:null|Null|NULL|~|)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  return /^-?\d/.test(text) && String(Number(text)) === text ? Number(text) : text;
}
