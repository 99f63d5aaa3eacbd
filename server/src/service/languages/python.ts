import type { Node } from 'web-tree-sitter';
import type {
  ArmReading,
  ArmWriter,
  BranchReading,
  ConditionReading,
  LabelReading,
  Language,
  ListReading,
  SwitchReading,
  TableReading,
} from './language.ts';
import { isField, isSameWord, named } from './nodes.ts';
import { pythonText } from './textForms.ts';
import { conditionFor, groupCodes, labelFor, notHandled, quoteWith } from './writing.ts';

function unwrap(node: Node): Node {
  let inner = node;
  while (inner.type === 'parenthesized_expression' || (inner.type === 'case_pattern' && inner.namedChildCount === 1)) {
    const child = inner.firstNamedChild;
    if (!child) return inner;
    inner = child;
  }
  return inner;
}

function readLabel(wrapped: Node): LabelReading | undefined {
  const node = unwrap(wrapped);
  const span = { start: node.startIndex, end: node.endIndex };
  switch (node.type) {
    case 'string': {
      const parts = named(node).filter(({ type }) => type !== 'string_start' && type !== 'string_end');
      const [content] = parts;
      if (parts.length > 1 || (content && (content.type !== 'string_content' || content.namedChildCount > 0))) return undefined;
      const start = node.firstChild?.endIndex ?? span.start;
      const end = node.lastChild?.startIndex ?? span.end;
      return { form: 'string', value: node.text.slice(start - span.start, end - span.start), span: { start, end }, node };
    }
    case 'integer':
      return { form: 'number', value: node.text, span, node };
    case 'identifier':
    case 'attribute':
    case 'dotted_name':
      return { form: 'constant', value: undefined, span, node };
    default:
      return undefined;
  }
}

function readDeclaration(literal: Node): string | undefined {
  const assignment = literal.parent;
  if (assignment?.type !== 'assignment' || !isField(assignment, 'right', literal)) return undefined;
  const name = assignment.childForFieldName('left');
  if (name?.type !== 'identifier') return undefined;
  const owner = assignment.parent?.parent?.parent;
  return owner?.type === 'class_definition' ? `${owner.childForFieldName('name')?.text}.${name.text}` : name.text;
}

function readSwitch(node: Node): SwitchReading | undefined {
  if (node.type !== 'match_statement') return undefined;
  const subject = node.childForFieldName('subject');
  const body = node.childForFieldName('body');
  if (!subject || !body) return undefined;
  const arms: ArmReading[] = [];
  let otherwise: Node | undefined;
  for (const clause of named(body)) {
    if (clause.type !== 'case_clause') continue;
    const consequence = clause.childForFieldName('consequence');
    const guard = clause.childForFieldName('guard');
    const labels = named(clause)
      .filter(({ type }) => type === 'case_pattern')
      .flatMap(readPattern);
    // `case _:` and `case other:` take what is left.
    if (labels.length === 0 && !guard) otherwise = clause;
    else arms.push({ node: clause, labels, body: consequence ? named(consequence) : [], guarded: guard !== null, braces: false });
  }
  return {
    node,
    head: { start: node.startIndex, end: subject.endIndex },
    subject: unwrap(subject),
    arms,
    otherwise,
    bodyEnd: body.endIndex,
    closes: false,
    fallsThrough: false,
    form: 'match',
  };
}

function readPattern(pattern: Node): Node[] {
  const inner = unwrap(pattern);
  if (inner.type === 'union_pattern') return named(inner).flatMap(readPattern);
  if (inner.type === 'as_pattern') return named(inner).slice(0, 1).flatMap(readPattern);
  // A plain name captures; only a dotted one is compared with.
  return inner.type === 'string' || inner.type === 'integer' || (inner.type === 'dotted_name' && inner.namedChildCount > 1)
    ? [inner]
    : [];
}

