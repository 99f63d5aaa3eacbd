import { type StringForm, type TextForms, unseenCharacters } from './textForms.ts';

/**
 * Writes a text as a string literal, quotes included. Takes different quotes of the language where the wanted ones do not allow
 * the text; undefined where no quotes do.
 */
export function writeString({ strings }: TextForms, quote: string, text: string): string | undefined {
  for (const candidate of [quote, ...Object.keys(strings).filter((other) => other !== quote)]) {
    const form = strings[candidate];
    const written = form && escape(text, form);
    if (written !== undefined) return candidate + written + candidate;
  }
  return undefined;
}

function escape(text: string, { sign, special, byNumber, numbered }: StringForm): string | undefined {
  let isWritable = true;
  const mark = (character: string): string => {
    isWritable &&= sign !== '';
    return sign === 'twice' ? character + character : sign + character;
  };
  const number = (character: string): string => {
    const written = byNumber?.(character.codePointAt(0) ?? 0);
    isWritable &&= written !== undefined;
    return written ?? '';
  };
  const marked = text.replace(special, mark);
  const written = (numbered ? marked.replace(numbered, number) : marked).replace(unseenCharacters, number);
  return isWritable ? written : undefined;
}

const escapes = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3}))/uy;

/**
 * The value of a literal in the spelling of `writeString`. Undefined for any other spelling, and where a special character is
 * not escaped.
 */
export function readString({ strings }: TextForms, literal: string): string | undefined {
  const quote = literal.charAt(0);
  const form = strings[quote];
  if (!form || literal.length < 2 || !literal.endsWith(quote)) return undefined;
  const body = literal.slice(1, -1);
  const special = new RegExp(form.special.source, 'uy');
  const isAt = (pattern: RegExp, index: number, text = body): boolean => {
    pattern.lastIndex = index;
    return pattern.test(text);
  };
  const unseen = new RegExp(unseenCharacters.source, 'uy');
  let value = '';
  for (let index = 0; index < body.length; ) {
    const character = String.fromCodePoint(body.codePointAt(index) ?? 0);
    const next = String.fromCodePoint(body.codePointAt(index + 1) ?? 0);
    if (form.sign === 'twice' && isAt(special, index)) {
      if (next !== character) return undefined;
      value += character;
      index += 2;
    } else if (form.sign.length === 1 && character === form.sign) {
      escapes.lastIndex = index;
      const numbered = form.byNumber ? escapes.exec(body) : null;
      if (numbered) {
        const [whole, braced, short, long, byte] = numbered;
        const point = byte === undefined ? Number.parseInt(braced ?? short ?? long ?? '', 16) : Number.parseInt(byte, 8);
        if (point > 0x10ffff) return undefined;
        value += String.fromCodePoint(point);
        index += whole.length;
      } else {
        // Whether a character means something may depend on those beside it, as they are without signs.
        const beside = value.slice(-1);
        if (!isAt(special, beside.length, beside + body.slice(index + 1, index + 5))) return undefined;
        value += next;
        index += 1 + next.length;
      }
    } else {
      if (isAt(special, index) || isAt(unseen, index)) return undefined;
      value += character;
      index += character.length;
    }
  }
  return value;
}

/** Whether a text means itself in every language's quotes and has no other meaning anywhere: it need not be read back. */
export function isPlain(text: string): boolean {
  return /^[A-Za-z0-9_.:/ -]*$/.test(text);
}

// Keywords of the languages that allow them in upper case, and those of Ruby and Python in upper case.
const upperKeywords = new Set(
  'ABSTRACT AND ARRAY AS BEGIN BREAK CALLABLE CASE CATCH CLASS CLONE CONST CONTINUE DECLARE DEFAULT DIE DO ECHO ELSE ELSEIF EMPTY END ENUM EVAL EXIT EXTENDS FALSE FINAL FINALLY FN FOR FOREACH FUNCTION GLOBAL GOTO IF IMPLEMENTS INCLUDE INSTANCEOF INSTEADOF INTERFACE ISSET LIST MATCH NAMESPACE NEW NOT NULL OR PARENT PRINT PRIVATE PROTECTED PUBLIC READONLY REQUIRE RETURN SELF STATIC SWITCH THIS THROW TRAIT TRUE TRY UNSET USE VAR WHILE XOR YIELD'.split(
    ' ',
  ),
);

/** Whether a code is a name in every language and no keyword in any: other names have to be read back. */
export function isPlainName(code: string): boolean {
  if (/^[A-Z][A-Z0-9]*$/.test(code)) return !upperKeywords.has(code);
  return /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(code) || /^[A-Z][a-z0-9]+([A-Z][a-z0-9]+)+$/.test(code);
}

/** A text on one line, without invisible characters. Joiners stay where writing or emoji need them. */
export function onOneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(unseenCharacters, (character, offset: number, whole: string) =>
      /[\u200C\u200D]/.test(character) && /[^\u0000-\u007F]/.test(whole.charAt(offset - 1)) ? character : '',
    )
    .trim();
}

const tools =
  'eslint|oxlint|tslint|jshint|jslint|prettier|biome|dprint|deno|rubocop|shellcheck|pylint|pyright|mypy|ruff|flake8|isort|yapf|fmt|go|lint|nolint|swiftlint|swiftformat|ktlint|detekt|phpcs|clang|cspell|istanbul|c8|v8|webpack|vite|sourceMappingURL|sourceURL|error-codes|region|endregion|frozen_string_literal|warn_indent|typed|syntax|vi|vim|ex';

/** Instructions to tools in comments, in several parts; a blank between the parts takes the meaning away. */
const meant: readonly RegExp[] = [
  // PEP 263 looks for it in each of the first two lines, also inside other text.
  /(coding)([:=])/giu,
  new RegExp(String.raw`(?<![\p{L}\p{N}_])(${tools})([:=]|-(?=[a-z]))`, 'giu'),
  /(?<![\p{L}\p{N}.])(@)(?=[a-z])(ts-|flow|noflow|jsx|format|generated|cc_on|license|preserve|phpstan|psalm)/giu,
  /(?<![\p{L}\p{N}_])(no)(qa|sec|lint|inspection|sonar|semgrep|cover)(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}_])(type)(:\s*ignore)/giu,
  /(pragma)(:)/giu,
  /(-)(\*-)/gu,
  /(DO NOT)( EDIT)/gu,
  /(\*)(\/)/gu,
  /^(#|!|\+|@|\/|\*|:)([^\s])/gu,
];

/**
 * Writes a text behind a comment's opener: one line of visible characters. Nothing in it ends the comment, the line or the
 * script around it, or has a meaning to a compiler, an interpreter or a different tool.
 */
export function writeComment({ commentEnds }: TextForms, text: string): string {
  let line = onOneLine(text);
  if (commentEnds) line = line.replace(commentEnds, '$& ');
  for (const pattern of meant) line = line.replace(pattern, '$1 $2');
  // A line that ends so goes on in the next one.
  return line.replace(/(?:[\\\s]|\?\?\/)+$/u, '');
}
