import type { Node } from 'web-tree-sitter';
import type { Insertion } from '../types.ts';
import { createArmWriter, plainBranches } from './armWriter.ts';
import type { ArmReading, ArmWriter, BranchReading, LabelReading, Language, SwitchReading, TableReading } from './language.ts';
import { isField, isSameWord, named } from './nodes.ts';
import { readCondition, readList, readPattern, takesRest, unwrap, withoutConversion } from './rustConditions.ts';
import { rustText } from './textForms.ts';
import { readString } from './writeText.ts';
import { groupCodes, labelFor, notHandled, quoteWith } from './writing.ts';

const quoteString = quoteWith(rustText);

/** `todo!` reads its message as a format. */
const quoteMessage = (text: string): string => quoteString(text.replace(/[{}]/g, '$&$&'), '"');

function readLabel(wrapped: Node): LabelReading | undefined {
  const node = unwrap(wrapped);
  const span = { start: node.startIndex, end: node.endIndex };
  switch (node.type) {
    case 'string_literal':
    case 'raw_string_literal': {
      const [content, ...more] = named(node);
      if (more.length > 0 || !content || content.type !== 'string_content' || node.text.startsWith('b')) return undefined;
      return { form: 'string', value: content.text, span: { start: content.startIndex, end: content.endIndex }, node };
    }
    case 'tuple_struct_pattern':
    case 'call_expression': {
      // `Some("X")` is the label of an optional code, and new ones are wrapped like it.
      const inner = readSome(node);
      const reading = inner && readLabel(inner);
      return reading?.form === 'string' ? { ...reading, node } : undefined;
    }
    case 'integer_literal':
      return { form: 'number', value: node.text, span, node };
    case 'identifier':
    case 'scoped_identifier':
    case 'field_expression':
      return { form: 'constant', value: undefined, span, node };
    default:
      return undefined;
  }
}

function readSome(node: Node): Node | undefined {
  const [name, argument] = named(node);
  if (name?.text !== 'Some') return undefined;
  return argument?.type === 'arguments' ? (argument.firstNamedChild ?? undefined) : argument;
}

function readDeclaration(literal: Node): string | undefined {
  const item = literal.parent;
  if ((item?.type !== 'const_item' && item?.type !== 'static_item') || !isField(item, 'value', literal)) return undefined;
  const name = item.childForFieldName('name')?.text;
  const owner = item.parent?.parent;
  const ownerName = owner?.childForFieldName(owner.type === 'impl_item' ? 'type' : 'name')?.text;
  return (owner?.type === 'impl_item' || owner?.type === 'mod_item') && ownerName ? `${ownerName}::${name}` : name;
}

/**
 * An `if` or `match` that is a statement: there the statement itself stands for it, so that its neighbours are its
 * siblings. Undefined for the expression inside one.
 */
function expressionOf(node: Node, type: string): Node | undefined {
  if (node.type === 'expression_statement') {
    const inner = node.firstNamedChild;
    return inner?.type === type ? inner : undefined;
  }
  return node.type === type && node.parent?.type !== 'expression_statement' ? node : undefined;
}

function readSwitch(node: Node): SwitchReading | undefined {
  const match = expressionOf(node, 'match_expression');
  const value = match?.childForFieldName('value');
  const body = match?.childForFieldName('body');
  if (!match || !value || !body) return undefined;
  const arms: ArmReading[] = [];
  let otherwise: Node | undefined;
  for (const arm of named(body)) {
    if (arm.type !== 'match_arm') continue;
    const pattern = arm.childForFieldName('pattern');
    const result = arm.childForFieldName('value');
    if (!pattern || !result) continue;
    const guarded = pattern.childForFieldName('condition') !== null;
    const inner = pattern.firstNamedChild;
    if (takesRest(pattern)) {
      if (!guarded) otherwise ??= arm;
      continue;
    }
    arms.push({
      node: arm,
      labels: inner ? readPattern(inner) : [],
      body: result.type === 'block' ? statementsOf(result) : [result],
      guarded,
      braces: result.type === 'block',
    });
  }
  const last = arms.at(-1);
  return {
    node,
    head: { start: match.startIndex, end: value.endIndex },
    subject: unwrap(value),
    arms,
    otherwise,
    bodyEnd: body.lastChild?.type === '}' ? body.lastChild.startIndex : body.endIndex,
    closes: true,
    fallsThrough: false,
    // New arms end with their own comma: only a last arm that has none needs one before them.
    ...(last && !otherwise && !last.braces && !last.node.text.endsWith(',') ? { separator: ',' as const } : {}),
    form: 'match',
  };
}

