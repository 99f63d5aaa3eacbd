import type { Node } from 'web-tree-sitter';
import { caseBranches, createArmWriter, plainBranches } from './armWriter.ts';
import { defineLanguage } from './defineLanguage.ts';
import { declaredTypeOf, readAsserted, readAssertion, readTypeCases } from './goErrors.ts';
import { childrenOf, named } from './nodes.ts';
import { compare, contains } from './reading/readCondition.ts';
import { ifForm } from './reading/readBranch.ts';
import { entryOf } from './reading/readTable.ts';
import type { ArmParts, BranchForm, TableParts } from './reading/readingTable.ts';
import type { ConditionReading, LabelReading, Reader } from './reading/readings.ts';
import { goText } from './textForms.ts';

/** `const NotFound Code = "NOT_FOUND"`, `NotFound = Code("NOT_FOUND")`. */
function readDeclaration(literal: Node): string | undefined {
  const conversion = literal.parent?.type === 'argument_list' ? literal.parent.parent : undefined;
  const value = conversion?.type === 'call_expression' ? conversion : literal;
  const spec = value.parent?.type === 'expression_list' ? value.parent.parent : undefined;
  if (spec?.type !== 'const_spec') return undefined;
  const at = named(value.parent ?? value).findIndex(({ id }) => id === value.id);
  return spec.childrenForFieldName('name').filter((name) => name?.type === 'identifier')[at]?.text;
}

/** `Code("NOT_FOUND")`, `T(NotFound)`: by convention, only types and exported functions begin with a capital letter. */
function readConversion(call: Node, read: Reader): LabelReading | undefined {
  const [value, ...more] = named(call.childForFieldName('arguments') ?? call);
  const name = /^(?:\w+\.)?(\p{Lu}\w*)$/u.exec(call.childForFieldName('function')?.text ?? '')?.[1];
  if (name === undefined || !value || more.length > 0) return undefined;
  const reading = read.readLabel(value);
  return reading?.form === 'string' || reading?.form === 'constant' ? { ...reading, node: call } : undefined;
}

/** The labels of a `case`, and its statements. */
function readArm(clause: Node, read: Reader): ArmParts | undefined {
  const labels = clause.childForFieldName('value');
  if (!labels) return undefined;
  const list = named(clause).find(({ type }) => type === 'statement_list');
  const body = list ? read.partsOf(list) : [];
  return { labels: read.partsOf(labels), body, runsOn: body.at(-1)?.type === 'fallthrough_statement' };
}

/**
 * `switch { case err.Code == "A": … }` decides as a chain of `if`s does: the switch is the first branch, and leads to the next.
 * @returns undefined for a switch with a subject, and for the first case, because the switch itself represents it
 */
function casesFrom(node: Node): readonly [clause: Node, next: Node | undefined] | undefined {
  const owner = node.type === 'expression_case' ? node.parent : node;
  if (owner?.type !== 'expression_switch_statement' || owner.childForFieldName('value')) return undefined;
  const cases = named(owner).filter(({ type }) => type === 'expression_case');
  const at = node.id === owner.id ? 0 : cases.findIndex(({ id }) => id === node.id);
  const clause = cases[at];
  if (!clause || (at === 0 && node.id !== owner.id)) return undefined;
  return [clause, cases[at + 1] ?? named(owner).find(({ type }) => type === 'default_case')];
}

/** The one condition of a case: `case a, b:` is one of two conditions, and has no node of its own. */
function conditionOf(node: Node, read: Reader): Node | undefined {
  const value = casesFrom(node)?.[0].childForFieldName('value');
  const [condition, ...more] = value ? read.partsOf(value) : [];
  return more.length === 0 ? condition : undefined;
}

function bodyOf(node: Node): Node | undefined {
  const clause = casesFrom(node)?.[0];
  return clause && (named(clause).find(({ type }) => type === 'statement_list') ?? childrenOf(clause).at(-1));
}

