/** A text with one more layer of escapes taken off, and where each of its characters comes from. */
export interface DecodedView {
  readonly text: string;
  /** Offset in the original of each character, and of the end. */
  readonly origins: Uint32Array;
}

const mostLayers = 4;
const escape =
  /\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|%([0-7][0-9A-Fa-f])|\\([nrtbf"'\\/])|&#(\d{1,7});|&#[xX]([0-9A-Fa-f]{1,6});|&([A-Za-z]{2,8});|\u001b\[[0-9;:]{0,30}m|[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|^(?:[\w.-]{1,64} {0,40}\| |\d{4}-\S{1,40} std(?:out|err) [FP] |\[pod\/[^\]\r\n]{1,300}\] )/gm;
// In a form's or a query's value a plus means a space.
const plus = /\+(?<=[=%?]\S{0,200})/;
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
 * too.
 */
export function decodeViews(text: string): DecodedView[] {
  const origins = Uint32Array.from({ length: text.length + 1 }, (_, index) => index);
  const views: DecodedView[] = [{ text, origins }];
  for (let layer = 0; layer < mostLayers; layer++) {
    const last = views.at(-1);
    const next = last && decodeOnce(last);
    if (next === undefined) break;
    views.push(next);
  }
  if (!plus.test(text)) return views;
  return views.flatMap((view) => [view, { ...view, text: view.text.replaceAll('+', ' ') }]);
}

/** undefined when there is nothing to take off. */
function decodeOnce({ text, origins }: DecodedView): DecodedView | undefined {
  const parts: string[] = [];
  const decoded = new Uint32Array(text.length + 1);
  let length = 0;
  let from = 0;
  const keep = (to: number) => {
    parts.push(text.slice(from, to));
    decoded.set(origins.subarray(from, to), length);
    length += to - from;
  };
  for (const match of text.matchAll(escape)) {
    const character = decodeEscape(match);
    if (character === undefined) continue;
    keep(match.index);
    parts.push(character);
    if (character !== '') decoded[length++] = origins[match.index] ?? 0;
    from = match.index + match[0].length;
  }
  if (from === 0) return undefined;
  keep(text.length);
  decoded[length] = origins[text.length] ?? 0;
  return { text: parts.join(''), origins: decoded.subarray(0, length + 1) };
}

/** undefined for an unknown name; empty for a colour, a prefix and characters without width. */
function decodeEscape([whole, unicode, hex, percent, letter, decimal, reference, name]: RegExpExecArray): string | undefined {
  if (/^[\u001b\u00AD\u200B-\uFFFF]| $/.test(whole)) return '';
  if (name !== undefined) return named.get(name);
  if (letter !== undefined) return whiteSpace[letter] ?? letter;
  const code = unicode ?? hex ?? percent ?? reference;
  return fromCode(code === undefined ? Number(decimal) : Number.parseInt(code, 16));
}

/** One UTF-16 code unit, so that every character of the view has one origin. */
function fromCode(code: number): string {
  return String.fromCharCode(code & 0xffff);
}