function statementsOf(block: Node): Node[] {
  return named(block).filter(({ type }) => !comments.has(type));
}

function readBranch(node: Node): BranchReading | undefined {
  const branch = expressionOf(node, 'if_expression');
  const condition = branch?.childForFieldName('condition');
  const consequence = branch?.childForFieldName('consequence');
  if (!branch || !condition || !consequence) return undefined;
  const otherwise = branch.childForFieldName('alternative');
  const alternative = otherwise ? named(otherwise).find(({ type }) => !comments.has(type)) : undefined;
  return { node, condition: unwrap(condition), consequence, alternative, braces: true, form: 'chain' };
}

/** `HashMap::from([("A", "x")])` and `[("A", "x")].into_iter().collect()`. */
function readTable(node: Node): TableReading | undefined {
  if (node.type !== 'call_expression') return undefined;
  const callee = node.childForFieldName('function');
  const list = /^(\w+::)*(Hash|BTree|Index)Map(::<.*>)?::from$/s.test(callee?.text ?? '')
    ? node.childForFieldName('arguments')?.firstNamedChild
    : collectedArray(callee);
  if (list?.type !== 'array_expression') return undefined;
  const children = statementsOf(list);
  const entries = children.flatMap((entry) => {
    const [key, value] = entry.type === 'tuple_expression' ? named(entry) : [];
    if (!key) return [];
    const bare = withoutConversion(key);
    // Beside a `String` as key, a bare string as value would be another type than its neighbours.
    return [{ node: entry, key: bare, value: bare.id === key.id ? value : undefined }];
  });
  const declares =
    entries.length > 0 && entries.every(({ key, value }) => value && isSameWord(readLabel(key)?.value, readLabel(value)?.value));
  return {
    node,
    entries,
    open: entries.length < children.length,
    separator: ',',
    declares,
    bodyEnd: Math.max(list.startIndex + 1, list.endIndex - 1),
    form: 'map',
  };
}

function collectedArray(callee: Node | null | undefined): Node | undefined {
  if (callee?.type !== 'field_expression' || callee.childForFieldName('field')?.text !== 'collect') return undefined;
  const source = callee.childForFieldName('value')?.childForFieldName('function');
  return source?.childForFieldName('field')?.text === 'into_iter' ? (source.childForFieldName('value') ?? undefined) : undefined;
}

const aroundValues = new Set([
  'arguments',
  'call_expression',
  'field_expression',
  'reference_expression',
  'parenthesized_expression',
]);

function nameOfValue(expression: Node): Node | undefined {
  let value = expression;
  while (value.parent && aroundValues.has(value.parent.type)) value = value.parent;
  const owner = value.parent;
  if (owner?.type === 'let_declaration') return owner.childForFieldName('pattern') ?? undefined;
  return owner?.type === 'const_item' || owner?.type === 'static_item'
    ? (owner.childForFieldName('name') ?? undefined)
    : undefined;
}

const exits = new Set(['return_expression', 'break_expression', 'continue_expression']);
const failing = new Set(['panic', 'todo', 'unimplemented', 'unreachable', 'bail', 'anyhow::bail']);

