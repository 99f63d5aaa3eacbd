import type { Node } from 'web-tree-sitter';
import { bracedBranches, createArmWriter } from './armWriter.ts';
import {
  conditionOf,
  nameOfValue,
  readCondition,
  readDeclaration,
  readLabel,
  readList,
  readTable,
  spanning,
  unwrap,
} from './dartExpressions.ts';
import { readDartEnums } from './enumTypes.ts';
import type { ArmReading, BranchReading, Language, SwitchReading } from './language.ts';
import { childrenOf, named } from './nodes.ts';
import { dartText } from './textForms.ts';
import { quoteWith } from './writing.ts';

const comments = new Set(['comment', 'documentation_comment']);

function readSwitch(node: Node): SwitchReading | undefined {
  const isExpression = node.type === 'switch_expression';
  if (!isExpression && node.type !== 'switch_statement') return undefined;
  const condition = node.childForFieldName('condition');
  const body = isExpression ? node : node.childForFieldName('body');
  const subject = condition && spanning(named(condition));
  if (!condition || !body || !subject) return undefined;
  const arms: ArmReading[] = [];
  let otherwise: Node | undefined;
  for (const arm of named(body)) {
    if (arm.type === 'switch_statement_default') otherwise = arm;
    if (arm.type !== 'switch_statement_case' && arm.type !== 'switch_expression_case') continue;
    const reading = readArm(arm);
    if (reading.takesAll) otherwise = arm;
    else arms.push(reading.arm);
  }
  return {
    node,
    head: { start: node.startIndex, end: condition.endIndex },
    subject,
    arms,
    otherwise,
    bodyEnd: body.lastChild?.type === '}' ? body.lastChild.startIndex : body.endIndex,
    closes: true,
    fallsThrough: false,
    ...(isExpression ? { separator: ',' } : {}),
    form: isExpression ? 'expression' : 'switch',
  };
}

function readArm(node: Node): { readonly arm: ArmReading; readonly takesAll: boolean } {
  const children = childrenOf(node).filter(({ type }) => !comments.has(type));
  const colon = children.findIndex(({ type }) => type === ':' || type === '=>');
  const when = children.findIndex(({ type }) => type === 'when');
  const guarded = when !== -1 && when < colon;
  const patterns = children
    .slice(0, guarded ? when : colon === -1 ? children.length : colon)
    .filter(({ isNamed, type }) => isNamed && type !== 'case_builtin' && type !== 'logical_or_operator');
  const [only] = patterns;
  const takesAll = !guarded && patterns.length === 1 && (only?.text === '_' || only?.type === 'variable_pattern');
  const labels = patterns.map(unwrap).filter(({ type }) => type !== 'null_literal');
  const body = colon === -1 ? [] : children.slice(colon + 1).filter(({ isNamed }) => isNamed);
  return { arm: { node, labels, body, guarded, braces: body[0]?.type === 'block', runsOn: body.length === 0 }, takesAll };
}

function readBranch(node: Node): BranchReading | undefined {
  const consequence = node.type === 'if_statement' ? node.childForFieldName('consequence') : null;
  const condition = consequence && conditionOf(node);
  if (!condition) return undefined;
  const alternative = node.childForFieldName('alternative') ?? undefined;
  return { node, condition, consequence, alternative, braces: consequence.type === 'block', form: 'chain' };
}

const exits = new Set(['return_statement', 'break_statement', 'continue_statement']);

function leaves(statement: Node, breakStays = false): boolean {
  if (exits.has(statement.type))
    return !(breakStays && statement.type === 'break_statement' && /^break\s*;$/.test(statement.text));
  if (statement.type === 'expression_statement')
    return /^(throw|rethrow)_expression$/.test(statement.firstNamedChild?.type ?? '') || /^exit\s*\(/.test(statement.text);
  if (statement.type === 'block') {
    const last = named(statement)
      .filter(({ type }) => !comments.has(type))
      .at(-1);
    return last !== undefined && leaves(last, breakStays);
  }
  const branch = readBranch(statement);
  return branch?.alternative !== undefined && leaves(branch.consequence, breakStays) && leaves(branch.alternative, breakStays);
}

/** Dart 3: `switch` statements and expressions, `if`, maps. */
export const dart: Language = {
  id: 'dart',
  title: 'Dart',
  languageIds: ['dart'],
  extensions: ['.dart'],
  grammar: 'dart',
  comment: { nodes: comments, line: '//' },
  text: dartText,
  quotes: ["'", '"'],
  functions: new Set(['function_body', 'function_expression', 'class_body', 'enum_body', 'extension_body', 'mixin_body']),
  groups: new Set(['class_body', 'enum_body', 'extension_body', 'mixin_body']),
  blocks: new Set(['block', 'switch_statement_case', 'switch_statement_default', 'program']),
  bareMembers: true,
  unwrap,
  readLabel,
  beforeDeclaredValue: /([^=!<>]=\s*|[(,]\s*)r?['"]$/,
  readDeclaration,
  readSwitch,
  readBranch,
  readTable,
  readCondition,
  readList,
  nameOfValue,
  leaves,
  readCodeTypes: readDartEnums,
  writer: createArmWriter({
    quote: quoteWith(dartText),
    raise: (message) => `throw UnimplementedError(${message})`,
    raiseUnexpected: ({ subject, quote }) =>
      `throw StateError(${quote}Unexpected error code: \${${subject.replaceAll(quote, quote === '"' ? "'" : '"')}}${quote})`,
    terminator: ';',
    compare: (subject, label) => `${subject} == ${label}`,
    arms: {
      switch: { head: (labels) => `case ${labels.join(' || ')}:`, otherwise: 'default:' },
      expression: { head: (labels) => `${labels.join(' || ')} =>`, otherwise: '_ =>', beside: true, separator: ',' },
    },
    branches: { chain: bracedBranches },
    entries: { map: (label, value) => `${label}: ${value}` },
  }),
  repair: {
    afterArmLabel: ':',
    completeArm: ':',
    switchHead: /\bswitch\s*\([^{}]*\)\s*$/,
    beforeArmLabel: /\bcase\s+$/,
    beforeComparedLabel: /[=!]=\s*$/,
    quotes: '\'"',
    probeArm: (label, quote) => `case ${quote}${label}${quote}: break;`,
    forms: {
      expression: {
        afterArmLabel: ' =>',
        completeArm: ' => 0,',
        probeArm: (label, quote) => `${quote}${label}${quote} => 0,`,
      },
    },
  },
};
