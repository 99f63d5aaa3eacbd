/** How one kind of quotes encloses a text. */
export interface StringForm {
  /**
   * Goes before a character with a special meaning; `twice`: the character is doubled; empty: such characters cannot be
   * written.
   */
  readonly sign: '\\' | '`' | 'twice' | '';
  /** Those characters, the sign and the quote among them. With the flags `g` and `u`; matches one character. */
  readonly special: RegExp;
  /** Writes a character by its number; absent or undefined: a text with such a character cannot be written. */
  readonly byNumber?: (codePoint: number) => string | undefined;
  /** The characters that are written by their numbers in addition to invisible ones. */
  readonly numbered?: RegExp;
}

/** How a language writes texts: its quotes, escapes and comments. */
export interface TextForms {
  /** By quote, the one that is to be preferred first. */
  readonly strings: Readonly<Record<string, StringForm>>;
  /** Node types of string literals, with any quotes. */
  readonly nodes: ReadonlySet<string>;
  /** The least program around a literal: a written literal is read back in it. */
  frame(literal: string): string;
  /** The characters that are doubled in the messages of new arms, which are format strings there. */
  readonly formatted?: RegExp;
  /**
   * Texts that end a comment, a line or a script there, or would in a different place; a blank goes after the first character.
   */
  readonly commentEnds?: RegExp;
}

/** The quotes of a language, the one that is to be preferred first. */
export function quotesOf({ strings }: TextForms): readonly [string, ...string[]] {
  const [first = '"', ...others] = Object.keys(strings);
  return [first, ...others];
}

/** Invisible characters, and those that turn the direction of text around; halves of surrogate pairs too. */
export const unseenCharacters =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115F\u1160\u3164\uFFA0\u{E0000}-\u{E0FFF}]|\u034F|\u17B4|\u17B5/gu;

type ByNumber = NonNullable<StringForm['byNumber']>;

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');
const isHalf = (point: number): boolean => point >= 0xd800 && point <= 0xdfff;
const units = (point: number): number[] =>
  String.fromCodePoint(point)
    .split('')
    .map((unit) => unit.charCodeAt(0));

/** `\u202e`, one for each UTF-16 unit. */
const byUnits: ByNumber = (point) =>
  units(point)
    .map((unit) => `\\u${hex(unit, 4)}`)
    .join('');
/** `\u202e`, `\U000e0001`. */
const byLength: ByNumber = (point) => (point > 0xffff ? `\\U${hex(point, 8)}` : `\\u${hex(point, 4)}`);
/** `\u{202e}`; half a surrogate pair is no character there. */
const inBraces: ByNumber = (point) => (isHalf(point) ? undefined : `\\u{${hex(point, 1)}}`);
const wholeByLength: ByNumber = (point) => (isHalf(point) ? undefined : byLength(point));
const octal = (point: number): string => `\\${point.toString(8).padStart(3, '0')}`;
/** A Java compiler reads `\u000a` as a line break before it reads anything else. */
const forJava: ByNumber = (point) => (point < 0x80 ? octal(point) : byUnits(point));
/** C++ takes no number of a control character. */
const forCpp: ByNumber = (point) => (point < 0x80 ? octal(point) : point < 0xa0 ? undefined : wholeByLength(point));

