import type { Node } from 'web-tree-sitter';
import { createArmWriter, plainBranches } from './armWriter.ts';
import type {
  ArmReading,
  BranchReading,
  ConditionReading,
  LabelReading,
  Language,
  ListReading,
  SwitchReading,
  TableReading,
} from './language.ts';
import { childrenOf, comparisonOperators, named, readPlainString, withoutComments } from './nodes.ts';
import { goText } from './textForms.ts';
import { quoteWith } from './writing.ts';

/** Takes parentheses and `string(…)` away. */
function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    const isConversion = inner.type === 'call_expression' && inner.childForFieldName('function')?.text === 'string';
    const child = isConversion
      ? inner.childForFieldName('arguments')?.firstNamedChild
      : inner.type === 'parenthesized_expression' || inner.type === 'literal_element'
        ? inner.firstNamedChild
        : undefined;
    if (!child) return inner;
    inner = child;
  }
}

function readLabel(wrapped: Node): LabelReading | undefined {
  const node = unwrap(wrapped);
  const span = { start: node.startIndex, end: node.endIndex };
  switch (node.type) {
    case 'interpreted_string_literal':
    case 'raw_string_literal':
      return readPlainString(node, `${node.type}_content`);
    case 'int_literal':
      return { form: 'number', value: node.text, span, node };
    case 'identifier':
    case 'selector_expression':
      return { form: 'constant', value: undefined, span, node };
    default:
      return undefined;
  }
}

/** `const NotFound Code = "NOT_FOUND"`, `NotFound = Code("NOT_FOUND")`. */
function readDeclaration(literal: Node): string | undefined {
  const conversion = literal.parent?.type === 'argument_list' ? literal.parent.parent : undefined;
  const value = conversion?.type === 'call_expression' ? conversion : literal;
  const spec = value.parent?.type === 'expression_list' ? value.parent.parent : undefined;
  if (spec?.type !== 'const_spec') return undefined;
  const at = named(value.parent ?? value).findIndex(({ id }) => id === value.id);
  return spec.childrenForFieldName('name').filter((name) => name?.type === 'identifier')[at]?.text;
}

function statementsOf(clause: Node): Node[] {
  const list = named(clause).find(({ type }) => type === 'statement_list');
  return list ? withoutComments(list, go) : [];
}

function readSwitch(node: Node): SwitchReading | undefined {
  const value = node.type === 'expression_switch_statement' ? node.childForFieldName('value') : null;
  if (!value) return undefined;
  const arms: ArmReading[] = [];
  let otherwise: Node | undefined;
  for (const child of named(node)) {
    if (child.type === 'default_case') otherwise = child;
    const labels = child.type === 'expression_case' ? child.childForFieldName('value') : null;
    if (!labels) continue;
    const body = statementsOf(child);
    const runsOn = body.at(-1)?.type === 'fallthrough_statement';
    arms.push({ node: child, labels: withoutComments(labels, go), body, guarded: false, braces: false, runsOn });
  }
  return {
    node,
    head: { start: node.startIndex, end: value.endIndex },
    subject: unwrap(value),
    arms,
    otherwise,
    bodyEnd: node.lastChild?.type === '}' ? node.lastChild.startIndex : node.endIndex,
    closes: true,
    fallsThrough: false,
    form: 'switch',
  };
}

function readBranch(node: Node): BranchReading | undefined {
  if (node.type === 'expression_switch_statement' || node.type === 'expression_case') return readCases(node);
  if (node.type !== 'if_statement') return undefined;
  const condition = node.childForFieldName('condition');
  const consequence = node.childForFieldName('consequence');
  if (!condition || !consequence) return undefined;
  const alternative = node.childForFieldName('alternative') ?? undefined;
  const declares = node.childForFieldName('initializer') !== null;
  return { node, condition: unwrap(condition), consequence, alternative, declares, braces: true, form: 'chain' };
}

