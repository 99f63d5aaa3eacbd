import type { Node } from 'web-tree-sitter';
import { type ArmStyle, bracedBranches, createArmWriter } from './armWriter.ts';
import { readJavaEnums } from './enumTypes.ts';
import { nameOfValue, readCondition, readDeclaration, readLabel, readList, readTable, unwrap } from './javaExpressions.ts';
import type { ArmReading, BranchReading, Language, SwitchReading } from './language.ts';
import { named } from './nodes.ts';
import { javaText } from './textForms.ts';
import { quoteWith } from './writing.ts';

const comments = new Set(['line_comment', 'block_comment']);

function readSwitch(node: Node): SwitchReading | undefined {
  const condition = node.type === 'switch_expression' ? node.childForFieldName('condition') : null;
  const body = node.childForFieldName('body');
  if (!condition || !body) return undefined;
  const arms: ArmReading[] = [];
  let otherwise: Node | undefined;
  let arrows = false;
  for (const arm of named(body)) {
    if (arm.type !== 'switch_rule' && arm.type !== 'switch_block_statement_group') continue;
    arrows ||= arm.type === 'switch_rule';
    const heads = named(arm).filter(({ type }) => type === 'switch_label');
    // `default` and `case null, default`
    const takesRest = heads.some((head) => /^default$|,\s*default$/.test(head.text));
    if (takesRest) otherwise = arm;
    const parts = heads.flatMap((head) => named(head)).filter(({ type, text }) => !comments.has(type) && text !== 'default');
    const labels = parts.filter(({ type }) => type !== 'guard' && type !== 'null_literal');
    const statements = named(arm).filter(({ type }) => type !== 'switch_label' && !comments.has(type));
    if (takesRest && labels.length === 0) continue;
    arms.push({
      node: arm,
      labels,
      body: statements,
      guarded: parts.some(({ type }) => type === 'guard'),
      braces: statements[0]?.type === 'block',
    });
  }
  return {
    node,
    head: { start: node.startIndex, end: condition.endIndex },
    subject: unwrap(condition),
    arms,
    otherwise,
    bodyEnd: body.lastChild?.type === '}' ? body.lastChild.startIndex : body.endIndex,
    closes: true,
    fallsThrough: !arrows,
    form: arrows ? 'arrows' : 'switch',
  };
}

function readBranch(node: Node): BranchReading | undefined {
  if (node.type !== 'if_statement') return undefined;
  const condition = node.childForFieldName('condition');
  const consequence = node.childForFieldName('consequence');
  if (!condition || !consequence) return undefined;
  const alternative = node.childForFieldName('alternative') ?? undefined;
  return { node, condition: unwrap(condition), consequence, alternative, braces: consequence.type === 'block', form: 'chain' };
}

const exits = new Set(['return_statement', 'throw_statement', 'break_statement', 'continue_statement', 'yield_statement']);

function leaves(statement: Node, breakStays = false): boolean {
  if (exits.has(statement.type)) return !(breakStays && statement.type === 'break_statement' && statement.namedChildCount === 0);
  if (statement.type === 'expression_statement')
    return /^(System\s*\.\s*exit|Runtime\s*\.\s*getRuntime\(\)\s*\.\s*(exit|halt))\s*\(/.test(statement.text);
  if (statement.type === 'block') {
    const last = named(statement)
      .filter(({ type }) => !comments.has(type))
      .at(-1);
    return last !== undefined && leaves(last, breakStays);
  }
  const branch = readBranch(statement);
  return branch?.alternative !== undefined && leaves(branch.consequence, breakStays) && leaves(branch.alternative, breakStays);
}

const cases: ArmStyle = {
  head: (labels) => labels.map((label) => `case ${label}:`).join(' '),
  otherwise: 'default:',
  stacked: true,
};

/** Java: both forms of `switch`, `if` with `equals`, `Map.of` and `Map.ofEntries`. */
export const java: Language = {
  id: 'java',
  title: 'Java',
  languageIds: ['java'],
  extensions: ['.java'],
  grammar: 'java',
  comment: { nodes: comments, line: '//' },
  text: javaText,
  quotes: ['"'],
  functions: new Set([
    'method_declaration',
    'constructor_declaration',
    'compact_constructor_declaration',
    'lambda_expression',
    'static_initializer',
    'class_body',
    'interface_body',
    'enum_body',
  ]),
  groups: new Set(['class_body', 'interface_body', 'enum_body', 'enum_body_declarations']),
  blocks: new Set(['block', 'constructor_body', 'switch_block_statement_group', 'program']),
  bareMembers: true,
  unwrap,
  readLabel,
  beforeDeclaredValue: /([^=!<>]=\s*|[(,]\s*)"$/,
  readDeclaration,
  readSwitch,
  readBranch,
  readTable,
  readCondition,
  readList,
  nameOfValue,
  leaves,
  readCodeTypes: readJavaEnums,
  writer: createArmWriter({
    quote: quoteWith(javaText),
    raise: (message) => `throw new UnsupportedOperationException(${message})`,
    raiseUnexpected: ({ subject }) => `throw new IllegalStateException("Unexpected error code: " + ${subject})`,
    terminator: ';',
    compare: (subject, label) => `${label}.equals(${subject})`,
    arms: {
      switch: cases,
      arrows: { head: (labels) => `case ${labels.join(', ')} ->`, otherwise: 'default ->', beside: true },
    },
    branches: { chain: bracedBranches },
    entries: {
      of: (label, value) => `${label}, ${value}`,
      entries: (label, value) => `Map.entry(${label}, ${value})`,
      entry: (label, value) => `entry(${label}, ${value})`,
    },
  }),
  repair: {
    afterArmLabel: ':',
    completeArm: ':',
    switchHead: /\bswitch\s*\([^{}]*\)\s*$/,
    beforeArmLabel: /\bcase\s+$/,
    beforeComparedLabel: /(\bequals(IgnoreCase)?\(|[=!]=)\s*$/,
    quotes: '"',
    probeArm: (label, quote) => `case ${quote}${label}${quote}: break;`,
    forms: {
      arrows: {
        afterArmLabel: ' ->',
        completeArm: ' -> {}',
        probeArm: (label, quote) => `case ${quote}${label}${quote} -> {}`,
      },
    },
  },
};
