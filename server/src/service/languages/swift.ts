import type { Node } from 'web-tree-sitter';
import { createArmWriter, plainBranches } from './armWriter.ts';
import { readSwiftEnums } from './enumTypes.ts';
import type { ArmReading, BranchReading, Language, SwitchReading } from './language.ts';
import { childrenOf, joinPieces, named, piecesOf } from './nodes.ts';
import { conditionsOf, readCondition } from './swiftConditions.ts';
import { nameOfValue, readDeclaration, readLabel, readList, readTable, unwrap } from './swiftExpressions.ts';
import { swiftText } from './textForms.ts';
import { quoteWith } from './writing.ts';

const comments = new Set(['comment', 'multiline_comment']);

/** A block as one node: the grammar leaves its brackets and statements side by side. */
const braced = 'joined_block';

function readSwitch(node: Node): SwitchReading | undefined {
  const expression = node.type === 'switch_statement' ? node.childForFieldName('expr') : null;
  if (!expression) return undefined;
  const arms: ArmReading[] = [];
  let otherwise: Node | undefined;
  for (const entry of named(node)) {
    if (entry.type !== 'switch_entry') continue;
    const parts = childrenOf(entry);
    const patterns = parts.filter(({ type }) => type === 'switch_pattern');
    const guarded = parts.some(({ type }) => type === 'where_keyword');
    const takesRest = patterns.length === 1 && /^(_|(let|var)\s+\w+)$/.test(patterns[0]?.text ?? '');
    if (parts.some(({ type }) => type === 'default_keyword') || (takesRest && !guarded)) {
      otherwise = entry;
      continue;
    }
    const statements = parts.find(({ type }) => type === 'statements');
    arms.push({
      node: entry,
      labels: patterns.map(unwrap).filter(({ text }) => text !== 'nil'),
      body: statements ? named(statements).filter(({ type }) => !comments.has(type)) : [],
      guarded,
      braces: false,
      runsOn: parts.some(({ type }) => type === 'fallthrough'),
    });
  }
  return {
    node,
    head: { start: node.startIndex, end: expression.endIndex },
    subject: unwrap(expression),
    arms,
    otherwise,
    bodyEnd: node.lastChild?.type === '}' ? node.lastChild.startIndex : node.endIndex,
    closes: true,
    fallsThrough: false,
    form: 'switch',
  };
}

function readBranch(node: Node): BranchReading | undefined {
  if (node.type !== 'if_statement' && node.type !== 'guard_statement') return undefined;
  const condition = conditionsOf(node);
  const children = childrenOf(node);
  const consequence = blockFrom(children, 0);
  if (!condition || !consequence) return undefined;
  const isElse = node.type === 'if_statement' ? children.findIndex(({ type }) => type === 'else') : -1;
  const next = isElse === -1 ? undefined : children.slice(isElse).find(({ type }) => type === 'if_statement');
  return {
    node,
    condition: condition.node,
    consequence,
    alternative: isElse === -1 ? undefined : (next ?? blockFrom(children, isElse)),
    declares: condition.declares && node.type === 'if_statement',
    braces: true,
    form: 'chain',
  };
}

/** The first block among a statement's children, brackets included. */
function blockFrom(children: readonly Node[], from: number): Node | undefined {
  const open = children.findIndex(({ type }, index) => index >= from && type === '{');
  const close = children.find(({ type }, index) => index > open && type === '}');
  const first = children[open];
  return first && close ? joinPieces(first, close, braced) : undefined;
}

function leaves(statement: Node, breakStays = false): boolean {
  if (statement.type === 'control_transfer_statement')
    return !(breakStays && /^break\s*$/.test(statement.text)) && !/^(yield|fallthrough)\b/.test(statement.text);
  if (statement.type === 'call_expression') return /^(fatalError|preconditionFailure|exit|abort)\s*\(/.test(statement.text);
  if (statement.type === braced || statement.type === 'statements') {
    const statements = statement.type === braced ? piecesOf(statement).find(({ type }) => type === 'statements') : statement;
    const last = statements
      ? named(statements)
          .filter(({ type }) => !comments.has(type))
          .at(-1)
      : undefined;
    return last !== undefined && leaves(last, breakStays);
  }
  const branch = readBranch(statement);
  return branch?.alternative !== undefined && leaves(branch.consequence, breakStays) && leaves(branch.alternative, breakStays);
}

/** Swift: `switch`, `if` and `guard`, dictionaries. */
export const swift: Language = {
  id: 'swift',
  title: 'Swift',
  languageIds: ['swift'],
  extensions: ['.swift'],
  grammar: 'swift',
  comment: { nodes: comments, line: '//' },
  text: swiftText,
  quotes: ['"'],
  functions: new Set(['function_body', 'lambda_literal', 'computed_property', 'class_body', 'enum_class_body', 'protocol_body']),
  groups: new Set(['class_body', 'enum_class_body', 'protocol_body']),
  blocks: new Set(['statements', 'source_file']),
  bareMembers: true,
  unwrap,
  readLabel,
  beforeDeclaredValue: /[^=!<>]=\s*"$/,
  readDeclaration,
  readSwitch,
  readBranch,
  readTable,
  readCondition,
  readList,
  nameOfValue,
  leaves,
  readCodeTypes: readSwiftEnums,
  writer: createArmWriter({
    quote: quoteWith(swiftText),
    raise: (message) => `fatalError(${message})`,
    raiseUnexpected: ({ subject }) => `fatalError("Unexpected error code: \\(${subject})")`,
    terminator: '',
    compare: (subject, label) => `${subject} == ${label}`,
    arms: { switch: { head: (labels) => `case ${labels.join(', ')}:`, otherwise: 'default:' } },
    branches: { chain: plainBranches },
    entries: { dictionary: (label, value) => `${label}: ${value}` },
  }),
  repair: {
    afterArmLabel: ':',
    completeArm: ': break',
    switchHead: /\bswitch\s+[^{}]*$/,
    beforeArmLabel: /\bcase\s+$/,
    beforeComparedLabel: /[=!]=\s*$/,
    quotes: '"',
    probeArm: (label, quote) => `case ${quote}${label}${quote}: break\n`,
  },
};