function readBranch(node: Node): BranchReading | undefined {
  if (node.type !== 'if_statement' && node.type !== 'elif_clause') return undefined;
  const condition = node.childForFieldName('condition');
  const consequence = node.childForFieldName('consequence');
  if (!condition || !consequence) return undefined;
  const siblings =
    node.type === 'if_statement'
      ? named(node)
      : named(node.parent ?? node).filter(({ startIndex }) => startIndex > node.startIndex);
  const next = siblings.find(({ type }) => type === 'elif_clause' || type === 'else_clause');
  const alternative = next?.type === 'else_clause' ? (next.childForFieldName('body') ?? undefined) : next;
  return { node, condition: unwrap(condition), consequence, alternative, braces: false, form: 'chain' };
}

function readTable(node: Node): TableReading | undefined {
  if (node.type !== 'dictionary') return undefined;
  const children = named(node).filter(({ type }) => type !== 'comment');
  const entries = children.flatMap((pair) => {
    const key = pair.type === 'pair' ? pair.childForFieldName('key') : null;
    return key ? [{ node: pair, key, value: pair.childForFieldName('value') ?? undefined }] : [];
  });
  const declares =
    entries.length > 0 &&
    entries.every(
      ({ key, value }) =>
        value !== undefined && readLabel(value)?.form === 'string' && isSameWord(readLabel(key)?.value, readLabel(value)?.value),
    );
  return {
    node,
    entries,
    open: entries.length < children.length,
    separator: ',',
    declares,
    bodyEnd: node.endIndex - 1,
    form: 'dict',
  };
}

