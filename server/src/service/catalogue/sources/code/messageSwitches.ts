import type { Node } from 'web-tree-sitter';

/** An arm of a switch that gives a code its text. */
export interface MessageArm {
  /** The code, without quotes. */
  readonly code: string;
  readonly arm: Node;
}

const named =
  /(?:err|code|fault)\w*?(?:message|msg|text|desc|string|reason)|(?:message|msg|text|desc|reason)\w*?(?:err|code|fault)/i;
/** The arms of switches, in any language. */
export const switchArms =
  /^(?:match_arm|switch_case|expression_case|case_clause|match_conditional_expression|case_statement|switch_section|switch_expression_arm|switch_rule|switch_block_statement_group|when_entry|switch_entry|switch_statement_case|switch_expression_case)$/;
const first = /^(?:case\s+|\(\s*)?(-?\d{1,9}|"[\w.:/-]{2,100}"|'[\w.:/-]{2,100}')\s*(?:=>|:|->|,|\))/;
const mostNodes = 200_000;

/**
 * The arms of a function that says what codes mean: `fn error_text(code: i32)` with `1001 => "No map"`. Empty for functions
 * whose name does not say so.
 */
export function messageArmsOf(node: Node): readonly MessageArm[] {
  const name = signatureOf(node).childForFieldName('name')?.text ?? '';
  if (!named.test(name)) return [];
  const found: MessageArm[] = [];
  const waiting: Node[] = [node];
  for (let looked = 0; looked < mostNodes; looked++) {
    const next = waiting.pop();
    if (!next) break;
    if (switchArms.test(next.type)) {
      const text = next.text.slice(0, 3_000);
      const code = first.exec(text)?.[1]?.replace(/^["']|["']$/g, '');
      if (code !== undefined && /["'`][^"'`]{2,}["'`]/.test(text.replace(first, ''))) found.push({ code, arm: next });
    } else for (const child of next.namedChildren.toReversed()) if (child) waiting.push(child);
  }
  return found;
}

const variables = /^(?:variable_declarator|assignment_expression|assignment)$/;
const mostLooked = 5_000;

/**
 * The tables in a function that says what codes mean: `function errorText($code) { $texts = [1001 => 'No map']; … }`.
 * @param isOfErrors its class is called after errors, and its own name need not say so
 */
export function messageTablesOf(node: Node, isOfErrors: boolean): readonly Node[] {
  if (!isOfErrors && !named.test(signatureOf(node).childForFieldName('name')?.text ?? '')) return [];
  const found: Node[] = [];
  const waiting: Node[] = [node];
  for (let looked = 0; looked < mostLooked; looked++) {
    const next = waiting.pop();
    if (!next) break;
    if (variables.test(next.type)) found.push(next);
    else for (const child of next.namedChildren.toReversed()) if (child) waiting.push(child);
  }
  return found;
}

/** The node with the name of a function: in Dart it is before the body. */
export function signatureOf(node: Node): Node {
  const before = node.type === 'function_body' ? node.previousNamedSibling : node;
  return (before?.type === 'method_signature' ? before.firstNamedChild : before) ?? node;
}
