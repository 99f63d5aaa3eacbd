import type { Node } from 'web-tree-sitter';
import { createBraceWriter } from './braceWriter.ts';
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
import { childrenOf, isField, named } from './nodes.ts';
import { readTypeScriptCodeTypes } from './typescriptCodeTypes.ts';

const wrappers = new Set([
  'parenthesized_expression',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
  'type_assertion',
  'await_expression',
]);

function unwrap(node: Node): Node {
  let inner = node;
  while (wrappers.has(inner.type)) {
    const child = inner.type === 'type_assertion' ? named(inner).at(-1) : inner.firstNamedChild;
    if (!child) return inner;
    inner = child;
  }
  return inner;
}

function readLabel(wrapped: Node): LabelReading | undefined {
  const node =
    wrapped.type === 'computed_property_name' && wrapped.firstNamedChild ? unwrap(wrapped.firstNamedChild) : unwrap(wrapped);
  switch (node.type) {
    case 'string':
    case 'template_string': {
      const parts = named(node);
      if (parts.some(({ type }) => type !== 'string_fragment')) return undefined;
      return literal(node, 'string', { start: node.startIndex + 1, end: node.endIndex - 1 });
    }
    case 'number':
      return literal(node, 'number', { start: node.startIndex, end: node.endIndex });
    case 'property_identifier':
    case 'shorthand_property_identifier':
      return literal(node, 'key', { start: node.startIndex, end: node.endIndex });
    case 'identifier':
    case 'member_expression':
    case 'subscript_expression':
      return { form: 'constant', value: undefined, span: { start: node.startIndex, end: node.endIndex }, node };
    default:
      return undefined;
  }
}

function literal(node: Node, form: 'string' | 'number' | 'key', span: LabelReading['span']): LabelReading {
  const from = span.start - node.startIndex;
  return { form, value: node.text.slice(from, from + Math.max(0, span.end - span.start)), span, node };
}

function readDeclaration(literalNode: Node): string | undefined {
  let node = literalNode;
  while (node.parent && wrappers.has(node.parent.type)) node = node.parent;
  const parent = node.parent;
  switch (parent?.type) {
    case 'variable_declarator':
      return parent.parent?.firstChild?.type === 'const' ? parent.childForFieldName('name')?.text : undefined;
    case 'enum_assignment': {
      const owner = parent.parent?.parent?.childForFieldName('name')?.text;
      const member = parent.childForFieldName('name');
      return owner && member ? `${owner}.${member.text.replace(/^['"]|['"]$/g, '')}` : undefined;
    }
    case 'pair': {
      if (!isField(parent, 'value', node)) return undefined;
      const owner = parent.parent && nameOfValue(parent.parent)?.text;
      const key = parent.childForFieldName('key');
      return owner && key ? `${owner}.${key.text.replace(/^['"]|['"]$/g, '')}` : undefined;
    }
    case 'public_field_definition': {
      const owner = parent.parent?.parent?.childForFieldName('name')?.text;
      const member = parent.childForFieldName(parent.childForFieldName('name') ? 'name' : 'property')?.text;
      return owner && member && parent.children.some((child) => child?.type === 'static') ? `${owner}.${member}` : undefined;
    }
    default:
      return undefined;
  }
}

/** Around a table or list that is being declared: casts, `Object.freeze(…)`, `new Set(…)`. */
const aroundValues = new Set([...wrappers, 'arguments', 'call_expression', 'new_expression']);

function nameOfValue(expression: Node): Node | undefined {
  let value = expression;
  while (value.parent && aroundValues.has(value.parent.type)) value = value.parent;
  const owner = value.parent;
  switch (owner?.type) {
    case 'variable_declarator':
      return owner.childForFieldName('name') ?? undefined;
    case 'public_field_definition':
    case 'field_definition':
      return owner.childForFieldName('name') ?? owner.childForFieldName('property') ?? undefined;
    case 'pair':
      return owner.childForFieldName('key') ?? undefined;
    default:
      return undefined;
  }
}