const comparisons: Readonly<Record<string, '==' | '!=' | '<' | '<=' | '>' | '>='>> = {
  '==': '==',
  is: '==',
  '!=': '!=',
  'is not': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

function readCondition(wrapped: Node): ConditionReading {
  const node = unwrap(wrapped);
  if (node.type === 'not_operator') {
    const argument = node.childForFieldName('argument');
    return argument ? { kind: 'not', part: readCondition(argument) } : { kind: 'other' };
  }
  if (node.type === 'boolean_operator') {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    if (!left || !right) return { kind: 'other' };
    return {
      kind: node.childForFieldName('operator')?.type === 'and' ? 'and' : 'or',
      parts: [readCondition(left), readCondition(right)],
    };
  }
  if (node.type !== 'comparison_operator' || node.namedChildCount !== 2) return { kind: 'other' };
  const [left, right] = named(node);
  const operator = node.childForFieldName('operators')?.type ?? '';
  if (!left || !right) return { kind: 'other' };
  const comparison = comparisons[operator];
  if (comparison) return { kind: 'compare', operator: comparison, left: unwrap(left), right: unwrap(right) };
  const list = operator === 'in' || operator === 'not in' ? readList(unwrap(right)) : undefined;
  if (!list) return { kind: 'other' };
  const contains: ConditionReading = { kind: 'contains', subject: unwrap(left), elements: list.elements };
  return operator === 'in' ? contains : { kind: 'not', part: contains };
}

function readList(node: Node): ListReading | undefined {
  return node.type === 'list' || node.type === 'tuple' || node.type === 'set'
    ? { node, elements: named(node).filter(({ type }) => type !== 'comment') }
    : undefined;
}

function nameOfValue(expression: Node): Node | undefined {
  let value = expression;
  while (value.parent && ['argument_list', 'call', 'parenthesized_expression'].includes(value.parent.type)) value = value.parent;
  const owner = value.parent;
  if (owner?.type === 'assignment') return owner.childForFieldName('left') ?? undefined;
  return owner?.type === 'pair' ? (owner.childForFieldName('key') ?? undefined) : undefined;
}

const exits = new Set(['return_statement', 'raise_statement', 'break_statement', 'continue_statement']);

function leaves(statement: Node): boolean {
  if (exits.has(statement.type)) return true;
  if (statement.type === 'expression_statement') return /^(sys\s*\.\s*exit|os\s*\.\s*_exit|exit|quit)\s*\(/.test(statement.text);
  if (statement.type === 'block') {
    const last = named(statement)
      .filter(({ type }) => type !== 'comment')
      .at(-1);
    return last !== undefined && leaves(last);
  }
  const branch = readBranch(statement);
  return branch?.alternative !== undefined && leaves(branch.consequence) && leaves(branch.alternative);
}

const quoteString = quoteWith(pythonText);

const writer: ArmWriter = {
  writesHandlers: false,
  writeArmHead: (code, insertion) => `case ${labelFor(code, insertion, quoteString)}:`,
  writeArms(codes, insertion, newline) {
    const { indent, unit, quote, before, after, form } = insertion;
    const body = (group: typeof codes): string =>
      [
        ...group.map(({ comment }) => `${indent}${unit}# ${comment}`),
        `${indent}${unit}raise NotImplementedError(${quoteString(notHandled(group), quote)})`,
      ].join(newline);
    if (form === 'match') {
      const arms = groupCodes(codes, insertion).map(
        (group) =>
          `${indent}case ${group.map(({ code }) => labelFor(code, insertion, quoteString)).join(' | ')}:${newline}${body(group)}`,
      );
      return before + arms.join(newline) + after;
    }
    if (form === 'dict') {
      const entries = codes.map(({ code, cause }) => `${labelFor(code, insertion, quoteString)}: ${quoteString(cause, quote)}`);
      return before + entries.join(insertion.inline ? ', ' : `,${newline}${indent}`) + after;
    }
    const keyword = form === 'early' ? 'if' : 'elif';
    const compare = (subject: string, label: string): string => `${subject} == ${label}`;
    return codes
      .map(
        (code) =>
          `${newline}${indent}${keyword} ${conditionFor(labelFor(code.code, insertion, quoteString), insertion, compare)}:${newline}${body([code])}`,
      )
      .join('');
  },
  writeOtherwise({ otherwise, indent, unit, subject, quote, form }, newline) {
    if (!otherwise) return '';
    const raise = `${indent}${unit}raise ValueError(f${quote}Unexpected error code: {${subject.replaceAll(quote, quote === '"' ? "'" : '"')}}${quote})`;
    return form === 'match'
      ? `${otherwise.before}${indent}case _:${newline}${raise}${otherwise.after}`
      : `${newline}${indent}else:${newline}${raise}`;
  },
};

/** Python 3, `match` included. */
export const python: Language = {
  id: 'python',
  title: 'Python',
  languageIds: ['python'],
  extensions: ['.py', '.pyi'],
  grammar: 'python',
  comment: { nodes: new Set(['comment']), line: '#' },
  text: pythonText,
  quotes: ['"', "'"],
  functions: new Set(['function_definition', 'lambda', 'class_definition']),
  groups: new Set(['class_definition']),
  blocks: new Set(['block', 'module']),
  topLevel: {
    declaration: '(?:def|class|async|import|from)\\s|@|[A-Za-z_]\\w*[ \\t]*(?::[^=\\n]*)?=(?!=)',
    beforeName:
      'and as assert async await case class def del elif else except finally for from global if import in is lambda match nonlocal not or print raise return try while with yield',
    // What a file asks about itself decides nothing about codes.
    statement: '(?:if\\b(?! __name__| (?:typing\\.)?TYPE_CHECKING)|match\\b)',
    quotes: `"""|'''`,
    blockComments: false,
    lineComment: '#',
    commentLine: '#',
  },
  unwrap,
  readLabel,
  beforeDeclaredValue: /(^|[^=!<>])=\s*[rRbBuU]?['"]$/,
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
    afterArmLabel: ':',
    completeArm: ': pass',
    switchHead: /\bmatch\s+[^\n:]*:\s*$/,
    beforeArmLabel: /\bcase\s+$/,
    beforeComparedLabel: /[=!]=\s*$/,
    quotes: '\'"',
    probeArm: (label, quote) => `case ${quote}${label}${quote}: pass`,
  },
};