const hasInitializer = (node: Node | null): boolean => Boolean(node?.childForFieldName('initializer'));

const cases = {
  condition: conditionOf,
  consequence: bodyOf,
  otherwise: (node) => casesFrom(node)?.[1],
  declares: (node) => hasInitializer(node.type === 'expression_case' ? node.parent : node),
  braces: false,
  form: 'cases',
} satisfies Omit<BranchForm, 'node'>;

/** Maps to `bool` or `struct{}` are sets. */
function mapOf(node: Node, read: Reader): { readonly elements: readonly Node[]; readonly isSet: boolean } | undefined {
  const type = node.childForFieldName('type');
  const body = node.childForFieldName('body');
  if (type?.type !== 'map_type' || !body) return undefined;
  const value = type.childForFieldName('value')?.text.replace(/\s/g, '');
  return { elements: read.partsOf(body), isSet: value === 'bool' || value === 'struct{}' };
}

function readMap(node: Node, read: Reader): TableParts | undefined {
  const map = mapOf(node, read);
  if (!map || map.isSet) return undefined;
  return {
    elements: map.elements,
    entry: entryOf('keyed_element'),
    mayBeEmpty: true,
    neverDeclares: true,
    form: 'map',
  };
}

const lists = new Set(['slice_type', 'array_type', 'implicit_length_array_type']);

function readElements(node: Node, read: Reader): readonly Node[] | undefined {
  const map = mapOf(node, read);
  const isIn = (element: Node): boolean => element.childForFieldName('value')?.text !== 'false';
  if (map?.isSet) return map.elements.filter(isIn).flatMap((element) => element.childForFieldName('key') ?? []);
  const body = lists.has(node.childForFieldName('type')?.type ?? '') ? node.childForFieldName('body') : null;
  return body ? read.partsOf(body) : undefined;
}

/** `slices.Contains([]string{…}, code)`, `strings.EqualFold(code, "A")`, `apierrors.IsNotFound(err)`. */
function readCall(call: Node, read: Reader): ConditionReading | undefined {
  const asked = call.childForFieldName('function');
  const callee = asked?.text;
  const [first, second] = named(call.childForFieldName('arguments') ?? call);
  // A function of an SDK that asks for one error: `apierrors.IsNotFound(err)`.
  if (first && asked && /\.Is\p{Lu}\w*$/u.test(asked.text)) return { kind: 'type', subject: read.unwrap(first), types: [asked] };
  if (!first || !second) return undefined;
  if (callee === 'strings.EqualFold') return compare(first, second, read);
  if (callee === 'errors.Is') return { kind: 'type', subject: read.unwrap(first), types: [second] };
  if (callee === 'errors.As') return { kind: 'type', subject: read.unwrap(first), types: [declaredTypeOf(second)] };
  return /^(?:slices\.Contains|strings\.(?:Contains|HasPrefix))$/.test(callee ?? '') ? contains(second, first, read) : undefined;
}

/** `retryable[code]` of a set. */
function readIndex(node: Node, read: Reader): ConditionReading | undefined {
  const [set, index] = [node.childForFieldName('operand'), node.childForFieldName('index')];
  return set && index && read.readNamedList(set) ? contains(index, set, read) : undefined;
}

const leftOf = (owner: Node): Node | null | undefined => owner.childForFieldName('left')?.firstNamedChild;