function readSwitch(node: Node): SwitchReading | undefined {
  if (node.type !== 'switch_statement') return undefined;
  const body = node.childForFieldName('body');
  const value = node.childForFieldName('value');
  if (!body || !value) return undefined;
  const arms: ArmReading[] = [];
  let otherwise: Node | undefined;
  for (const child of named(body)) {
    if (child.type === 'switch_default') otherwise = child;
    if (child.type !== 'switch_case') continue;
    const label = child.childForFieldName('value');
    if (!label) continue;
    const statements = named(child).filter((part) => part.startIndex >= label.endIndex && part.type !== 'comment');
    arms.push({
      node: child,
      labels: [label],
      body: statements,
      guarded: false,
      braces: statements[0]?.type === 'statement_block',
    });
  }
  return {
    node,
    head: { start: node.startIndex, end: value.endIndex },
    subject: unwrap(value),
    arms,
    otherwise,
    bodyEnd: body.lastChild?.type === '}' ? body.lastChild.startIndex : body.endIndex,
    fallsThrough: true,
    form: 'switch',
  };
}

function readBranch(node: Node): BranchReading | undefined {
  if (node.type !== 'if_statement') return undefined;
  const condition = node.childForFieldName('condition');
  const consequence = node.childForFieldName('consequence');
  if (!condition || !consequence) return undefined;
  const alternative = node.childForFieldName('alternative')?.lastNamedChild ?? undefined;
  return {
    node,
    condition: unwrap(condition),
    consequence,
    alternative,
    braces: consequence.type === 'statement_block',
    form: 'chain',
  };
}

function readTable(node: Node): TableReading | undefined {
  if (node.type === 'new_expression') return readMap(node);
  if (node.type !== 'object') return undefined;
  const entries: { node: Node; key: Node; value: Node | undefined }[] = [];
  let open = false;
  for (const child of named(node)) {
    if (child.type === 'pair') {
      const key = child.childForFieldName('key');
      if (key) entries.push({ node: child, key, value: child.childForFieldName('value') ?? undefined });
    } else if (child.type === 'method_definition') {
      const key = child.childForFieldName('name');
      if (key) entries.push({ node: child, key, value: child });
    } else if (child.type === 'shorthand_property_identifier') {
      entries.push({ node: child, key: child, value: undefined });
    } else if (child.type === 'spread_element') {
      open = true;
    }
  }
  const declares =
    entries.length > 0 &&
    entries.every(
      ({ key, value }) =>
        value && readLabel(value)?.form === 'string' && isSameWord(readLabel(key)?.value, readLabel(value)?.value),
    );
  return { node, entries, open, declares, bodyEnd: node.endIndex - 1, form: 'object' };
}

/** Whether a key and a value spell the same code: `NOT_FOUND: 'NOT_FOUND'`, `notFound: 'NOT_FOUND'`. */
function isSameWord(key: string | undefined, value: string | undefined): boolean {
  const fold = (word: string | undefined): string => (word ?? '').replace(/[^A-Za-z0-9]/g, '').toLowerCase();
  return fold(key) !== '' && fold(key) === fold(value);
}

function readMap(node: Node): TableReading | undefined {
  if (node.childForFieldName('constructor')?.text !== 'Map') return undefined;
  const list = node.childForFieldName('arguments')?.firstNamedChild;
  if (list?.type !== 'array') return undefined;
  const entries: { node: Node; key: Node; value: Node | undefined }[] = [];
  let open = false;
  for (const child of named(list)) {
    const [key, value] = child.type === 'array' ? named(child) : [];
    if (key) entries.push({ node: child, key, value });
    else if (child.type !== 'comment') open = true;
  }
  return { node, entries, open, declares: false, bodyEnd: list.endIndex - 1, form: 'map' };
}

