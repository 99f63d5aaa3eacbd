import type { Node } from 'web-tree-sitter';
import { createArmWriter, plainBranches } from './armWriter.ts';
import { defineLanguage } from './defineLanguage.ts';
import type { Insertion } from './insertion.ts';
import type { ArmWriter } from './language.ts';
import { isField, named } from './nodes.ts';
import { ifForm, inElseClause } from './reading/readBranch.ts';
import type { ArmParts, SwitchForm, TableParts } from './reading/readingTable.ts';
import type { LabelReading, Reader } from './reading/readings.ts';
import {
  comparesMore,
  readBinary,
  readCall,
  readGiven,
  readLet,
  readListCall,
  readMatches,
  patterns,
  readVec,
  withoutConversion,
  wrapperOf,
} from './rustConditions.ts';
import { rustText } from './textForms.ts';
import { readString as readWritten } from './writeText.ts';
import { groupCodes, labelFor, notHandled, quoteWith } from './writing.ts';

const quoteString = quoteWith(rustText);

/** `todo!` reads its message as a format. */
const quoteMessage = (text: string): string => quoteString(text.replace(/[{}]/g, '$&$&'), '"');

function readString(node: Node): LabelReading | undefined {
  const [content, ...more] = named(node);
  if (more.length > 0 || !content || content.type !== 'string_content' || node.text.startsWith('b')) return undefined;
  return { form: 'string', value: content.text, span: { start: content.startIndex, end: content.endIndex }, node };
}

/** `Some("X")` and `Err(X)`: `"X"` is the label of an optional code, and new ones are wrapped like it. */
function readOptional(node: Node, read: Reader): LabelReading | undefined {
  const inner = readSome(node);
  const reading = inner && read.readLabel(inner);
  return reading?.form === 'string' ? { ...reading, node } : undefined;
}

function readSome(node: Node): Node | undefined {
  const [name, argument] = named(node);
  if (name?.text !== 'Some' && name?.text !== 'Err') return undefined;
  return argument?.type === 'arguments' ? (argument.firstNamedChild ?? undefined) : argument;
}

function readDeclaration(literal: Node): string | undefined {
  const item = literal.parent;
  if (item?.type === 'enum_variant' && isField(item, 'value', literal))
    return `${item.parent?.parent?.childForFieldName('name')?.text}::${item.childForFieldName('name')?.text}`;
  if ((item?.type !== 'const_item' && item?.type !== 'static_item') || !isField(item, 'value', literal)) return undefined;
  const name = item.childForFieldName('name')?.text;
  const owner = item.parent?.parent;
  const ownerName = owner?.childForFieldName(owner.type === 'impl_item' ? 'type' : 'name')?.text;
  return (owner?.type === 'impl_item' || owner?.type === 'mod_item') && ownerName ? `${ownerName}::${name}` : name;
}

/**
 * An `if` or `match` that is a statement: there the statement is taken for it, so that its neighbours are its siblings.
 * Undefined for the expression inside one.
 */
const expressionOf =
  (type: string) =>
  (node: Node): Node | null | undefined => {
    if (node.type === 'expression_statement') return node.firstNamedChild?.type === type ? node.firstNamedChild : undefined;
    return node.parent?.type === 'expression_statement' ? undefined : node;
  };

function readArm(arm: Node, read: Reader): ArmParts | undefined {
  const pattern = arm.childForFieldName('pattern');
  const result = arm.childForFieldName('value');
  if (!pattern || !result) return undefined;
  const braces = result.type === 'block';
  const [first] = named(pattern);
  const guarded = pattern.childForFieldName('condition') !== null || (first !== undefined && comparesMore(first));
  const around = first && wrapperOf(first);
  return {
    ...read.readPatterns([first ?? pattern]),
    body: braces ? read.partsOf(result) : [result],
    guarded,
    braces,
    ...(around === undefined ? {} : { around }),
  };
}

const match = {
  within: expressionOf('match_expression'),
  subject: 'value',
  body: 'body',
  arms: ['match_arm'],
  readArm,
  // New arms end with their own comma: a comma before them is only needed where the last arm has no comma.
  separator(arms, otherwise) {
    const last = arms.at(-1);
    return last && !otherwise && !last.braces && !last.node.text.endsWith(',') ? ',' : undefined;
  },
  form: 'match',
} satisfies Omit<SwitchForm, 'node'>;

/** `HashMap::from([("A", "x")])` and `[("A", "x")].into_iter().collect()`. */
function readMap(node: Node, read: Reader): TableParts | undefined {
  const callee = node.childForFieldName('function');
  const list = /^(\w+::)*(Hash|BTree|Index)Map(::<.*>)?::from$/s.test(callee?.text ?? '')
    ? node.childForFieldName('arguments')?.firstNamedChild
    : collectedArray(callee);
  if (list?.type !== 'array_expression') return undefined;
  return {
    elements: read.partsOf(list),
    entry(element) {
      const [key, value] = element.type === 'tuple_expression' ? named(element) : [];
      if (!key) return undefined;
      const bare = withoutConversion(key);
      // Beside a `String` as key, a bare string as value would have a different type than its neighbours.
      return [bare, bare.id === key.id ? value : undefined];
    },
    list,
    mayBeEmpty: true,
    form: 'map',
  };
}

function collectedArray(callee: Node | null | undefined): Node | undefined {
  if (callee?.type !== 'field_expression' || callee.childForFieldName('field')?.text !== 'collect') return undefined;
  const source = callee.childForFieldName('value')?.childForFieldName('function');
  return source?.childForFieldName('field')?.text === 'into_iter' ? (source.childForFieldName('value') ?? undefined) : undefined;
}