/** `switch { case err.Code == "A": … }` decides as a chain of `if`s does: the switch is the first branch, and leads to the next. */
function readCases(node: Node): BranchReading | undefined {
  const owner = node.type === 'expression_case' ? node.parent : node;
  if (owner?.type !== 'expression_switch_statement' || owner.childForFieldName('value')) return undefined;
  const cases = named(owner).filter(({ type }) => type === 'expression_case');
  const at = node.id === owner.id ? 0 : cases.findIndex(({ id }) => id === node.id);
  const clause = cases[at];
  if (!clause || (at === 0 && node.id !== owner.id)) return undefined;
  const conditions = named(clause.childForFieldName('value') ?? clause).filter(({ type }) => type !== 'comment');
  const [condition] = conditions;
  const body = named(clause).find(({ type }) => type === 'statement_list') ?? childrenOf(clause).at(-1);
  // `case a, b:` is one of two conditions, and has no node of its own.
  if (!condition || conditions.length > 1 || !body) return undefined;
  const alternative = cases[at + 1] ?? named(owner).find(({ type }) => type === 'default_case');
  const declares = owner.childForFieldName('initializer') !== null;
  return { node, condition: unwrap(condition), consequence: body, alternative, declares, braces: false, form: 'cases' };
}

/** Maps to `bool` or `struct{}` are sets. */
function mapOf(node: Node): { readonly elements: readonly Node[]; readonly isSet: boolean } | undefined {
  const type = node.type === 'composite_literal' ? node.childForFieldName('type') : null;
  const body = node.childForFieldName('body');
  if (type?.type !== 'map_type' || !body) return undefined;
  const value = type.childForFieldName('value')?.text.replace(/\s/g, '');
  return { elements: withoutComments(body, go), isSet: value === 'bool' || value === 'struct{}' };
}

function readTable(node: Node): TableReading | undefined {
  const map = mapOf(node);
  if (!map || map.isSet) return undefined;
  const entries = map.elements.flatMap((element) => {
    const key = element.type === 'keyed_element' ? element.childForFieldName('key') : null;
    return key ? [{ node: element, key, value: element.childForFieldName('value') ?? undefined }] : [];
  });
  return {
    node,
    entries,
    open: entries.length < map.elements.length,
    separator: ',',
    declares: false,
    bodyEnd: node.endIndex - 1,
    form: 'map',
  };
}

function readList(node: Node): ListReading | undefined {
  const map = mapOf(node);
  if (map?.isSet) return { node, elements: map.elements.flatMap((element) => element.childForFieldName('key') ?? []) };
  const type = node.type === 'composite_literal' ? node.childForFieldName('type')?.type : undefined;
  const body = node.childForFieldName('body');
  return body && (type === 'slice_type' || type === 'array_type' || type === 'implicit_length_array_type')
    ? { node, elements: withoutComments(body, go) }
    : undefined;
}

function readCondition(wrapped: Node): ConditionReading {
  const node = unwrap(wrapped);
  if (node.type === 'unary_expression' && node.firstChild?.type === '!') {
    const operand = node.childForFieldName('operand');
    return operand ? { kind: 'not', part: readCondition(operand) } : { kind: 'other' };
  }
  if (node.type === 'call_expression') return readCall(node);
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (node.type !== 'binary_expression' || !left || !right) return { kind: 'other' };
  const operator = node.childForFieldName('operator')?.type ?? '';
  if (operator === '&&' || operator === '||')
    return { kind: operator === '&&' ? 'and' : 'or', parts: [readCondition(left), readCondition(right)] };
  const comparison = comparisonOperators.get(operator);
  return comparison ? { kind: 'compare', operator: comparison, left: unwrap(left), right: unwrap(right) } : { kind: 'other' };
}

/** `slices.Contains([]string{…}, code)`, `strings.EqualFold(code, "A")`. */
function readCall(call: Node): ConditionReading {
  const callee = call.childForFieldName('function')?.text;
  const [first, second] = named(call.childForFieldName('arguments') ?? call);
  if (!first || !second) return { kind: 'other' };
  if (callee === 'strings.EqualFold') return { kind: 'compare', operator: '==', left: unwrap(first), right: unwrap(second) };
  const list = callee === 'slices.Contains' ? readList(unwrap(first)) : undefined;
  return list ? { kind: 'contains', subject: unwrap(second), elements: list.elements } : { kind: 'other' };
}

