import type { Node } from 'web-tree-sitter';
import { isNoCode, isOtherType } from '../languages/reading/readPatterns.ts';
import type { ConditionReading } from '../languages/reading/readings.ts';
import { isWholeToken } from '../matching/wholeToken.ts';
import { readLabelAt, type SyntaxContext } from '../mentions/constants.ts';
import { escapeRegExp } from '../matching/codeMatcher.ts';
import { normaliseSubject } from './subject.ts';

const nothing = String.raw`(?:null|undefined|None|nil|NULL|nullptr|''|""|0)`;
/** Longer conditions are read up to here, in characters. */
const longest = 5000;
const before = String.raw`(?:\b(?:typeof|not|isset|empty|is_string|is_null|strlen|len|(?:string|String)\.IsNullOr\w+|(?:Objects|StringUtils)\.\w+|!?\s*defined)\s*\(?\s*)?`;
const methods = String.raw`(?:\.(?:isEmpty|isNullOrEmpty|isNullOrBlank|isBlank|isNotEmpty|isNotBlank|empty|is_some|is_none|is_empty|isDefined|nonEmpty|nil\?|blank\?|present\?|empty\?|length|size|count|HasValue|trim|has_value)(?:\(\))?)*`;
const after = String.raw`(?:\s*,\s*(?:str|string|String)\s*\)|\s*\))?(?:\s*(?:[!=]==?|<>|>=?|-(?:n?eq)|is not|is|instanceof)\s*(?:not\s+)?(?:${nothing}|(['"])string\1|[Ss]tring|str)(?![\w.]))?`;

const patterns = new Map<string, RegExp>();
const mostPatterns = 500;

/** A question whether there is a subject at all, or a binding of it: `code`, `code != null`, `let code = err.code`. */
function presenceOf(subject: string): RegExp {
  let pattern = patterns.get(subject);
  if (!pattern) {
    if (patterns.size >= mostPatterns) patterns.clear();
    const spelling = escapeRegExp(subject);
    const binding = String.raw`(?:\b(?:let|var|val)\s+|\bSome\(\s*)${spelling}\s*\)?\??\s*=(?!=)[^,&|]*|${spelling}\s*:=[^;&|]*`;
    const question = String.raw`isinstance\(\s*${spelling}\s*,\s*str\s*\)|${before}${spelling}(?:\(\))?${methods}${after}(?=\s*(?:$|\)|&&|\|\||,|;|and\b|or\b|then\b))`;
    pattern = new RegExp(String.raw`(?<![\w.$'"])(?:${binding}|${question})`, 'g');
    patterns.set(subject, pattern);
  }
  return pattern;
}

/** Tests of a type that have the form of a comparison or of a call: `typeof code === 'number'`, `is_int($code)`. */
function otherTypeOf(subject: string): RegExp {
  const spelling = escapeRegExp(subject);
  const type = String.raw`(['"])(?:number|boolean|bigint|symbol|undefined|object|function)['"]`;
  const call = String.raw`(?:\\?is_(?:int|integer|long|float|double|bool|array|object)|Number\.is(?:Safe)?Integer)`;
  return new RegExp(String.raw`(?<![\w.$!'"] ?)(?:typeof ${spelling} ===? ${type}|${call}\( ?${spelling} ?\))`, 'g');
}

/**
 * Whether a condition asks something about a subject that cannot be read: it is not known which codes make it true.
 * @param inText all codes are texts: a test of a different type is true for none
 */
export function asksMore(context: SyntaxContext, condition: Node, subject: string, inText = false): boolean {
  const written = context.text.slice(condition.startIndex, Math.min(condition.endIndex, condition.startIndex + longest));
  if (!written.includes(lastName(subject))) return false;
  const text = written
    .replace(/\s+/g, ' ')
    .replace(/\?\.|\?->|->/g, '.')
    .replace(/!(?=[.)\]])/g, '');
  const rest = (inText ? text.replace(otherTypeOf(subject), ' ') : text).replace(presenceOf(subject), (question, ...groups) =>
    isArgument(text, Number(groups.at(-2))) ? question : ' ',
  );
  const readable = countReadable(context, context.language.readCondition(condition), subject, inText);
  return countMentions(rest, subject) > readable;
}

/** Whether an offset is among the arguments of a call. */
function isArgument(text: string, offset: number): boolean {
  let depth = 0;
  for (let at = offset - 1; at >= 0; at -= 1) {
    const sign = text.charAt(at);
    if (sign === ')') depth += 1;
    else if (sign === '(') {
      if (depth === 0 && /[\p{L}\p{N}_$\])>]/u.test(text.charAt(at - 1)) && !/\b(?:not|and|or|if)$/.test(text.slice(0, at)))
        return true;
      depth = Math.max(0, depth - 1);
    }
  }
  return false;
}

function lastName(subject: string): string {
  return /[\p{L}\p{N}_$]+(?=[^\p{L}\p{N}_$]*$)/u.exec(subject)?.[0] ?? subject;
}

function countMentions(text: string, subject: string): number {
  const spelling = text.replace(/\s+/g, ' ').replace(/ ?([.()[\]]) ?/g, '$1');
  let count = 0;
  for (let at = spelling.indexOf(subject); at !== -1; at = spelling.indexOf(subject, at + subject.length)) {
    const isName = isWholeToken(spelling, at, at + subject.length) && spelling.charAt(at - 1) !== '.';
    if (isName) count += 1;
  }
  return count;
}

/** In how many comparisons with codes the subject is; also in how many tests of a type that no code has. */
function countReadable(context: SyntaxContext, reading: ConditionReading, subject: string, inText: boolean): number {
  const isSubject = ({ text }: Node): boolean => normaliseSubject(text) === subject;
  const isCode = (node: Node): boolean => !isNoCode(node) && readLabelAt(context, node)?.value !== undefined;
  switch (reading.kind) {
    case 'not':
      return countReadable(context, reading.part, subject, false);
    case 'and':
    case 'or':
      return reading.parts.reduce((count, part) => count + countReadable(context, part, subject, inText), 0);
    case 'type':
      return inText && isSubject(reading.subject) && reading.types.every(isOtherType) ? 1 : 0;
    case 'contains':
      return isSubject(reading.subject) && reading.elements.every(isCode) ? 1 : 0;
    case 'compare': {
      const { left, right } = reading;
      return (isSubject(left) && isCode(right)) || (isSubject(right) && isCode(left)) ? 1 : 0;
    }
    default:
      return 0;
  }
}
