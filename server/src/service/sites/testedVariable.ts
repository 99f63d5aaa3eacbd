import type { Node } from 'web-tree-sitter';
import type { SyntaxContext } from '../mentions/constants.ts';
import { indentAt, newlineOf, startsLine } from './insertion/textLayout.ts';

/** A variable that a condition hands over so that an error of the variable's type is put there: `errors.As(err, &low)`. */
export interface TestedVariable {
  readonly name: string;
  /** Where the condition names it. */
  readonly use: { readonly start: number; readonly end: number };
  /** Its declaration, on a line of its own: `var low *harbour.TideError`. */
  readonly declaration: Node;
}

/** The variable whose type a condition tests; undefined where the condition names the class itself. */
export function testedVariable({ text, language }: SyntaxContext, condition: Node): TestedVariable | undefined {
  const reading = language.readCondition(condition);
  const [type, ...more] = reading.kind === 'type' ? reading.types : [];
  if (!type || more.length > 0 || type.startIndex >= condition.startIndex) return undefined;
  let declaration = type;
  while (declaration.parent && !startsLine(text, declaration.startIndex)) declaration = declaration.parent;
  if (!startsLine(text, declaration.startIndex) || declaration.endIndex >= condition.startIndex) return undefined;
  if (/[\r\n]/.test(declaration.text) || declaration.text.length > longest) return undefined;
  const name = /^(?:var\s+)?([\p{L}_][\p{L}\p{N}_]*)\s/u.exec(declaration.text)?.[1];
  const asked = text.slice(condition.startIndex, condition.endIndex);
  const at = name === undefined ? -1 : asked.search(new RegExp(`(?<=&)${name}(?![\\p{L}\\p{N}_])`, 'u'));
  if (name === undefined || at === -1) return undefined;
  const start = condition.startIndex + at;
  return { name, use: { start, end: start + name.length }, declaration };
}

/** Longer declarations are no model, in characters. */
const longest = 300;

/**
 * Declares variables for further classes as a neighbour is declared, below it.
 * @param label the class in the neighbour's declaration, as it is written there
 * @param names by class, how code here names it
 * @returns the variables by class; undefined where one of them would hide a name that the text has already
 */
export function declareVariables(
  { text }: SyntaxContext,
  { name, declaration }: TestedVariable,
  label: string,
  names: ReadonlyMap<string, string>,
):
  | {
      readonly variables: ReadonlyMap<string, string>;
      readonly declarations: readonly { readonly offset: number; readonly text: string }[];
    }
  | undefined {
  const variables = new Map<string, string>();
  let added = '';
  const own = declaration.text;
  const indent = newlineOf(text) + indentAt(text, declaration.startIndex);
  for (const [errorClass, written] of names) {
    const word = /[\p{L}\p{N}_]+$/u.exec(written)?.[0] ?? '';
    const variable = word.charAt(0).toLowerCase() + word.slice(1);
    const isTaken = new RegExp(`(?<![\\p{L}\\p{N}_])${variable}(?![\\p{L}\\p{N}_])`, 'u').test(text);
    const at = own.lastIndexOf(label);
    if (word === '' || word === variable || isTaken || at === -1) return undefined;
    const typed = own.slice(0, at) + written + own.slice(at + label.length);
    added += indent + typed.replace(name, () => variable);
    variables.set(errorClass, variable);
  }
  return { variables, declarations: [{ offset: declaration.endIndex, text: added }] };
}
