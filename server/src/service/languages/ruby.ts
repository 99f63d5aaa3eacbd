import type { Node } from 'web-tree-sitter';
import type { ArmReading, BranchReading, LabelReading, Language, SwitchReading, TableReading } from './language.ts';
import { childrenOf, isField, isSameWord, named } from './nodes.ts';
import { readCondition, readList, unwrap } from './rubyConditions.ts';
import { rubyWriter } from './rubyWriter.ts';
import { rubyText } from './textForms.ts';

function readLabel(wrapped: Node): LabelReading | undefined {
  const node = unwrap(wrapped);
  const span = { start: node.startIndex, end: node.endIndex };
  switch (node.type) {
    case 'string':
    case 'bare_string': {
      const [content, ...more] = named(node);
      if (more.length > 0 || (content && content.type !== 'string_content')) return undefined;
      const inner = node.type === 'string' ? { start: span.start + 1, end: Math.max(span.start + 1, span.end - 1) } : span;
      return { form: 'string', value: content?.text ?? '', span: inner, node };
    }
    case 'integer':
      return { form: 'number', value: node.text, span, node };
    case 'hash_key_symbol':
      return { form: 'key', value: node.text, span, node };
    case 'simple_symbol':
      // A symbol is compared by its name, and new ones are written as symbols too.
      return { form: 'constant', value: undefined, span: { start: span.start + 1, end: span.end }, node };
    case 'constant':
    case 'scope_resolution':
      return { form: 'constant', value: undefined, span, node };
    default:
      return undefined;
  }
}

function isFreeze(node: Node | null): boolean {
  return node?.type === 'call' && node.childForFieldName('method')?.text === 'freeze';
}

function readDeclaration(literal: Node): string | undefined {
  const value = isFreeze(literal.parent) ? literal.parent : literal;
  const assignment = value?.parent;
  if (!value || assignment?.type !== 'assignment' || !isField(assignment, 'right', value)) return undefined;
  const name = assignment.childForFieldName('left');
  if (name?.type !== 'constant') return undefined;
  const owner = assignment.parent?.type === 'body_statement' ? assignment.parent.parent : undefined;
  return owner?.type === 'module' || owner?.type === 'class'
    ? `${owner.childForFieldName('name')?.text}::${name.text}`
    : name.text;
}

function readSwitch(node: Node): SwitchReading | undefined {
  if (node.type !== 'case' && node.type !== 'case_match') return undefined;
  const value = node.childForFieldName('value');
  if (!value) return undefined;
  const arms: ArmReading[] = [];
  let otherwise: Node | undefined;
  for (const clause of named(node)) {
    if (clause.type === 'else') otherwise = clause;
    if (clause.type !== 'when' && clause.type !== 'in_clause') continue;
    const guard = clause.childForFieldName('guard');
    const patterns = named(clause).filter((part, index) =>
      clause.type === 'when' ? part.type === 'pattern' : index === 0 && isField(clause, 'pattern', part),
    );
    // `in other` takes what is left.
    if (clause.type === 'in_clause' && patterns[0]?.type === 'identifier') {
      if (!guard) otherwise ??= clause;
      continue;
    }
    const body = clause.childForFieldName('body');
    const labels = patterns.flatMap(readPattern).filter(({ type }) => type !== 'nil');
    arms.push({ node: clause, labels, body: body ? statementsOf(body) : [], guarded: guard !== null, braces: false });
  }
  const end = node.lastChild;
  return {
    node,
    head: { start: node.startIndex, end: value.endIndex },
    subject: unwrap(value),
    arms,
    otherwise,
    bodyEnd: end?.type === 'end' ? end.startIndex : node.endIndex,
    closes: true,
    fallsThrough: false,
    form: node.type === 'case' ? 'when' : 'in',
  };
}

function readPattern(pattern: Node): Node[] {
  const inner = pattern.type === 'pattern' ? (pattern.firstNamedChild ?? pattern) : pattern;
  if (inner.type === 'alternative_pattern') return named(inner).flatMap(readPattern);
  if (inner.type === 'as_pattern') return named(inner).slice(0, 1).flatMap(readPattern);
  // `when *RETRYABLE` names codes that cannot be read, unless they are listed here.
  const listed = inner.type === 'splat_argument' && inner.firstNamedChild ? readList(inner.firstNamedChild) : undefined;
  return listed ? [...listed.elements] : [unwrap(inner)];
}