function nameOfValue(expression: Node): Node | undefined {
  const owner = expression.parent?.type === 'expression_list' ? expression.parent.parent : expression.parent;
  if (owner?.type === 'var_spec' || owner?.type === 'const_spec') return owner.childForFieldName('name') ?? undefined;
  if (owner?.type === 'short_var_declaration' || owner?.type === 'assignment_statement')
    return owner.childForFieldName('left')?.firstNamedChild ?? undefined;
  const keyed = owner?.type === 'literal_element' ? owner.parent : undefined;
  return keyed?.type === 'keyed_element' ? (keyed.childForFieldName('key') ?? undefined) : undefined;
}

const exits = new Set(['return_statement', 'continue_statement', 'goto_statement']);

function leaves(statement: Node, breakStays = false): boolean {
  if (exits.has(statement.type)) return true;
  if (statement.type === 'break_statement') return statement.namedChildCount > 0 || !(breakStays || breaksCases(statement));
  if (statement.type === 'expression_statement')
    return /^(panic|os\s*\.\s*Exit|log\s*\.\s*(Fatal|Panic)(f|ln)?|runtime\s*\.\s*Goexit)\s*\(/.test(statement.text);
  if (statement.type === 'block' || statement.type === 'statement_list') {
    const last = withoutComments(statement, go).at(-1);
    return last !== undefined && leaves(last, breakStays);
  }
  const branch = readBranch(statement);
  return branch?.alternative !== undefined && leaves(branch.consequence, breakStays) && leaves(branch.alternative, breakStays);
}

/** Whether a `break` only leaves a switch without a subject, after which its chain goes on. */
function breaksCases(statement: Node): boolean {
  for (let node = statement.parent; node; node = node.parent) {
    if (node.type === 'for_statement' || node.type === 'func_literal' || node.type === 'select_statement') return false;
    if (node.type === 'expression_switch_statement') return node.childForFieldName('value') === null;
  }
  return false;
}

/** Go: `switch` with and without a subject, `if`, maps. */
export const go: Language = {
  id: 'go',
  title: 'Go',
  languageIds: ['go'],
  extensions: ['.go'],
  grammar: 'go',
  comment: { nodes: new Set(['comment']), line: '//' },
  text: goText,
  quotes: ['"', '`'],
  functions: new Set(['function_declaration', 'method_declaration', 'func_literal']),
  groups: new Set(),
  blocks: new Set(['statement_list', 'source_file']),
  topLevel: {
    declaration: '(?:func|type|var|const|import|package)\\b',
    // Any: a parameter's name stands before its type.
    beforeName: undefined,
    // None can stand there.
    statement: '(?!)',
    quotes: '`',
    blockComments: true,
    lineComment: '//',
    commentLine: '//',
  },
  unwrap,
  readLabel,
  beforeDeclaredValue: /([^=!<>:]=\s*|\()["`]$/,
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
    quote: quoteWith(goText),
    raise: (message) => `panic(${message})`,
    raiseUnexpected: ({ subject }) => `panic("unexpected error code: " + string(${subject}))`,
    terminator: '',
    compare: (subject, label) => `${subject} == ${label}`,
    arms: { switch: { head: (labels) => `case ${labels.join(', ')}:`, otherwise: 'default:' } },
    branches: {
      chain: plainBranches,
      cases: {
        first: (condition) => `case ${condition}:`,
        next: (condition) => `case ${condition}:`,
        otherwise: 'default:',
        close: '',
      },
    },
    entries: { map: (label, value) => `${label}: ${value}` },
  }),
  repair: {
    afterArmLabel: ':',
    completeArm: ':',
    switchHead: /\bswitch\s+[^{}]*$/,
    beforeArmLabel: /\bcase\s+$/,
    beforeComparedLabel: /[=!]=\s*$/,
    quotes: '"`',
    probeArm: (label, quote) => `case ${quote}${label}${quote}:`,
  },
};
