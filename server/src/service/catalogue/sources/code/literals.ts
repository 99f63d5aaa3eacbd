import type { Node } from 'web-tree-sitter';
import { statusOfPhrase } from '../codeText.ts';
import { normalizeName } from '../errorProperties.ts';

/** A text, a number or a status's constant in a declaration. */
export interface Literal {
  readonly kind: 'text' | 'number' | 'status';
  readonly text: string;
  readonly number: number;
  /** The key or the named argument that it belongs to, in small letters without separators. */
  readonly label: string | undefined;
  readonly at: number;
}

const texts =
  /^(?:string|string_literal|interpreted_string_literal|raw_string_literal|line_string_literal|encapsed_string|verbatim_string_literal|template_string)$/;
const numbers =
  /^(?:number|integer|int_literal|integer_literal|number_literal|decimal_integer_literal|hex_integer_literal|long_literal)$/;
const members =
  /^(?:field_access|member_expression|attribute|navigation_expression|selector_expression|member_access_expression|scoped_identifier|scoped_use_list|qualified_name|class_constant_access_expression)$/;
const statusConstant =
  /(?:HttpStatus(?:Code)?s?|HTTPStatus|StatusCodes?|status|http|Response(?=::HTTP_))(?:\.|::)(?:Status|SC_|HTTP_(?:(\d{3})_)?)?(\w{2,60})$/;
const mostNodes = 2_000;

/** The literals in a declaration, in its order. Texts with something to be put into them are templates, and are texts as they are. */
export function literalsOf(root: Node): readonly Literal[] {
  const found: Literal[] = [];
  const waiting: { node: Node; label: string | undefined }[] = [{ node: root, label: undefined }];
  for (let looked = 0; looked < mostNodes; looked++) {
    const next = waiting.pop();
    if (!next) break;
    const { node, label } = next;
    if (/comment/.test(node.type)) continue;
    if (texts.test(node.type)) {
      const text = textOf(node.text);
      if (text !== undefined)
        found.push({ kind: 'text', text, number: Number.NaN, label, at: node.startIndex + quoteLength(node.text) });
      continue;
    }
    if (node.type === 'preproc_arg') {
      const literal = ofMacro(node);
      if (literal) found.push({ ...literal, label });
      continue;
    }
    if (numbers.test(node.type)) {
      const isNegative = node.parent?.text.startsWith('-') === true && /unary|prefix|minus|literal/.test(node.parent.type);
      const number = Number(node.text.replace(/_|[lLuU]+$/g, '')) * (isNegative ? -1 : 1);
      if (Number.isSafeInteger(number)) found.push({ kind: 'number', text: String(number), number, label, at: node.startIndex });
      continue;
    }
    if (members.test(node.type)) {
      const match = statusConstant.exec(node.text);
      const status = match?.[1] === undefined ? statusOfPhrase(match?.[2] ?? '') : Number(match[1]);
      if (status !== undefined) {
        found.push({ kind: 'status', text: node.text, number: status, label, at: node.startIndex });
        continue;
      }
    }
    const own = labelOf(node) ?? label;
    const children = node.namedChildren.filter((child) => child !== null);
    // The key of a pair is no value of it.
    const values =
      own !== undefined &&
      /pair$|argument$|(?:element|field)_initializer|labeled|keyed_element/.test(node.type) &&
      children.length > 1
        ? children.slice(1)
        : children;
    for (const child of values.toReversed()) waiting.push({ node: child, label: own });
  }
  return found;
}

/** The text of a macro without the remark behind it, which is a part of it. */
export function withoutRemark(text: string): string {
  return text.replace(/^((?:[^"/]|"[^"\n]*"|\/(?![/*]))*)\/[/*][\s\S]*$/, '$1');
}

/** The value of a macro: `5`, `(-6)`, `0x1F`, `"E_LATE"`; undefined for anything else. */
function ofMacro({ text, startIndex }: Node): Omit<Literal, 'label'> | undefined {
  const value = withoutRemark(text)
    .trim()
    .replace(/^\((.*)\)$/s, '$1')
    .trim();
  const word = textOf(value);
  if (word !== undefined) return { kind: 'text', text: word, number: Number.NaN, at: startIndex };
  const number = /^(-?)(0[xX][\da-fA-F]{1,12}|\d{1,15})[uUlL]{0,3}$/.exec(value);
  const read = number ? Number(number[2]) * (number[1] === '-' ? -1 : 1) : Number.NaN;
  return Number.isSafeInteger(read) ? { kind: 'number', text: String(read), number: read, at: startIndex } : undefined;
}

function labelOf(node: Node): string | undefined {
  if (
    !/pair$|keyword_argument|value_argument|^argument$|named_argument|labeled_argument|^field_initializer$|^keyed_element$|^array_element_initializer$/.test(
      node.type,
    )
  )
    return undefined;
  const [first, ...others] = node.namedChildren;
  if (!first || others.length === 0 || !/identifier|string|name|label|literal_element/.test(first.type)) return undefined;
  return normalizeName(first.text);
}

function quoteLength(text: string): number {
  return /^[a-zA-Z@$]{0,3}#{0,9}("""|'''|["'`])/.exec(text)?.[0].length ?? 0;
}

function textOf(source: string): string | undefined {
  const match = /^[a-zA-Z@$]{0,3}#{0,9}("""|'''|["'`])([\s\S]*)\1#{0,9}$/.exec(source.slice(0, 20_000));
  if (!match) return undefined;
  return (match[2] ?? '')
    .replace(/\\(?:\r\n|\n)\s*/g, '')
    .replace(/\\[nrt]/g, ' ')
    .replace(/\\(["'`\\$])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
