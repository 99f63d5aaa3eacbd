/** A kind of secret: the alphabet and the length of its pieces, and the text around it. */
export interface SecretShape {
  readonly name: string;
  readonly expect: 'redacted' | 'kept';
  /** The secret is at `%s`. */
  readonly context: string;
  readonly prefix?: string;
  readonly alphabet?: Alphabet;
  readonly length?: number;
  readonly parts?: readonly Part[];
}

type Alphabet = 'upperdigit' | 'lowerdigit' | 'alnum' | 'alpha' | 'digit' | 'hex' | 'base64' | 'base64url' | 'uuid';
type Part =
  | string
  | { readonly alphabet: Alphabet; readonly length: number }
  /** So many digits with a right check digit, the first as given. */
  | { readonly luhn: number; readonly first: string };
type Random = () => number;

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lower = upper.toLowerCase();
const digits = '0123456789';
const alphabets: Readonly<Record<Alphabet, string>> = {
  upperdigit: upper + digits,
  lowerdigit: lower + digits,
  alnum: upper + lower + digits,
  alpha: upper + lower,
  digit: digits,
  hex: '0123456789abcdef',
  base64: `${upper}${lower}${digits}+/`,
  base64url: `${upper}${lower}${digits}_-`,
  uuid: '0123456789abcdef',
};

/** Numbers from 0 up to 1 that are the same for the same seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    // The lower bits repeat soon.
    return (state >>> 8) / 2 ** 24;
  };
}

/** Makes a text with a secret of a shape, and names the pieces that were drawn. */
export function makeSecret(shape: SecretShape, random: Random): { readonly text: string; readonly pieces: readonly string[] } {
  const { prefix = '', alphabet, length = 0, context } = shape;
  const parts = shape.parts ?? (alphabet === undefined ? [] : [prefix, { alphabet, length }]);
  const made = parts.map((part) => (typeof part === 'string' ? part : draw(part, random)));
  const pieces = made.filter((_, index) => typeof parts[index] !== 'string');
  // As it is: `$` has a meaning in a replacement.
  return { text: context.replace('%s', () => made.join('')), pieces };
}

function draw(part: Exclude<Part, string>, random: Random): string {
  if ('luhn' in part) return drawCardNumber(part.luhn, part.first, random);
  const { alphabet, length } = part;
  if (alphabet === 'uuid') return drawUuid(random);
  const letters = alphabets[alphabet];
  for (;;) {
    const text = drawFrom(letters, length, random);
    const mustMix = length >= 12 && /\d/.test(letters) && /[a-z]/i.test(letters);
    if (!mustMix || (/\d/.test(text) && /[a-z]/i.test(text))) return text;
  }
}

function drawFrom(letters: string, length: number, random: Random): string {
  return Array.from({ length }, () => letters.charAt(Math.floor(random() * letters.length))).join('');
}

function drawUuid(random: Random): string {
  const hex = (length: number) => drawFrom(alphabets.hex, length, random);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}

function drawCardNumber(length: number, first: string, random: Random): string {
  const body = first + drawFrom(digits, length - 1 - first.length, random);
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
