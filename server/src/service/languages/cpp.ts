import type { Node } from 'web-tree-sitter';
import { bracedBranches, createArmWriter } from './armWriter.ts';
import { readCppCodeTypes } from './cppCodeTypes.ts';
import { nameOfValue, readCondition, readDeclaration, readLabel, readList, readTable, unwrap } from './cppExpressions.ts';
import type { ArmReading, BranchReading, Language, SwitchReading } from './language.ts';
import { named } from './nodes.ts';
import { cppText } from './textForms.ts';
import { quoteWith } from './writing.ts';

function withoutComments(node: Node): Node[] {
  return named(node).filter(({ type }) => type !== 'comment');
}

/** Strings have no `switch`, but enums named after the codes have, and statuses. */
function readSwitch(node: Node): SwitchReading | undefined {
  if (node.type !== 'switch_statement') return undefined;
  const condition = node.childForFieldName('condition');
  const body = node.childForFieldName('body');
  if (!condition || !body) return undefined;
  const arms: ArmReading[] = [];
  let otherwise: Node | undefined;
  for (const arm of named(body)) {
    if (arm.type !== 'case_statement') continue;
    const label = arm.childForFieldName('value');
    if (!label) {
      otherwise = arm;
      continue;
    }
    const statements = withoutComments(arm).filter(({ startIndex }) => startIndex >= label.endIndex);
    arms.push({
      node: arm,
      labels: [label],
      body: statements,
      guarded: false,
      braces: statements[0]?.type === 'compound_statement',
    });
  }
  if (arms.length === 0) return undefined;
  return {
    node,
    head: { start: node.startIndex, end: condition.endIndex },
    subject: unwrap(condition),
    arms,
    otherwise,
    bodyEnd: body.lastChild?.type === '}' ? body.lastChild.startIndex : body.endIndex,
    closes: true,
    fallsThrough: true,
    form: 'switch',
  };
}

function readBranch(node: Node): BranchReading | undefined {
  if (node.type !== 'if_statement') return undefined;
  const condition = node.childForFieldName('condition');
  const consequence = node.childForFieldName('consequence');
  if (!condition || !consequence) return undefined;
  const otherwise = node.childForFieldName('alternative');
  return {
    node,
    condition: unwrap(condition),
    consequence,
    alternative: otherwise ? withoutComments(otherwise)[0] : undefined,
    braces: consequence.type === 'compound_statement',
    ...(condition.childForFieldName('initializer') ? { declares: true } : {}),
    form: 'chain',
  };
}

const exits = new Set(['return_statement', 'throw_statement', 'break_statement', 'continue_statement', 'goto_statement']);

function leaves(statement: Node, breakStays = false): boolean {
  if (exits.has(statement.type)) return !(breakStays && statement.type === 'break_statement');
  if (statement.type === 'expression_statement')
    return /^(std::)?(exit|abort|terminate|quick_exit|_Exit)\s*\(/.test(statement.text);
  if (statement.type === 'compound_statement') {
    const last = withoutComments(statement).at(-1);
    return last !== undefined && leaves(last, breakStays);
  }
  const branch = readBranch(statement);
  return branch?.alternative !== undefined && leaves(branch.consequence, breakStays) && leaves(branch.alternative, breakStays);
}

/** C++: comparisons of strings, `switch` on enums, initialisers of maps. */
export const cpp: Language = {
  id: 'cpp',
  title: 'C++',
  languageIds: ['cpp'],
  extensions: ['.cpp', '.cc', '.cxx', '.hpp', '.hh', '.hxx'],
  grammar: 'cpp',
  comment: { nodes: new Set(['comment']), line: '//' },
  text: cppText,
  labelsAreNames: true,
  quotes: ['"'],
  functions: new Set(['function_definition', 'lambda_expression', 'field_declaration_list', 'declaration_list']),
  groups: new Set(['field_declaration_list', 'declaration_list']),
  blocks: new Set(['compound_statement', 'case_statement', 'translation_unit']),
  bareMembers: true,
  unwrap,
  readLabel,
  beforeDeclaredValue: /([^=!<>]=\s*|\{\s*|\w\s+)"$/,
  readDeclaration,
  readSwitch,
  readBranch,
  readTable,
  readCondition,
  readList,
  nameOfValue,
  leaves,
  readCodeTypes: readCppCodeTypes,
  writer: createArmWriter({
    quote: quoteWith(cppText),
    raise: (message) => `throw std::logic_error(${message})`,
    raiseUnexpected: ({ form, subject }) =>
      // An enum cannot be put into the message.
      form === 'switch'
        ? 'throw std::logic_error("Unexpected error code")'
        : `throw std::logic_error("Unexpected error code: " + std::string(${subject}))`,
    terminator: ';',
    compare: (subject, label) => `${subject} == ${label}`,
    arms: {
      switch: { head: (labels) => labels.map((label) => `case ${label}:`).join(' '), otherwise: 'default:', stacked: true },
    },
    branches: { chain: bracedBranches },
    entries: { map: (label, value) => `{${label}, ${value}}` },
  }),
  repair: {
    afterArmLabel: ':',
    completeArm: ':',
    // Nothing is proposed where no enum shows how labels are named: a string would not compile.
    switchHead: /(?!)/,
    beforeArmLabel: /(?!)/,
    beforeComparedLabel: /[=!]=\s*$/,
    quotes: '"',
    probeArm: (label, quote) => `case ${quote}${label}${quote}: break;`,
  },
};
