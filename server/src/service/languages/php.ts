import type { Node } from 'web-tree-sitter';
import { bracedBranches, createArmWriter } from './armWriter.ts';
import { readPhpEnums } from './enumTypes.ts';
import type { ArmReading, BranchReading, Language, SwitchReading } from './language.ts';
import { named } from './nodes.ts';
import { nameOfValue, readCondition, readDeclaration, readLabel, readList, readTable, unwrap } from './phpExpressions.ts';
import { phpText } from './textForms.ts';
import { quoteWith } from './writing.ts';

const comments = new Set(['comment']);

function readSwitch(node: Node): SwitchReading | undefined {
  const isMatch = node.type === 'match_expression';
  if (!isMatch && node.type !== 'switch_statement') return undefined;
  const condition = node.childForFieldName('condition');
  const body = node.childForFieldName('body');
  if (!condition || !body) return undefined;
  const arms: ArmReading[] = [];
  let otherwise: Node | undefined;
  for (const arm of named(body)) {
    if (arm.type === 'default_statement' || arm.type === 'match_default_expression') otherwise = arm;
    const conditions = arm.childForFieldName(isMatch ? 'conditional_expressions' : 'value');
    if (!conditions) continue;
    const labels = isMatch ? named(conditions).filter(({ type }) => !comments.has(type)) : [conditions];
    const statements = named(arm).filter(({ type, startIndex }) => startIndex >= conditions.endIndex && !comments.has(type));
    arms.push({ node: arm, labels, body: statements, guarded: false, braces: statements[0]?.type === 'compound_statement' });
  }
  const subject = unwrap(condition);
  // `match (true)` holds conditions.
  if (subject.type === 'boolean') return undefined;
  const last = body.lastChild;
  return {
    node,
    head: { start: node.startIndex, end: condition.endIndex },
    subject,
    arms,
    otherwise,
    bodyEnd: last?.type === '}' || last?.type === 'endswitch' ? last.startIndex : body.endIndex,
    closes: true,
    fallsThrough: !isMatch,
    ...(isMatch ? { separator: ',' } : {}),
    form: isMatch ? 'match' : 'switch',
  };
}

function readBranch(node: Node): BranchReading | undefined {
  if (node.type !== 'if_statement' && node.type !== 'else_if_clause') return undefined;
  const condition = node.childForFieldName('condition');
  const consequence = node.childForFieldName('body');
  if (!condition || !consequence) return undefined;
  const owner = node.type === 'if_statement' ? node : node.parent;
  const next = named(owner ?? node).find(
    ({ type, startIndex }) => startIndex > node.startIndex && (type === 'else_if_clause' || type === 'else_clause'),
  );
  const alternative = next?.type === 'else_clause' ? (next.childForFieldName('body') ?? undefined) : next;
  const braces = consequence.type === 'compound_statement';
  const form = consequence.type === 'colon_block' ? 'colons' : usesElseIf(node, next) ? 'elseif' : 'chain';
  return { node, condition: unwrap(condition), consequence, alternative, braces, form };
}

/** `elseif` in one word is the usual spelling, and only neighbours that write two say otherwise. */
function usesElseIf(node: Node, next: Node | undefined): boolean {
  if (next?.type === 'else_if_clause') return true;
  return node.type === 'else_if_clause' || (node.parent?.type !== 'else_clause' && next === undefined);
}

const exits = new Set(['return_statement', 'exit_statement', 'break_statement', 'continue_statement', 'goto_statement']);

function leaves(statement: Node, breakStays = false): boolean {
  // In a switch, `continue` does as `break` does.
  if (exits.has(statement.type))
    return !(breakStays && /^(break|continue)_/.test(statement.type) && statement.namedChildCount === 0);
  if (statement.type === 'expression_statement')
    return statement.firstNamedChild?.type === 'throw_expression' || /^(exit|die|abort)\b/i.test(statement.text);
  if (statement.type === 'throw_expression' || statement.type === 'throw_statement') return true;
  if (statement.type === 'compound_statement' || statement.type === 'colon_block') {
    const last = named(statement)
      .filter(({ type }) => !comments.has(type))
      .at(-1);
    return last !== undefined && leaves(last, breakStays);
  }
  const branch = readBranch(statement);
  return branch?.alternative !== undefined && leaves(branch.consequence, breakStays) && leaves(branch.alternative, breakStays);
}

/** PHP 8: `switch`, `match`, `if` in both spellings, arrays. */
export const php: Language = {
  id: 'php',
  title: 'PHP',
  languageIds: ['php'],
  extensions: ['.php', '.phtml'],
  grammar: 'php',
  comment: { nodes: comments, line: '//' },
  text: phpText,
  beforeFirstLine: /^(?:#![^\n]*\n)?<\?php[ \t]*\r?\n/,
  quotes: ["'", '"'],
  functions: new Set([
    'function_definition',
    'method_declaration',
    'anonymous_function',
    'anonymous_function_creation_expression',
    'arrow_function',
    'declaration_list',
    'enum_declaration_list',
  ]),
  groups: new Set(['declaration_list', 'enum_declaration_list']),
  blocks: new Set(['compound_statement', 'colon_block', 'case_statement', 'default_statement', 'program']),
  bareMembers: true,
  unwrap,
  readLabel,
  beforeDeclaredValue: /([^=!<>]=|,)\s*['"]$/,
  readDeclaration,
  readSwitch,
  readBranch,
  readTable,
  readCondition,
  readList,
  nameOfValue,
  leaves,
  readCodeTypes: readPhpEnums,
  writer: createArmWriter({
    quote: quoteWith(phpText),
    raise: (message) => `throw new \\LogicException(${message})`,
    raiseUnexpected: ({ subject, quote }) =>
      `throw new \\UnexpectedValueException(${quote}Unexpected error code: ${quote} . ${subject})`,
    terminator: ';',
    compare: (subject, label) => `${subject} === ${label}`,
    arms: {
      switch: { head: (labels) => labels.map((label) => `case ${label}:`).join(' '), otherwise: 'default:', stacked: true },
      match: { head: (labels) => `${labels.join(', ')} =>`, otherwise: 'default =>', beside: true, separator: ',' },
    },
    branches: {
      chain: bracedBranches,
      elseif: { ...bracedBranches, next: (condition) => `elseif (${condition}) {` },
      colons: {
        first: (condition) => `if (${condition}):`,
        next: (condition) => `elseif (${condition}):`,
        otherwise: 'else:',
        close: '',
      },
    },
    entries: { array: (label, value) => `${label} => ${value}` },
  }),
  repair: {
    afterArmLabel: ':',
    completeArm: ': break;',
    switchHead: /\b(switch|match)\s*\([^{}]*\)\s*$/,
    beforeArmLabel: /\bcase\s+$/,
    beforeComparedLabel: /[=!]==?\s*$/,
    quotes: '\'"',
    probeArm: (label, quote) => `case ${quote}${label}${quote}: break;`,
    forms: {
      match: {
        afterArmLabel: ' =>',
        completeArm: ' => 0,',
        probeArm: (label, quote) => `${quote}${label}${quote} => 0,`,
      },
    },
  },
};
