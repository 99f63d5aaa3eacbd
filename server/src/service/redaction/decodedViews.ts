/** A text with one more layer of escapes taken off, and where each of its characters comes from. */
export interface DecodedView {
  readonly text: string;
  /** Offset in the original of each character, and of the end. */
  readonly origins: Uint32Array;
}

const mostLayers = 4;
const escape =
  /\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([nrtbf"'\\/]))|%([0-7][0-9A-Fa-f])|&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));|\u001b\[[0-9;:]{0,30}m|[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
// The prefix of a container's lines.
const linePrefix = /^(?:[\w.-]{1,64} {0,40}\| |\d{4}-\S{1,40} std(?:out|err) [FP] |\[pod\/[^\]\r\n]{1,300}\] )/gm;
const holdsPrefix = /\| |std(?:out|err) [FP] |\[pod\//;
// In a form's or a query's value a plus means a space.
const plus = /[=%?]\S{0,200}?\+/g;
// Between lines that are not neighbours in the original: nothing goes on from one to the other.
const gap = '\n\0\n';
// A line that is indented, of a list, or of a key's base64.
const goesOn = /[ \t]|- |[A-Za-z0-9+/=]{1,80}\r?$|Private-/my;
const mostLinesBelow = 400;
/** HTML's named character references of ASCII, in addition to numeric ones. */
const named = new Map(
  Object.entries({ amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ', Tab: '\t', NewLine: '\n', colon: ':' }).concat(
    Object.entries({
      semi: ';',
      comma: ',',
      equals: '=',
      commat: '@',
      period: '.',
      lowbar: '_',
      hyphen: '-',
      plus: '+',
      sol: '/',
    }),
    Object.entries({ bsol: '\\', num: '#', percnt: '%', lpar: '(', rpar: ')', lsqb: '[', rsqb: ']', excl: '!', dollar: '$' }),
  ),
);
const whiteSpace: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: ' ', f: ' ' };

/**
 * Returns the text itself, then its views with one layer of disguise removed after the other. A layer consists of JSON escapes,
 * percent encoding, character references, terminal colours, characters without width and the prefix of a container's lines. A
 * secret that is spelt with escapes is found in one of the views. Where a plus may mean a space, each view comes with spaces,
 * too. A view consists of the lines that differ and their neighbours.
 */
export function decodeViews(text: string): DecodedView[] {
  const origins = new Uint32Array(text.length + 1);
  for (let at = 0; at < origins.length; at++) origins[at] = at;
  const whole = { text, origins };
  const spaced = replaceMatches(whole, findPluses(text));
  return [whole, ...decodeLayers(whole), ...(spaced === undefined ? [] : [spaced, ...decodeLayers(spaced)])];
}

function decodeLayers(view: DecodedView): DecodedView[] {
  const views: DecodedView[] = [];
  for (let next = decodeOnce(view); next && views.length < mostLayers; next = decodeOnce(next)) views.push(next);
  return views;
}

/** All pluses of each line where one means a space. */
function findPluses(text: string): Replacement[] {
  const found: Replacement[] = [];
  let end = 0;
  for (const { index } of text.matchAll(plus)) {
    if (index < end) continue;
    const lineEnd = text.indexOf('\n', index);
    end = lineEnd < 0 ? text.length : lineEnd;
    const start = text.lastIndexOf('\n', index) + 1;
    for (let at = text.indexOf('+', start); at >= 0 && at < end; at = text.indexOf('+', at + 1))
      found.push({ start: at, end: at + 1, by: ' ' });
  }
  return found;
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  /** One character, or none. */
  readonly by: string;
}

/** undefined when there is nothing to take off. */
function decodeOnce(view: DecodedView): DecodedView | undefined {
  const replacements: Replacement[] = [];
  for (const match of view.text.matchAll(escape)) {
    const by = decodeEscape(match);
    if (by !== undefined) replacements.push({ start: match.index, end: match.index + match[0].length, by });
  }
  if (holdsPrefix.test(view.text)) {
    for (const { index, 0: prefix } of view.text.matchAll(linePrefix))
      replacements.push({ start: index, end: index + prefix.length, by: '' });
    replacements.sort((one, other) => one.start - other.start);
  }
  return replaceMatches(view, replacements);
}

/** The lines with something to replace, and their neighbours. undefined when there is nothing to replace. */
function replaceMatches({ text, origins }: DecodedView, replacements: readonly Replacement[]): DecodedView | undefined {
  if (replacements.length === 0) return undefined;
  const parts: string[] = [];
  const decoded = new Uint32Array(text.length + 1 + gap.length * replacements.length);
  let length = 0;
  const keep = (from: number, to: number) => {
    parts.push(text.slice(from, to));
    decoded.set(origins.subarray(from, to), length);
    length += to - from;
  };
  const put = (characters: string, origin: number) => {
    parts.push(characters);
    decoded.fill(origin, length, length + characters.length);
    length += characters.length;
  };
  const bounds = createLineBounds(text);
  let [from, lineEnd] = [0, -1];
  for (const { start, end, by } of replacements) {
    // Within what is replaced already.
    if (start < from) continue;
    if (start > lineEnd) {
      if (lineEnd >= 0) keep(from, lineEnd);
      const next = bounds(start);
      if (lineEnd >= 0 && next.start > lineEnd + 1) put(gap, origins[lineEnd] ?? 0);
      from = lineEnd < 0 ? next.start : Math.max(next.start, lineEnd);
      lineEnd = next.end;
    }
    keep(from, start);
    if (by !== '') put(by, origins[start] ?? 0);
    from = end;
  }
  keep(from, Math.max(from, lineEnd));
  decoded[length] = origins[Math.max(from, lineEnd)] ?? 0;
  return { text: parts.join(''), origins: decoded.subarray(0, length + 1) };
}

/**
 * Returns where the line above that of a place begins, and where the lines below it end: one, and those that go on with
 * something that began above them.
 */
function createLineBounds(text: string): (at: number) => { readonly start: number; readonly end: number } {
  const lineEnd = (from: number): number => {
    const found = text.indexOf('\n', from);
    return found < 0 ? text.length : found;
  };
  const lineStart = (at: number): number => (at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);
  return (at) => {
    let end = lineEnd(Math.min(text.length, lineEnd(at) + 1));
    for (let count = 0; count < mostLinesBelow && end < text.length; count++) {
      goesOn.lastIndex = end + 1;
      if (!goesOn.test(text)) break;
      end = lineEnd(end + 1);
    }
    return { start: lineStart(lineStart(at) - 1), end };
  };
}

/** undefined for an unknown name; empty for a colour and characters without width. */
function decodeEscape([whole, unicode, hex, letter, percent, decimal, reference, name]: RegExpExecArray): string | undefined {
  if (/^[\u001b\u00AD\u200B-\uFFFF]/.test(whole)) return '';
  if (name !== undefined) return named.get(name);
  if (letter !== undefined) return whiteSpace[letter] ?? letter;
  const code = unicode ?? hex ?? percent ?? reference;
  return fromCode(code === undefined ? Number(decimal) : Number.parseInt(code, 16));
}

/** One UTF-16 code unit, so that every character of the view has one origin. */
function fromCode(code: number): string {
  return String.fromCharCode(code & 0xffff);
}