const backslash = (special: RegExp, byNumber?: ByNumber, numbered?: RegExp): StringForm => ({
  sign: '\\',
  special,
  ...(byNumber ? { byNumber } : {}),
  ...(numbered ? { numbered } : {}),
});
const double = /[\\"]/gu;
const single = /[\\']/gu;
const withDollar = /[\\"$]/gu;

// In a page, these end the script or open a comment in it.
const inScripts = /<(?=[/!]|script)/giu;

/** TypeScript and JavaScript, in pages too. */
export const scriptText: TextForms = {
  strings: {
    "'": backslash(single, byUnits, inScripts),
    '"': backslash(double, byUnits, inScripts),
    '`': backslash(/[\\`]|\$(?=\{)/gu, byUnits, inScripts),
  },
  nodes: new Set(['string', 'template_string']),
  frame: (literal) => `x = ${literal};`,
  commentEnds: /<(?=\/?script|!--)|-(?=->)|\](?=\]>)/giu,
};

export const pythonText: TextForms = {
  strings: { '"': backslash(double, byLength), "'": backslash(single, byLength) },
  nodes: new Set(['string']),
  frame: (literal) => `x = ${literal}\n`,
};

/** Only double quotes read `#{…}`. */
export const rubyText: TextForms = {
  strings: { '"': backslash(/[\\"]|#(?=[{$@])/gu, inBraces), "'": backslash(single) },
  nodes: new Set(['string']),
  frame: (literal) => `x = ${literal}\n`,
};

export const phpText: TextForms = {
  strings: { "'": backslash(single), '"': backslash(withDollar, inBraces) },
  nodes: new Set(['string', 'encapsed_string']),
  frame: (literal) => `<?php $x = ${literal};`,
  commentEnds: /\?(?=>)|<(?=\?)/gu,
};

export const goText: TextForms = {
  strings: { '"': backslash(double, wholeByLength), '`': { sign: '', special: /`/gu } },
  nodes: new Set(['interpreted_string_literal', 'raw_string_literal']),
  frame: (literal) => `package p\nvar x = ${literal}\n`,
};

export const javaText: TextForms = {
  strings: { '"': backslash(double, forJava) },
  nodes: new Set(['string_literal']),
  frame: (literal) => `class C { String x = ${literal}; }`,
  // Escapes of this kind are read in comments too.
  commentEnds: /\\(?=u)/gu,
};

export const csharpText: TextForms = {
  strings: { '"': backslash(double, byUnits) },
  nodes: new Set(['string_literal', 'verbatim_string_literal', 'raw_string_literal', 'interpolated_string_expression']),
  frame: (literal) => `class C { string x = ${literal}; }`,
};

export const rustText: TextForms = {
  strings: { '"': backslash(double, inBraces) },
  nodes: new Set(['string_literal', 'raw_string_literal']),
  frame: (literal) => `const X: &str = ${literal};`,
  formatted: /[{}]/g,
};

/** Two question marks may begin a trigraph. */
export const cppText: TextForms = {
  strings: { '"': backslash(/[\\"]|(?<=\?)\?/gu, forCpp) },
  nodes: new Set(['string_literal', 'raw_string_literal']),
  frame: (literal) => `auto x = ${literal};`,
  commentEnds: /\?(?=\?\/)/gu,
};

export const kotlinText: TextForms = {
  strings: { '"': backslash(withDollar, byUnits) },
  nodes: new Set(['string_literal']),
  frame: (literal) => `val x = ${literal}\n`,
};

export const scalaText: TextForms = {
  strings: { '"': backslash(double, byUnits) },
  nodes: new Set(['string', 'interpolated_string_expression']),
  frame: (literal) => `val x = ${literal}\n`,
  // Escapes of this kind are read in comments too, up to Scala 2.12.
  commentEnds: /\\(?=u)/gu,
};

export const swiftText: TextForms = {
  strings: { '"': backslash(double, inBraces) },
  nodes: new Set(['line_string_literal', 'multi_line_string_literal', 'raw_string_literal']),
  frame: (literal) => `let x = ${literal}\n`,
};

export const dartText: TextForms = {
  strings: { "'": backslash(/[\\'$]/gu, inBraces), '"': backslash(withDollar, inBraces) },
  nodes: new Set(['string_literal']),
  frame: (literal) => `var x = ${literal};`,
};

export const bashText: TextForms = {
  strings: { '"': backslash(/[\\"$`]/gu), "'": { sign: '', special: /'/gu } },
  nodes: new Set(['string', 'raw_string']),
  frame: (literal) => `x=${literal}\n`,
};

/** Typographic quotes count like the plain ones. */
export const powershellText: TextForms = {
  strings: {
    "'": { sign: 'twice', special: /['\u2018-\u201B]/gu },
    '"': { sign: '`', special: /["\u201C-\u201E`$]/gu },
  },
  nodes: new Set(['string_literal']),
  frame: (literal) => `$x = ${literal}\n`,
  commentEnds: /#(?=>)|<(?=#)/gu,
};
