import type { Node } from 'web-tree-sitter';
import { named } from '../nodes.ts';
import { byType } from './byType.ts';
import { readPart } from './readParts.ts';
import type { PatternForms } from './readingTable.ts';
import type { PatternReading, Reader } from './readings.ts';

/** Values that are no code: an arm for them leaves the other arms as they are. */
const noCode = /^(?:null|undefined|None|nil|NULL|nullptr|Null|void 0|''|"")$/;
/** Every code is of such a type. */
const textTypes = /^(?:[Ss]tring|str|String[?!]|object|Object|Any|AnyRef|CharSequence|Substring|dynamic|mixed)\??$/;
/** No code in text is of such a type. */
const otherTypes =
  /^(?:u?int\d*|Integer|Int\d*|UInt\d*|[Ll]ong|[Ss]hort|[Bb]yte|[Ff]loat\d*|[Dd]ouble|decimal|Decimal|BigDecimal|BigInt(?:eger)?|num|Number|Numeric|[Bb]ool|[Bb]oolean|Symbol|NilClass|Null|None|nil|Unit|void)\??$/;
/** Those of them that codes in numbers are of. */
const numericTypes = /^(?:u?int|Integer|U?Int|[Ll]ong|[Ss]hort|num)/;

/** Whether a label is a value, such as `null`, that no code is. */
export function isNoCode({ text }: Node): boolean {
  return text.length < 10 && noCode.test(text);
}

/** Whether a type is one that no code in text is of: `int`, `Boolean`. */
export function isOtherType({ text }: Node): boolean {
  return text.length < 30 && otherTypes.test(text);
}

/** Reads the patterns of an arm. There are three answers: these values, all values, and a pattern that cannot be read. */
export function createPatternReader(forms: PatternForms | undefined, read: Reader) {
  const around = forms?.around && byType(forms.around);
  const types = forms?.types && byType(forms.types);
  return (patterns: readonly Node[]): PatternReading => {
    const labels: Node[] = [];
    let takesRest = false;
    let takesNumbers = false;
    // The last pattern is taken first: its parts take its place.
    const left = [...patterns].reverse();
    for (let pattern = left.pop(); pattern; pattern = left.pop()) {
      const part = around?.get(pattern.type);
      const inner = part === true ? named(pattern) : typeof part === 'function' ? part(pattern, read) : undefined;
      const single = typeof part === 'string' ? readPart(pattern, part, read) : undefined;
      const type = types && readPart(pattern, types.get(pattern.type), read)?.text;
      if (forms?.takesAll?.(pattern)) takesRest = true;
      else if (single) left.push(single);
      else if (inner) left.push(...[...inner].reverse());
      else if (type !== undefined && textTypes.test(type)) takesRest = true;
      else if (type !== undefined && otherTypes.test(type)) takesNumbers ||= numericTypes.test(type);
      else if (!isNoCode(pattern)) labels.push(pattern);
    }
    return { labels: labels.map(read.unwrap), takesRest, takesNumbers };
  };
}
