import { codeHeaderStrength, type Role, roleOf } from './tables/headerWords.ts';
import type { Block } from './pageBlocks.ts';
import { dropCharacters, joinRuns, linesOf, plainTextOf, type RichText } from './richText.ts';

/** The description of a code in the text under it. */
export interface Description {
  /** The text under labels such as `Cause:` and `Solution:`. Empty when there is no such label. */
  readonly cause: string;
  readonly description: string;
  readonly message: string;
  readonly remedy: string;
  readonly status: string;
  readonly retry: string;
  /** The first text without a label. */
  readonly first: string;
  /** The items of a list under such a label as `Common causes:`. */
  readonly causes: string;
  /** The items of lists without a label. */
  readonly items: string;
  /** The value of such a label as `Error code:`; undefined without one. */
  readonly code: RichText | undefined;
}

const labelled = /^\s*(?:[-*•]\s+)?([\p{L}][\p{L}\p{N} /()?'’_-]{0,40}?)\s{0,3}[:：]\s*/u;
const startingStatus = /^\s*(?:HTTP(?: status)?(?: code)?:?\s{0,3})?[1-5]\d\d(?: [A-Z][\w ]{2,30})?\s{0,3}(?:[-–—:.]\s{1,3}|$)/;
/** Headings that introduce a description: `What does it mean?` */
export const describing =
  /^(?:the )?(?:problem|issue|symptoms?|overview|what (?:is (?:it|this|the issue)|(?:does )?(?:it|this) means?|happened))\??$/i;
const causeLabel = /caus|reason|why|when|trigger|ursache|grund|motivo|raison|原因/i;

/** A description that is being read. */
type OpenDescription = { -readonly [Part in keyof Description]: Description[Part] };

type Slot = 'cause' | 'description' | 'message' | 'remedy' | 'status' | 'retry' | 'skip';

/**
 * Reads the blocks' description of the code above them: labels, or the first paragraph. `under` is the label of the blocks' own
 * heading.
 */
export function readDescription(
  parts: readonly { readonly blocks: readonly Block[]; readonly under: string | undefined }[],
): Description {
  const found: OpenDescription = {
    cause: '',
    description: '',
    message: '',
    remedy: '',
    status: '',
    retry: '',
    first: '',
    causes: '',
    items: '',
    code: undefined,
  };
  for (const { blocks, under } of parts) {
    let slot: Slot | undefined = under === undefined ? undefined : (slotOf(under) ?? 'skip');
    const own = slot;
    for (const block of blocks) {
      if (block.kind === 'paragraph') {
        const lines = linesOf(block.text);
        for (const line of lines) slot = readLine(line, slot, found);
        // A label without a value belongs to the next text.
        const last = lines.at(-1) ?? [];
        if (slot === undefined || !(/[:：]\s*$/.test(joinRuns(last)) || boldOf(last) === plainTextOf(last))) slot = own;
      } else if (block.kind === 'list') {
        const items = block.items.map(({ text }) => text);
        if (slot !== undefined && slot !== 'skip') {
          const joined = items.map(plainTextOf).filter(Boolean).join('; ');
          if (slot === 'cause') found.causes ||= joined;
          else fill(slot, joined, found);
        } else if (slot === undefined) {
          const plain = items.filter((item) => readItem(item, found) === undefined).map(plainTextOf);
          if (found.items === '') found.items = plain.filter(Boolean).join('; ').slice(0, longestItems);
          // A sentence that introduces them says nothing without them.
          if (/[:：]$/.test(found.first) && plain.length > 0) found.first = `${found.first} ${found.items}`;
        }
        slot = own;
      } else if (block.kind === 'code') slot = own;
      else if (block.kind === 'table' && block.rows.every((row) => row.length === 2)) {
        for (const [name, value] of block.rows.slice(0, 20)) {
          const slotOfRow = slotOf(plainTextOf(name ?? []));
          if (slotOfRow && slotOfRow !== 'skip') fill(slotOfRow, plainTextOf(value ?? []), found);
        }
      }
    }
  }
  return found;
}

const longestItems = 1_000;

/** Reads an item with a label. @returns undefined when it has none */
function readItem(item: RichText, found: OpenDescription): Slot | undefined {
  let slot: Slot | undefined;
  for (const line of linesOf(item)) slot = readLine(line, undefined, found, true) ?? slot;
  return slot;
}

/** Reads one line into its slot. Answers the slot that the lines after it belong to: a label without a value opens one. */
function readLine(line: RichText, open: Slot | undefined, found: OpenDescription, inList = false): Slot | undefined {
  const text = joinRuns(line);
  const match = labelled.exec(text.slice(0, 120));
  const label = match?.[1] ?? '';
  // A label is bold, or one of the words that are known; a sentence with a colon is neither.
  const isBold = line.find((run) => run.text.trim() !== '')?.strong === true;
  const slot = match ? slotOf(label) : isBold ? slotOf(boldOf(line)) : undefined;
  if (match && (slot !== undefined || isBold)) {
    const value = dropCharacters(line, match[0].length);
    const plain = plainTextOf(value);
    if (slot === undefined) return 'skip';
    if (slot === 'skip' && found.code === undefined && codeHeaderStrength(label) >= 2) found.code = value;
    if (plain === '') return slot;
    fill(slot, plain, found);
    return slot;
  }
  if (slot !== undefined && plainTextOf(line) === boldOf(line)) return slot;
  // `**HTTP 401** — The request has no key`: the text begins with the status.
  const status = startingStatus.exec(text.slice(0, 120));
  if (status && open === undefined && found.first === '' && !inList) {
    fill('status', status[0], found);
    found.first = plainTextOf(dropCharacters(line, status[0].length));
    return undefined;
  }
  if (open === 'skip') return open;
  if (open !== undefined) fill(open, plainTextOf(line), found, true);
  else if (!inList)
    found.first = found.first === '' || found.first.length < 200 ? `${found.first} ${plainTextOf(line)}`.trim() : found.first;
  return open;
}

function boldOf(line: RichText): string {
  return plainTextOf(line.filter((run) => run.strong));
}

function fill(slot: Slot, text: string, found: OpenDescription, more = false): void {
  if (slot === 'skip' || text === '') return;
  if (found[slot] === '') found[slot] = text;
  else if (more && found[slot].length < 1000) found[slot] += ` ${text}`;
}

const slots: Partial<Record<Role, Slot>> = {
  code: 'skip',
  status: 'status',
  remedy: 'remedy',
  message: 'message',
  retry: 'retry',
  other: 'skip',
  field: 'skip',
};

/** The meaning of a label; undefined when it is no known label. */
function slotOf(label: string): Slot | undefined {
  const words = label.trim().split(/\s+/).length;
  if (words > 6 || label === '') return undefined;
  if (describing.test(label.trim())) return 'description';
  if (/^(?:notes?|warning|tip|info|important|hint|hinweis|nota|remarque|注意)$/i.test(label.trim())) return 'skip';
  if (/^(?:reason|motivo|raison|grund)$/i.test(label.trim())) return 'cause';
  const role = roleOf(label);
  if (role === 'cause') return causeLabel.test(label) ? 'cause' : 'description';
  return role && slots[role];
}