function leaves(statement: Node): boolean {
  if (exits.has(statement.type)) return true;
  if (statement.type === 'macro_invocation') return failing.has(statement.childForFieldName('macro')?.text ?? '');
  if (statement.type === 'call_expression') return /^(std::)?process::exit\b/.test(statement.text);
  if (statement.type === 'expression_statement' && !readBranch(statement)) {
    const inner = statement.firstNamedChild;
    return inner !== null && leaves(inner);
  }
  if (statement.type === 'block') {
    const last = statementsOf(statement).at(-1);
    return last !== undefined && leaves(last);
  }
  const branch = readBranch(statement);
  return branch?.alternative !== undefined && leaves(branch.consequence) && leaves(branch.alternative);
}

/** A bare name that is no constant would match everything, so new arms name constants by their paths alone. */
function labelOf(code: string, insertion: Insertion): string {
  return insertion.constants.get(code) === code ? quoteString(code, '"') : labelFor(code, insertion, quoteString);
}

const branchWriter = createArmWriter({
  quote: quoteString,
  raise: (message) => `todo!(${quoteMessage(readString(rustText, message) ?? '')})`,
  raiseUnexpected: ({ subject }) => `panic!("unexpected error code: {:?}", ${subject})`,
  terminator: ';',
  compare: (subject, label) => `${subject} == ${label}`,
  arms: {},
  branches: { chain: plainBranches },
  entries: { map: (label, value) => `(${label}, ${value})` },
});

const writer: ArmWriter = {
  ...branchWriter,
  writeArmHead: (code, insertion) => `${labelOf(code, insertion)} =>`,
  writeArms(codes, insertion, newline) {
    const { form, indent, unit, before, after, braces } = insertion;
    if (form !== 'match') return branchWriter.writeArms(codes, insertion, newline);
    const arms = groupCodes(codes, insertion).flatMap((group) => {
      const head = group.map(({ code }) => labelOf(code, insertion)).join(' | ');
      const body = `todo!(${quoteMessage(notHandled(group))})`;
      const remarks = group.map(({ comment }) => `${indent}${braces ? unit : ''}// ${comment}`);
      return braces
        ? [`${indent}${head} => {`, ...remarks, `${indent}${unit}${body}`, `${indent}}`]
        : [...remarks, `${indent}${head} => ${body},`];
    });
    return before + arms.join(newline) + after;
  },
  writeOtherwise(insertion, newline) {
    const { otherwise, form, indent, subject } = insertion;
    if (form !== 'match') return branchWriter.writeOtherwise(insertion, newline);
    if (!otherwise) return '';
    return `${otherwise.before}${indent}_ => panic!("unexpected error code: {:?}", ${subject}),${otherwise.after}`;
  },
};

const comments = new Set(['line_comment', 'block_comment']);

/** Rust: codes as `&str`, in an `Option` or not. */
export const rust: Language = {
  id: 'rust',
  title: 'Rust',
  languageIds: ['rust'],
  extensions: ['.rs'],
  grammar: 'rust',
  comment: { nodes: comments, line: '//' },
  text: rustText,
  quotes: ['"'],
  functions: new Set(['function_item', 'closure_expression', 'impl_item', 'trait_item', 'mod_item', 'declaration_list']),
  groups: new Set(['impl_item', 'trait_item', 'mod_item', 'declaration_list']),
  blocks: new Set(['block', 'source_file']),
  exclusiveRange: '..',
  bareMembers: true,
  unwrap,
  readLabel,
  beforeDeclaredValue: /(^|[^=!<>])=\s*r?#*"$/,
  readDeclaration,
  readSwitch,
  readBranch,
  readTable,
  readCondition,
  readList,
  nameOfValue,
  leaves,
  readCodeTypes: () => [],
  writer,
  repair: {
    afterArmLabel: ' =>',
    completeArm: ' => {}',
    switchHead: /\bmatch\s+[^{};]*$/,
    // A label has no keyword before it: the start of an arm is found as such.
    beforeArmLabel: /(?!)/,
    beforeComparedLabel: /[=!]=\s*$/,
    quotes: '"',
    probeArm: (label, quote) => `${quote}${label}${quote} => {}`,
  },
};
