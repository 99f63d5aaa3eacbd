import type { Node } from 'web-tree-sitter';
import { bracedBranches, createArmWriter } from './armWriter.ts';
import { readKotlinCodeTypes } from './kotlinCodeTypes.ts';
import { defineLanguage } from './defineLanguage.ts';
import { catchForm, handlerForm } from './reading/readCatches.ts';
import { readCall, readCallCondition, readIn, readListCall } from './kotlinCalls.ts';
import { childrenOf, named } from './nodes.ts';
import { ifForm } from './reading/readBranch.ts';
import { typeTest } from './reading/readCondition.ts';
import type { ArmParts, BranchForm, TableParts } from './reading/readingTable.ts';
import type { Reader } from './reading/readings.ts';
import { kotlinText } from './textForms.ts';

const classes = new Set(['class_declaration', 'object_declaration', 'companion_object']);

/** The class or object around a member; of a companion, the class that it belongs to. */
function ownerOf(member: Node): string | undefined {
  let owner = member.parent?.parent;
  if (owner?.type === 'companion_object') owner = owner.parent?.parent;
  return owner && classes.has(owner.type) ? owner.childForFieldName('name')?.text : undefined;
}

/** The name of a `val`, or of an enum entry that is made with the code: `TIMEOUT("GENERATION_TIMEOUT")`. */
function readDeclaration(literal: Node): string | undefined {
  const entry = literal.parent?.type === 'value_argument' ? literal.parent.parent?.parent : literal.parent;
  if (entry?.type === 'enum_entry') {
    const owner = ownerOf(entry);
    return owner && `${owner}.${entry.firstNamedChild?.text}`;
  }
  if (entry?.type !== 'property_declaration' || literal.parent?.id !== entry.id) return undefined;
  if (!childrenOf(entry).some(({ type }) => type === 'val')) return undefined;
  const name = named(entry).find(({ type }) => type === 'variable_declaration')?.firstNamedChild?.text;
  const owner = ownerOf(entry);
  return owner === undefined ? name : `${owner}.${name}`;
}

interface Entry {
  readonly node: Node;
  readonly conditions: readonly Node[];
  readonly body: Node | undefined;
}

function readEntry(node: Node, read: Reader): Entry {
  const arrow = childrenOf(node).find(({ type }) => type === '->');
  const parts = read.partsOf(node);
  return {
    node,
    conditions: parts.filter(({ startIndex }) => startIndex < (arrow?.startIndex ?? node.endIndex)),
    body: arrow && parts.find(({ startIndex }) => startIndex > arrow.startIndex),
  };
}

function subjectOf(when: Node): Node | undefined {
  return named(when).find(({ type }) => type === 'when_subject');
}

function readArm(node: Node, read: Reader): ArmParts | 'rest' {
  const { conditions, body } = readEntry(node, read);
  if (conditions.length === 0) return 'rest';
  const braces = body?.type === 'block';
  return { ...read.readPatterns(conditions), body: body ? (braces ? read.partsOf(body) : [body]) : [], braces };
}

/** `in listOf("A", "B")` names its elements, and so does `in SOFT` where the file lists them. */
function readRange(test: Node, read: Reader): readonly Node[] | undefined {
  const range = test.firstChild?.type === 'in' ? test.lastNamedChild : null;
  return range ? (read.readList(range)?.elements ?? read.readNamedList(range)) : undefined;
}

/** The part before or after the `else` of an `if`: the grammar has no field for it. */
function sideOf(node: Node, isElse: boolean, read: Reader): Node | undefined {
  const condition = node.childForFieldName('condition');
  const keyword = childrenOf(node).find(({ type }) => type === 'else');
  const from = isElse ? keyword?.endIndex : condition?.endIndex;
  const until = isElse || !keyword ? node.endIndex : keyword.startIndex;
  return read.partsOf(node).find(({ startIndex, endIndex }) => from !== undefined && startIndex >= from && endIndex <= until);
}

/** A `when` without a subject is a chain: its first entry represents the whole, the next ones are its else branches. */
function entriesFrom(node: Node, read: Reader): readonly [entry: Entry, next: Entry | undefined] | undefined {
  const when = node.type === 'when_expression' ? node : node.parent;
  if (when?.type !== 'when_expression' || subjectOf(when)) return undefined;
  const entries = named(when).filter(({ type }) => type === 'when_entry');
  const at = node.id === when.id ? 0 : entries.findIndex(({ id }) => id === node.id);
  const entry = entries[at];
  const next = entries[at + 1];
  return entry && (at > 0 || node.id === when.id) ? [readEntry(entry, read), next && readEntry(next, read)] : undefined;
}

const entries = {
  condition: (node, read) => entriesFrom(node, read)?.[0].conditions[0],
  consequence: (node, read) => entriesFrom(node, read)?.[0].body,
  otherwise(node, read) {
    const next = entriesFrom(node, read)?.[1];
    return next?.conditions.length === 0 ? next.body : next?.node;
  },
  declares: () => true,
  braces: 'block',
  form: 'cases',
} satisfies Omit<BranchForm, 'node'>;

const readType = typeTest('left', 'right');

const maps = /^(mutableMap|hashMap|linkedMap|sortedMap|map)Of$/;

function readMap(node: Node, read: Reader): TableParts | undefined {
  const call = readCall(node);
  const list = named(node).find(({ type }) => type === 'value_arguments');
  if (!call || call.receiver || !list || !maps.test(call.name)) return undefined;
  return {
    elements: read.partsOf(list),
    entry: ({ lastNamedChild: pair }) => (pair ? readPair(pair) : undefined),
    list,
    mayBeEmpty: true,
    form: 'map',
  };
}