const failing = new Set(['panic', 'todo', 'unimplemented', 'unreachable', 'bail', 'anyhow::bail']);

/** An enum may have no text of its own. */
const raiseUnexpected = ({ subject, named }: Insertion): string =>
  named ? 'panic!("unexpected error code")' : `panic!("unexpected error code: {:?}", ${subject})`;

const branchWriter = createArmWriter(rustText, {
  raise: (message) => `todo!(${quoteMessage(readWritten(rustText, message) ?? '')})`,
  raiseUnexpected,
  terminator: ';',
  arms: { match: { head: (labels) => `${labels.join(' | ')} =>`, otherwise: '_ =>' } },
  branches: { chain: plainBranches },
  entries: { map: (label, value) => `(${label}, ${value})` },
});

const writer: ArmWriter = {
  ...branchWriter,
  writeArms(codes, insertion, newline) {
    const { form, indent, unit, before, after, braces } = insertion;
    if (form !== 'match') return branchWriter.writeArms(codes, insertion, newline);
    const arms = groupCodes(codes, insertion).flatMap((group) => {
      const head = group.map(({ code }) => labelFor(code, insertion, quoteString)).join(' | ');
      const body = `todo!(${quoteMessage(notHandled(group))})`;
      const remarks = group.map(({ comment }) => `${indent}${braces ? unit : ''}// ${comment}`);
      return braces
        ? [`${indent}${head} => {`, ...remarks, `${indent}${unit}${body}`, `${indent}}`]
        : [...remarks, `${indent}${head} => ${body},`];
    });
    return before + arms.join(newline) + after;
  },
  writeOtherwise(insertion, newline) {
    const { otherwise, form, indent } = insertion;
    if (form !== 'match') return branchWriter.writeOtherwise(insertion, newline);
    if (!otherwise) return '';
    return `${otherwise.before}${indent}_ => ${raiseUnexpected(insertion)},${otherwise.after}`;
  },
};

/** Rust: codes as `&str`, in an `Option` or not. */
export const rust = defineLanguage({
  id: 'rust',
  title: 'Rust',
  extensions: ['.rs'],
  comment: { nodes: new Set(['line_comment', 'block_comment']), line: '//', block: ['/*', '*/'] },
  text: rustText,
  importWords: ['use'],
  functions: new Set(['function_item', 'closure_expression', 'impl_item', 'trait_item', 'mod_item', 'declaration_list']),
  groups: new Set(['impl_item', 'trait_item', 'mod_item', 'declaration_list']),
  blocks: new Set(['block', 'source_file']),
  exclusiveRange: '..',
  bareMembers: true,
  bareNamesCapture: true,
  reading: {
    declaration: readDeclaration,
    wrappers: {
      parenthesized_expression: 'last',
      reference_expression: 'last',
      unary_expression: (node) => (node.firstChild?.type === '*' ? node.lastNamedChild : undefined),
      // `code as i32`
      type_cast_expression: 'value',
      match_pattern: 'only',
    },
    labels: {
      numbers: ['integer_literal'],
      signs: { unary_expression: 'last', negative_literal: 'last' },
      constants: ['identifier', 'scoped_identifier', 'field_expression'],
      others: {
        string_literal: readString,
        raw_string_literal: readString,
        call_expression: readOptional,
      },
    },
    patterns,
    switches: [
      { node: 'match_expression', ...match },
      { node: 'expression_statement', ...match },
    ],
    branches: ['if_expression', 'expression_statement'].map((node) =>
      ifForm(node, true, { within: expressionOf('if_expression'), otherwise: inElseClause }),
    ),
    conditions: {
      not: { unary_expression: 'first' },
      others: {
        let_chain: (node, read) => ({ kind: 'and', parts: named(node).map(read.readCondition) }),
        let_condition: readLet,
        macro_invocation: readMatches,
        call_expression: readCall,
        binary_expression: readBinary,
      },
    },
    tables: { call_expression: readMap },
    recordFields: ['field_initializer'],
    lists: { array_expression: true, macro_invocation: readVec, call_expression: readListCall },
    unwrapsLists: true,
    names: {
      around: ['arguments', 'call_expression', 'field_expression', 'reference_expression', 'parenthesized_expression'],
      owners: { let_declaration: 'pattern', const_item: 'name', static_item: 'name' },
      bindings: { parameter: 'pattern', let_declaration: 'pattern', const_item: 'name' },
      given: readGiven,
    },
    exits: {
      nodes: ['return_expression', 'break_expression', 'continue_expression'],
      calls: { nodes: ['call_expression'], pattern: /^(std::)?process::exit\b/ },
      blocks: ['block'],
      others(statement, read) {
        if (statement.type === 'macro_invocation') return failing.has(statement.childForFieldName('macro')?.text ?? '');
        const inner = statement.type === 'expression_statement' ? statement.firstNamedChild : null;
        return inner && !read.readBranch(statement) ? read.leaves(inner) : undefined;
      },
    },
  },
  beforeDeclaredValue: /(^|[^=!<>])=\s*r?#*"$/,
  writer,
  repair: {
    arms: [{ form: 'match', body: ' {}' }],
    switchHead: /\bmatch\s+[^{};]*$/,
    // A label has no keyword before it: the start of an arm is found as such.
    beforeArmLabel: /(?!)/,
  },
});