const comparisons: Readonly<Record<string, '==' | '!=' | '<' | '<=' | '>' | '>='>> = {
  '===': '==',
  '==': '==',
  '!==': '!=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

function readCondition(wrapped: Node): ConditionReading {
  const node = unwrap(wrapped);
  if (node.type === 'unary_expression' && node.firstChild?.type === '!') {
    const argument = node.childForFieldName('argument');
    return argument ? { kind: 'not', part: readCondition(argument) } : { kind: 'other' };
  }
  if (node.type === 'call_expression') return readContains(node) ?? { kind: 'other' };
  if (node.type !== 'binary_expression') return { kind: 'other' };
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const operator = node.childForFieldName('operator')?.type;
  if (!left || !right || operator === undefined) return { kind: 'other' };
  if (operator === '&&') return { kind: 'and', parts: [readCondition(left), readCondition(right)] };
  if (operator === '||') return { kind: 'or', parts: [readCondition(left), readCondition(right)] };
  const comparison = comparisons[operator];
  return comparison ? { kind: 'compare', operator: comparison, left: unwrap(left), right: unwrap(right) } : { kind: 'other' };
}

/** `['A', 'B'].includes(code)`, `new Set(['A', 'B']).has(code)`. */
function readContains(call: Node): ConditionReading | undefined {
  const callee = call.childForFieldName('function');
  const subject = call.childForFieldName('arguments')?.firstNamedChild;
  const receiver = callee?.type === 'member_expression' ? callee.childForFieldName('object') : undefined;
  const method = callee?.childForFieldName('property')?.text;
  if (!receiver || !subject || (method !== 'includes' && method !== 'has')) return undefined;
  const list = readList(unwrap(receiver));
  return list ? { kind: 'contains', subject: unwrap(subject), elements: list.elements } : undefined;
}

function readList(node: Node): ListReading | undefined {
  if (node.type === 'array') {
    return { node, elements: named(node).filter(({ type }) => type !== 'comment') };
  }
  if (node.type !== 'new_expression' || node.childForFieldName('constructor')?.text !== 'Set') return undefined;
  const list = node.childForFieldName('arguments')?.firstNamedChild;
  return list?.type === 'array' ? readList(list) : undefined;
}

const exits = new Set(['return_statement', 'throw_statement', 'break_statement', 'continue_statement']);

function leaves(statement: Node, breakStays = false): boolean {
  if (exits.has(statement.type)) return !(breakStays && statement.type === 'break_statement' && statement.namedChildCount === 0);
  if (statement.type === 'expression_statement') return /^process\s*\.\s*exit\s*\(/.test(statement.text);
  if (statement.type === 'statement_block') {
    const last = childrenOf(statement)
      .filter((child) => child.isNamed && child.type !== 'comment')
      .at(-1);
    return last !== undefined && leaves(last, breakStays);
  }
  const branch = readBranch(statement);
  return branch?.alternative !== undefined && leaves(branch.consequence, breakStays) && leaves(branch.alternative, breakStays);
}

function quoteString(text: string, quote: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `${quote}${quote === '`' ? escaped.replaceAll('${', '\\${') : escaped}${quote}`;
}

const shared = {
  comment: { nodes: new Set(['comment']), line: '//' },
  functions: new Set([
    'function_declaration',
    'function_expression',
    'generator_function',
    'generator_function_declaration',
    'arrow_function',
    'method_definition',
    'class_body',
  ]),
  groups: new Set(['class_body']),
  blocks: new Set(['statement_block', 'program', 'switch_case', 'switch_default']),
  unwrap,
  readLabel,
  beforeDeclaredValue: /(^|[^=!<>])[=:]\s*['"`]$/,
  readDeclaration,
  readSwitch,
  readBranch,
  readTable,
  readCondition,
  readList,
  nameOfValue,
  leaves,
  readCodeTypes: readTypeScriptCodeTypes,
  writer: createBraceWriter({
    raise: (message, quote) => `throw new Error(${quoteString(message, quote)});`,
    raiseUnexpected: (subject) => `throw new Error(\`Unexpected error code: \${${subject}}\`);`,
    quote: quoteString,
    compare: (subject, label) => `${subject} === ${label}`,
    key: (label) => (/^(['"]|[\p{ID_Start}$_][\p{ID_Continue}$]*$)/u.test(label) ? label : `[${label}]`),
    handler: (body, indent, newline) => `() => {${newline}${body}${newline}${indent}}`,
  }),
  repair: {
    afterArmLabel: ':',
    switchHead: /\bswitch\s*\([^{}]*\)\s*$/,
    beforeArmLabel: /\bcase\s+$/,
    beforeComparedLabel: /[=!]==?\s*$/,
    quotes: '\'"`',
    probeArm: (label, quote) => `case ${quote}${label}${quote}: break;`,
  },
} satisfies Partial<Language>;

/** TypeScript without JSX. */
export const typescript: Language = {
  ...shared,
  id: 'typescript',
  title: 'TypeScript',
  languageIds: ['typescript'],
  extensions: ['.ts', '.mts', '.cts'],
  grammar: 'typescript',
};

/** TypeScript with JSX. */
export const typescriptreact: Language = {
  ...shared,
  id: 'typescriptreact',
  title: 'TSX',
  languageIds: ['typescriptreact'],
  extensions: ['.tsx'],
  grammar: 'tsx',
};

/** JavaScript, with or without JSX: one grammar reads both. */
export const javascript: Language = {
  ...shared,
  id: 'javascript',
  title: 'JavaScript and JSX',
  languageIds: ['javascript', 'javascriptreact'],
  extensions: ['.js', '.mjs', '.cjs', '.jsx'],
  grammar: 'javascript',
};