function statementsOf(block: Node): Node[] {
  return named(block).filter(({ type }) => type !== 'comment' && type !== 'empty_statement');
}

function readBranch(node: Node): BranchReading | undefined {
  if (!['if', 'elsif', 'if_modifier'].includes(node.type)) return undefined;
  const condition = node.childForFieldName('condition');
  const consequence = node.childForFieldName(node.type === 'if_modifier' ? 'body' : 'consequence');
  if (!condition || !consequence) return undefined;
  const alternative = node.childForFieldName('alternative') ?? undefined;
  const form = node.type === 'if_modifier' ? 'modifier' : 'chain';
  return { node, condition: unwrap(condition), consequence, alternative, braces: false, form };
}

function readTable(node: Node): TableReading | undefined {
  if (node.type !== 'hash') return undefined;
  const children = statementsOf(node);
  const entries = children.flatMap((pair) => {
    const key = pair.type === 'pair' ? pair.childForFieldName('key') : null;
    return key ? [{ node: pair, key, value: pair.childForFieldName('value') ?? undefined }] : [];
  });
  const symbols = entries.some(({ node: pair }) => childrenOf(pair).some(({ type }) => type === ':'));
  const declares =
    entries.length > 0 &&
    entries.every(
      ({ key, value }) =>
        value && readLabel(value)?.form === 'string' && isSameWord(readLabel(key)?.value, readLabel(value)?.value),
    );
  return {
    node,
    entries,
    open: entries.length < children.length,
    separator: ',',
    declares,
    bodyEnd: Math.max(node.startIndex + 1, node.endIndex - 1),
    form: symbols ? 'symbols' : 'hash',
  };
}

const aroundValues = new Set(['argument_list', 'call', 'parenthesized_statements', 'element_reference']);

function nameOfValue(expression: Node): Node | undefined {
  let value = expression;
  while (value.parent && aroundValues.has(value.parent.type)) value = value.parent;
  const owner = value.parent;
  if (owner?.type === 'assignment') return owner.childForFieldName('left') ?? undefined;
  return owner?.type === 'pair' ? (owner.childForFieldName('key') ?? undefined) : undefined;
}

const exits = new Set(['return', 'break', 'next', 'redo', 'retry']);
const exitCalls = new Set(['raise', 'fail', 'exit', 'exit!', 'abort', 'throw']);

function leaves(statement: Node): boolean {
  if (exits.has(statement.type)) return true;
  if (statement.type === 'call' || statement.type === 'identifier') {
    const method = statement.type === 'call' ? statement.childForFieldName('method') : statement;
    return !statement.childForFieldName('receiver') && exitCalls.has(method?.text ?? '');
  }
  if (['then', 'else', 'begin', 'body_statement'].includes(statement.type)) {
    const last = statementsOf(statement).at(-1);
    return last !== undefined && leaves(last);
  }
  const branch = readBranch(statement);
  return branch?.alternative !== undefined && leaves(branch.consequence) && leaves(branch.alternative);
}

/** Ruby, pattern matching included. */
export const ruby: Language = {
  id: 'ruby',
  title: 'Ruby',
  languageIds: ['ruby'],
  extensions: ['.rb', '.rake'],
  grammar: 'ruby',
  comment: { nodes: new Set(['comment']), line: '#' },
  text: rubyText,
  quotes: ['"', "'"],
  functions: new Set(['method', 'singleton_method', 'lambda', 'class', 'module', 'singleton_class']),
  groups: new Set(['class', 'module', 'singleton_class']),
  blocks: new Set(['program', 'body_statement', 'block_body', 'then', 'else', 'begin', 'do']),
  exclusiveRange: '...',
  bareMembers: true,
  unwrap,
  readLabel,
  beforeDeclaredValue: /(^|[^=!<>])=\s*['"]$/,
  readDeclaration,
  readSwitch,
  readBranch,
  readTable,
  readCondition,
  readList,
  nameOfValue,
  leaves,
  readCodeTypes: () => [],
  writer: rubyWriter,
  repair: {
    afterArmLabel: '',
    completeArm: '\nend',
    switchHead: /\bcase\s+[^\n]*\s*$/,
    beforeArmLabel: /\b(when|in)\s+$/,
    beforeComparedLabel: /[=!]=\s*$/,
    quotes: '\'"',
    probeArm: (label, quote) => `when ${quote}${label}${quote}`,
  },
};