/** `"A" to "x"`, `Pair("A", "x")`. */
function readPair(pair: Node): readonly [Node, Node | undefined] | undefined {
  if (pair.type === 'infix_expression') {
    const [key, name, value] = named(pair);
    return key && value && name?.text === 'to' ? [key, value] : undefined;
  }
  const call = readCall(pair);
  const [key, value] = call?.name === 'Pair' ? call.values : [];
  return key && [key, value];
}

/** Kotlin: `when` with and without a subject. */
export const kotlin = defineLanguage({
  id: 'kotlin',
  title: 'Kotlin',
  extensions: ['.kt', '.kts'],
  comment: { nodes: new Set(['line_comment', 'block_comment']), line: '//', block: ['/*', '*/'] },
  text: kotlinText,
  importWords: ['import'],
  functions: new Set(['function_declaration', 'anonymous_function', 'lambda_literal', 'class_body', ...classes]),
  groups: new Set(['class_body', ...classes]),
  blocks: new Set(['block', 'source_file', 'lambda_literal']),
  bareMembers: true,
  reading: {
    declaration: readDeclaration,
    wrappers: {
      parenthesized_expression: 'first',
      as_expression: 'first',
      unary_expression: (node) => (node.lastChild?.type === '!!' ? node.firstNamedChild : undefined),
    },
    labels: {
      strings: { string_literal: 'string_content', multiline_string_literal: 'string_content' },
      numbers: ['number_literal'],
      signs: { unary_expression: 'argument' },
      constants: ['identifier', 'navigation_expression'],
    },
    patterns: {
      around: { range_test: readRange },
      types: { type_test: (node) => (node.firstChild?.type === 'is' ? node.firstNamedChild : undefined) },
    },
    switches: [
      {
        node: 'when_expression',
        subject: (node) => subjectOf(node)?.lastNamedChild,
        headEnd: subjectOf,
        arms: ['when_entry'],
        readArm,
        form: 'when',
      },
    ],
    branches: [
      ifForm('if_expression', 'block', {
        consequence: (node, read) => sideOf(node, false, read),
        otherwise: (node, read) => sideOf(node, true, read),
      }),
      { node: 'when_expression', ...entries },
      { node: 'when_entry', ...entries },
    ],
    catches: [
      catchForm('try_expression', 'catch_block', (clause) => named(clause).filter(({ type }) => type === 'user_type')),
      // `@ExceptionHandler(CardException::class)`
      handlerForm('annotation', (annotation) =>
        /^@ExceptionHandler\b/.test(annotation.text)
          ? {
              types: annotation
                .descendantsOfType('navigation_expression')
                .flatMap((literal) => (literal?.text.endsWith('::class') ? (literal.firstNamedChild ?? []) : [])),
              body: named(annotation.parent?.parent ?? annotation).find(({ type }) => type === 'function_body') ?? null,
            }
          : undefined,
      ),
      // `exception<CardException> { call, cause -> … }` of Ktor: the grammar takes its brackets for signs of comparison.
      handlerForm('binary_expression', (call) => {
        const type = call.lastNamedChild;
        const isHandler =
          type && call.firstNamedChild?.text === 'exception' && call.parent?.lastNamedChild?.type === 'lambda_literal';
        return isHandler ? { types: [type], body: call.parent?.lastNamedChild ?? null } : undefined;
      }),
    ],
    conditions: {
      not: { unary_expression: 'last' },
      others: {
        call_expression: readCallCondition,
        in_expression: readIn,
        // `e is A`, `e !is A`
        is_expression(node, read) {
          const part = readType(node, read);
          return part && childrenOf(node).some(({ type }) => type === '!is') ? { kind: 'not', part } : part;
        },
      },
    },
    tables: { call_expression: readMap },
    recordFields: ['value_argument'],
    lists: { call_expression: readListCall },
    unwrapsLists: true,
    names: {
      around: ['call_expression', 'value_argument', 'value_arguments'],
      owners: {
        property_declaration: (owner) => named(owner).find(({ type }) => type === 'variable_declaration')?.firstNamedChild,
      },
      bindings: { parameter: 'first', variable_declaration: 'first' },
    },
    exits: {
      nodes: ['return_expression', 'throw_expression', 'break_expression', 'continue_expression'],
      calls: { nodes: ['identifier'], pattern: /^(break|continue)$/ },
      blocks: ['block'],
      others: (statement) =>
        statement.type === 'call_expression'
          ? ['exitProcess', 'error', 'TODO'].includes(readCall(statement)?.name ?? '')
          : undefined,
    },
  },
  beforeDeclaredValue: /(^|[^=!<>])=\s*"$|\b[A-Z]\w*\(\s*"$|^\w+\(\s*"$/,
  readCodeTypes: readKotlinCodeTypes,
  writer: createArmWriter(kotlinText, {
    raise: (message) => `TODO(${message})`,
    raiseUnexpected: ({ subject }) => `error("Unexpected error code: \${${subject}}")`,
    arms: { when: { head: (labels) => `${labels.join(', ')} ->`, otherwise: 'else ->', beside: true } },
    branches: {
      chain: bracedBranches,
      cases: {
        first: (condition) => `${condition} ->`,
        next: (condition) => `${condition} ->`,
        otherwise: 'else ->',
        close: '',
        beside: true,
      },
    },
    entries: { map: (label, value) => `${label} to ${value}` },
  }),
  repair: {
    arms: [{ form: 'when', body: ' {}' }],
    completeKey: ' to 0',
    switchHead: /\bwhen\s*\([^{}]*\)\s*$/,
    // A label has no keyword before it: the start of an arm is found as such.
    beforeArmLabel: /(?!)/,
    beforeClass: /\bcatch\s*\(\s*\w+\s*:\s*$|\bis\s+$/,
  },
});
