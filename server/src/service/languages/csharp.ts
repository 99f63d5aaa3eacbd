import type { Node } from 'web-tree-sitter';
import { bracedBranches, createArmWriter } from './armWriter.ts';
import { nameOfValue, readDeclaration, readLabel, readList, readTable, unwrap } from './csharpExpressions.ts';
import { readCondition, readPattern } from './csharpPatterns.ts';
import type { ArmReading, BranchReading, Language, SwitchReading } from './language.ts';
import { named } from './nodes.ts';
import { csharpText } from './textForms.ts';
import { quoteWith } from './writing.ts';

const comments = new Set(['comment']);

function readSwitch(node: Node): SwitchReading | undefined {
  if (node.type === 'switch_statement') return readStatement(node);
  return node.type === 'switch_expression' ? readExpression(node) : undefined;
}

function readStatement(node: Node): SwitchReading | undefined {
  const value = node.childForFieldName('value');
  const body = node.childForFieldName('body');
  if (!value || !body) return undefined;
  const arms: ArmReading[] = [];
  let otherwise: Node | undefined;
  for (const section of named(body)) {
    if (section.type !== 'switch_section') continue;
    const parts = named(section).filter(({ type }) => !comments.has(type));
    const isDefault = section.children.some((child) => child?.type === 'default');
    const pattern = isDefault ? undefined : readPattern(parts[0]);
    const statements = parts.filter(({ type }) => /_statement$|^block$/.test(type));
    const guarded = parts.some(({ type }) => type === 'when_clause');
    if (isDefault || (pattern?.takesAll && !guarded)) otherwise = section;
    else
      arms.push({
        node: section,
        labels: pattern?.labels ?? [],
        body: statements,
        guarded,
        braces: statements[0]?.type === 'block',
      });
  }
  return {
    node,
    head: { start: node.startIndex, end: value.endIndex },
    subject: unwrap(value),
    arms,
    otherwise,
    bodyEnd: body.lastChild?.type === '}' ? body.lastChild.startIndex : body.endIndex,
    closes: true,
    fallsThrough: true,
    form: 'switch',
  };
}

function readExpression(node: Node): SwitchReading | undefined {
  const [value, ...rest] = named(node);
  if (!value) return undefined;
  const arms: ArmReading[] = [];
  let otherwise: Node | undefined;
  for (const arm of rest) {
    if (arm.type !== 'switch_expression_arm') continue;
    const parts = named(arm).filter(({ type }) => !comments.has(type));
    const pattern = readPattern(parts[0]);
    const guarded = parts.some(({ type }) => type === 'when_clause');
    if (pattern.takesAll && !guarded) otherwise = arm;
    else arms.push({ node: arm, labels: pattern.labels, body: parts.slice(-1), guarded, braces: false });
  }
  const keyword = node.children.find((child) => child?.type === 'switch');
  return {
    node,
    head: { start: node.startIndex, end: keyword?.endIndex ?? value.endIndex },
    subject: unwrap(value),
    arms,
    otherwise,
    bodyEnd: node.lastChild?.type === '}' ? node.lastChild.startIndex : node.endIndex,
    closes: true,
    fallsThrough: false,
    separator: ',',
    form: 'expression',
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

const exits = new Set([
  'return_statement',
  'throw_statement',
  'break_statement',
  'continue_statement',
  'goto_statement',
  'yield_statement',
]);

function leaves(statement: Node, breakStays = false): boolean {
  if (statement.type === 'yield_statement') return /^yield\s+break/.test(statement.text);
  if (exits.has(statement.type)) return !(breakStays && statement.type === 'break_statement');
  if (statement.type === 'expression_statement') return /^Environment\s*\.\s*(Exit|FailFast)\s*\(/.test(statement.text);
  if (statement.type === 'block') {
    const last = named(statement)
      .filter(({ type }) => !comments.has(type))
      .at(-1);
    return last !== undefined && leaves(last, breakStays);
  }
  const branch = readBranch(statement);
  return branch?.alternative !== undefined && leaves(branch.consequence, breakStays) && leaves(branch.alternative, breakStays);
}

/** C#: `switch` statements and expressions with their patterns, `if` with `==`, `is` and `Equals`, dictionaries. */
export const csharp: Language = {
  id: 'csharp',
  title: 'C#',
  languageIds: ['csharp'],
  extensions: ['.cs', '.csx'],
  grammar: 'c-sharp',
  comment: { nodes: comments, line: '//' },
  text: csharpText,
  quotes: ['"'],
  functions: new Set([
    'method_declaration',
    'constructor_declaration',
    'local_function_statement',
    'lambda_expression',
    'anonymous_method_expression',
    'accessor_declaration',
    'property_declaration',
    'declaration_list',
  ]),
  groups: new Set(['declaration_list']),
  blocks: new Set(['block', 'switch_section', 'compilation_unit']),
  bareMembers: true,
  unwrap,
  readLabel,
  beforeDeclaredValue: /[^=!<>]=>?\s*@?"$/,
  readDeclaration,
  readSwitch,
  readBranch,
  readTable,
  readCondition,
  readList,
  nameOfValue,
  leaves,
  readCodeTypes: () => [],
  writer: createArmWriter({
    quote: quoteWith(csharpText),
    raise: (message) => `throw new NotImplementedException(${message})`,
    raiseUnexpected: ({ subject }) => `throw new InvalidOperationException("Unexpected error code: " + ${subject})`,
    terminator: ';',
    compare: (subject, label) => `${subject} == ${label}`,
    arms: {
      switch: { head: (labels) => labels.map((label) => `case ${label}:`).join(' '), otherwise: 'default:', stacked: true },
      expression: { head: (labels) => `${labels.join(' or ')} =>`, otherwise: '_ =>', beside: true, separator: ',' },
    },
    branches: { chain: bracedBranches },
    entries: { index: (label, value) => `[${label}] = ${value}`, pair: (label, value) => `{ ${label}, ${value} }` },
  }),
  repair: {
    afterArmLabel: ':',
    completeArm: ': break;',
    switchHead: /\bswitch\s*\([^{}]*\)\s*$|\bswitch\s*$/,
    beforeArmLabel: /\bcase\s+$/,
    beforeComparedLabel: /([=!]=|\bis|\bor|Equals\()\s*$/,
    quotes: '"',
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