function nameInList({ parent: owner }: Node): Node | null | undefined {
  if (owner?.type === 'var_spec' || owner?.type === 'const_spec') return owner.childForFieldName('name');
  return owner?.type === 'short_var_declaration' || owner?.type === 'assignment_statement' ? leftOf(owner) : undefined;
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
export const go = defineLanguage({
  id: 'go',
  title: 'Go',
  extensions: ['.go'],
  comment: { nodes: new Set(['comment']), line: '//', block: ['/*', '*/'] },
  text: goText,
  importWords: ['import'],
  functions: new Set(['function_declaration', 'method_declaration', 'func_literal']),
  groups: new Set(),
  blocks: new Set(['statement_list', 'source_file']),
  topLevel: {
    declaration: '(?:func|type|var|const|import|package)\\b',
    // Any: a parameter's name is before its type.
    beforeName: undefined,
    // No statement is possible there.
    statement: '(?!)',
    quotes: '`',
    blockComments: true,
    lineComment: '//',
    commentLine: '//',
  },
  reading: {
    declaration: readDeclaration,
    wrappers: {
      // `string(code)`
      call_expression: (node) =>
        node.childForFieldName('function')?.text === 'string' ? node.childForFieldName('arguments')?.firstNamedChild : undefined,
      parenthesized_expression: 'first',
      literal_element: 'first',
    },
    labels: {
      strings: {
        interpreted_string_literal: 'interpreted_string_literal_content',
        raw_string_literal: 'raw_string_literal_content',
      },
      numbers: ['int_literal'],
      signs: { unary_expression: 'operand' },
      constants: ['identifier', 'selector_expression'],
      others: { call_expression: readConversion },
    },
    switches: [
      {
        node: 'expression_switch_statement',
        subject: 'value',
        arms: ['expression_case'],
        readArm,
        rest: ['default_case'],
        form: 'switch',
      },
    ],
    branches: [
      ifForm('if_statement', true, { declares: hasInitializer }),
      { node: 'expression_switch_statement', ...cases },
      { node: 'expression_case', ...cases },
    ],
    catches: [{ node: 'type_switch_statement', clauses: readTypeCases, form: 'types' }],
    conditions: {
      not: { unary_expression: 'operand' },
      others: {
        call_expression: readCall,
        index_expression: readIndex,
        identifier: readAssertion,
        type_assertion_expression: readAsserted,
      },
    },
    tables: { composite_literal: readMap },
    recordFields: ['keyed_element'],
    lists: { composite_literal: readElements },
    names: {
      owners: {
        expression_list: nameInList,
        short_var_declaration: leftOf,
        assignment_statement: leftOf,
        var_spec: 'name',
        const_spec: 'name',
        literal_element: ({ parent }) => (parent?.type === 'keyed_element' ? parent.childForFieldName('key') : undefined),
      },
      bindings: { parameter_declaration: 'name', short_var_declaration: 'left', var_spec: 'name', const_spec: 'name' },
    },
    exits: {
      nodes: ['return_statement', 'continue_statement', 'goto_statement'],
      calls: {
        nodes: ['expression_statement'],
        pattern: /^(panic|os\s*\.\s*Exit|log\s*\.\s*(Fatal|Panic)(f|ln)?|runtime\s*\.\s*Goexit)\s*\(/,
      },
      blocks: ['block', 'statement_list'],
      others: (statement, _, breakStays) =>
        statement.type === 'break_statement'
          ? statement.namedChildCount > 0 || !(breakStays || breaksCases(statement))
          : undefined,
    },
  },
  beforeDeclaredValue: /([^=!<>:]=\s*|\()["`]$/,
  writer: createArmWriter(goText, {
    raise: (message) => `panic(${message})`,
    // As a string, a number would be a letter.
    raiseUnexpected: ({ subject, numbers }) =>
      numbers === undefined ? `panic("unexpected error code: " + string(${subject}))` : 'panic("unexpected error code")',
    arms: { switch: { head: (labels) => `case ${labels.join(', ')}:`, otherwise: 'default:' } },
    branches: {
      chain: plainBranches,
      cases: caseBranches,
    },
    entries: { map: (label, value) => `${label}: ${value}` },
  }),
  repair: {
    arms: [{ form: 'switch', body: '' }],
    completeKey: ': 0',
    switchHead: /\bswitch\s+[^{}]*$/,
    beforeClass: /\bcase\s+\*?$|\berrors\.Is\([^,\n]+,\s*$|\.\(\*?$/,
  },
});
