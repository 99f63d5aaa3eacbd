import type { Node } from 'web-tree-sitter';
import { bracedBranches, createArmWriter } from './armWriter.ts';
import { defineLanguage } from './defineLanguage.ts';
import { named, textAround } from './nodes.ts';
import { compare, contains } from './reading/readCondition.ts';
import { type OperatorForms, readOperators } from './reading/readOperators.ts';
import { ifForm } from './reading/readBranch.ts';
import type { ArmParts, ClauseParts, TableParts } from './reading/readingTable.ts';
import type { ConditionReading, LabelReading, Reader } from './reading/readings.ts';
import { scalaText } from './textForms.ts';

/** `val NotFound = "NOT_FOUND"`, in an object or not. */
function readDeclaration(literal: Node): string | undefined {
  const definition = literal.parent;
  const pattern = definition?.type === 'val_definition' ? definition.childForFieldName('pattern') : null;
  if (pattern?.type !== 'identifier' || definition?.childForFieldName('value')?.id !== literal.id) return undefined;
  const owner = definition.parent?.type === 'template_body' ? definition.parent.parent : undefined;
  return owner?.type === 'object_definition' ? `${owner.childForFieldName('name')?.text}.${pattern.text}` : pattern.text;
}

/** A string on one line; its content has no node. */
function readString(node: Node): LabelReading | undefined {
  const span = { start: node.startIndex + 1, end: node.endIndex - 1 };
  const value = node.text.slice(1, -1);
  return span.end < span.start || /[\\"]/.test(value) ? undefined : { form: 'string', value, span, node };
}

/** `case "A" | "B" if … =>` */
function readArm(clause: Node, read: Reader): ArmParts | undefined {
  const pattern = clause.childForFieldName('pattern');
  if (!pattern) return undefined;
  const [value] = readWrapped(pattern) ?? [];
  return {
    ...read.readPatterns([pattern]),
    body: clause.childrenForFieldName('body').filter((part): part is Node => part?.isNamed === true),
    guarded: named(clause).some(({ type }) => type === 'guard'),
    ...(value === undefined ? {} : { around: textAround(pattern, value) }),
  };
}

/** `Some("A")`: the pattern of the value in it. */
function readWrapped(pattern: Node): readonly Node[] | undefined {
  const [name, ...values] = pattern.type === 'case_class_pattern' ? named(pattern) : [];
  return name?.text === 'Some' && values.length === 1 ? values : undefined;
}

/** `Map("A" -> a, ("B", b))` */
function readMap(node: Node, read: Reader): TableParts | undefined {
  const list = argumentsOf(node, /^(?:[\w.]+\.)?Map$/);
  return (
    list && {
      elements: read.partsOf(list),
      entry(element) {
        const isArrow = element.childForFieldName('operator')?.text === '->';
        const pair = isArrow ? [element.childForFieldName('left'), element.childForFieldName('right')] : [];
        const [key, value] = element.type === 'tuple_expression' ? named(element) : pair;
        return key ? [key, value ?? undefined] : undefined;
      },
      list,
      form: 'map',
    }
  );
}

/** The arguments of a call of one of some functions. */
function argumentsOf(node: Node, functions: RegExp): Node | undefined {
  const isCall = functions.test(node.childForFieldName('function')?.text ?? '');
  return isCall ? (node.childForFieldName('arguments') ?? undefined) : undefined;
}

/** `code.equals("A")`, `Set("A", "B").contains(code)`, `Set("A", "B")(code)` */
function readCall(call: Node, read: Reader): ConditionReading | undefined {
  const callee = call.childForFieldName('function');
  const argument = call.childForFieldName('arguments')?.firstNamedChild;
  if (!callee || !argument) return undefined;
  if (callee.type !== 'field_expression')
    return read.readList(callee) || read.readNamedList(callee) ? contains(argument, callee, read) : undefined;
  const receiver = callee.childForFieldName('value');
  const method = callee.childForFieldName('field')?.text;
  if (receiver && (method === 'equals' || method === 'equalsIgnoreCase')) return compare(receiver, argument, read);
  return receiver && /^(?:contains|apply|startsWith)$/.test(method ?? '') ? contains(argument, receiver, read) : undefined;
}

const operators: OperatorForms = { nodes: ['infix_expression'], fields: ['left', 'operator', 'right'] };

/** The cases of a `catch`: a plain name takes every error. */
function readCatchClauses(node: Node, read: Reader): readonly ClauseParts[] {
  const cases = node
    .descendantsOfType('case_clause')
    .filter((each): each is Node => each?.parent?.parent?.parent?.id === node.id);
  return cases.map((clause) => {
    const pattern = clause.childForFieldName('pattern');
    const patterns = pattern?.type === 'alternative_pattern' ? read.partsOf(pattern) : pattern ? [pattern] : [];
    return {
      node: clause,
      types: patterns.filter(({ type }) => type !== 'identifier' && type !== 'wildcard'),
      body: clause.childForFieldName('body') ?? clause,
      guarded: named(clause).some(({ type }) => type === 'guard'),
    };
  });
}

/** Scala 2 and 3: `match`, `if`, maps. */
export const scala = defineLanguage({
  id: 'scala',
  title: 'Scala',
  extensions: ['.scala', '.sc'],
  comment: { nodes: new Set(['comment', 'block_comment']), line: '//', block: ['/*', '*/'] },
  importWords: ['import'],
  text: scalaText,
  functions: new Set(['function_definition', 'lambda_expression', 'template_body', 'enum_body']),
  groups: new Set(['template_body', 'enum_body']),
  blocks: new Set(['block', 'indented_block', 'case_clause', 'compilation_unit']),
  bareMembers: true,
  bareNamesCapture: true,
  reading: {
    declaration: readDeclaration,
    wrappers: { parenthesized_expression: 'only' },
    labels: {
      numbers: ['integer_literal'],
      constants: ['identifier', 'field_expression', 'stable_identifier'],
      others: { string: readString },
    },
    patterns: {
      around: { alternative_pattern: true, tuple_pattern: 'only', capture_pattern: 'pattern', case_class_pattern: readWrapped },
      types: { typed_pattern: 'type' },
      takesAll: ({ type, text }) => type === 'wildcard' || (type === 'identifier' && /^\p{Ll}/u.test(text)),
    },
    switches: [
      {
        node: 'match_expression',
        subject: 'value',
        body: 'body',
        arms: ['case_clause'],
        readArm,
        closers: ({ type }) => (type === 'indented_cases' ? [] : ['}']),
        form: 'match',
      },
    ],
    branches: [ifForm('if_expression', 'block')],
    catches: [{ node: 'try_expression', clauses: readCatchClauses, form: 'cases' }],
    conditions: {
      not: { prefix_expression: 'first' },
      others: {
        call_expression: readCall,
        infix_expression: (node, read) => readOperators(node, operators, read),
      },
    },
    tables: { call_expression: readMap },
    lists: {
      call_expression(node, read) {
        const list = argumentsOf(node, /^(?:[\w.]+\.)?(?:Set|List|Seq|Vector|Array|IndexedSeq)$/);
        return list && read.partsOf(list);
      },
    },
    names: {
      around: ['call_expression', 'arguments'],
      owners: { val_definition: 'pattern', var_definition: 'pattern', assignment_expression: 'left' },
      bindings: { parameter: 'name', val_definition: 'pattern', var_definition: 'pattern' },
    },
    exits: {
      nodes: ['return_expression', 'throw_expression'],
      calls: {
        nodes: ['call_expression', 'identifier', 'operator_identifier'],
        pattern: /^(?:sys\.(?:exit|error)\s*\(|\?\?\?$)/,
      },
      blocks: ['block', 'indented_block'],
    },
  },
  beforeDeclaredValue: /(^|[^=!<>])=\s*"$/,
  writer: createArmWriter(scalaText, {
    raise: (message) => `throw new NotImplementedError(${message})`,
    raiseUnexpected: ({ subject }) => `throw new IllegalStateException("Unexpected error code: " + ${subject})`,
    arms: { match: { head: (labels) => `case ${labels.join(' | ')} =>`, otherwise: 'case _ =>' } },
    branches: { chain: bracedBranches },
    entries: { map: (label, value) => `${label} -> ${value}` },
  }),
  repair: {
    arms: [{ form: 'match', body: ' ()' }],
    completeKey: ' -> 0',
    switchHead: /\bmatch\s*$/,
    beforeClass: /\bcase\s+\w+\s*:\s*$/,
  },
});
