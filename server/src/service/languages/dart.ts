import type { Node } from 'web-tree-sitter';
import { bracedBranches, createArmWriter } from './armWriter.ts';
import {
  conditionOf,
  joined,
  readContains,
  readDeclaration,
  readElements,
  readJoined,
  readMap,
  readOperators,
  readParenthesized,
  readPlain,
  spanning,
} from './dartExpressions.ts';
import { readClauses, readTypeTest } from './dartErrors.ts';
import { defineLanguage } from './defineLanguage.ts';
import { readDartEnums } from './enumTypes.ts';
import { childrenOf, named } from './nodes.ts';
import { readConstant, readNumber } from './reading/readLabel.ts';
import type { ArmParts } from './reading/readingTable.ts';
import type { Reader } from './reading/readings.ts';
import { ifForm, ternaryForm } from './reading/readBranch.ts';
import { dartText } from './textForms.ts';

const comments = new Set(['comment', 'documentation_comment']);

function readArm(node: Node, read: Reader): ArmParts {
  const children = childrenOf(node).filter(({ type }) => !comments.has(type));
  const colon = children.findIndex(({ type }) => type === ':' || type === '=>');
  const when = children.findIndex(({ type }) => type === 'when');
  const guarded = when !== -1 && when < colon;
  const patterns = children
    .slice(0, guarded ? when : colon === -1 ? children.length : colon)
    .filter(({ isNamed, type }) => isNamed && type !== 'case_builtin' && type !== 'logical_or_operator');
  const body = colon === -1 ? [] : children.slice(colon + 1).filter(({ isNamed }) => isNamed);
  return { ...read.readPatterns(patterns), body, guarded, runsOn: body.length === 0 };
}

/** The subject of a switch: its condition may be several pieces. */
function subjectOf(node: Node, read: Reader): Node | undefined {
  const condition = node.childForFieldName('condition');
  return condition ? spanning(named(condition), read) : undefined;
}

/** Dart 3: `switch` statements and expressions, `if`, maps. */
export const dart = defineLanguage({
  id: 'dart',
  title: 'Dart',
  extensions: ['.dart'],
  comment: { nodes: comments, line: '//', block: ['/*', '*/'] },
  text: dartText,
  importWords: ['import', 'export'],
  functions: new Set(['function_body', 'function_expression', 'class_body', 'enum_body', 'extension_body', 'mixin_body']),
  groups: new Set(['class_body', 'enum_body', 'extension_body', 'mixin_body']),
  blocks: new Set(['block', 'switch_statement_case', 'switch_statement_default', 'program']),
  bareMembers: true,
  reading: {
    declaration: readDeclaration,
    wrappers: { parenthesized_expression: 'only', constant_pattern: 'only', argument: 'only' },
    labels: {
      numbers: ['decimal_integer_literal', 'hex_integer_literal'],
      constants: ['qualified'],
      others: {
        string_literal: readPlain,
        identifier: (node) => (node.text === '_' ? undefined : readConstant(node)),
        [joined]: readJoined,
        constant_pattern: (node) => (/^-\s*\d/.test(node.text) ? readNumber(node) : undefined),
      },
    },
    patterns: {
      around: { constant_pattern: 'only', null_check_pattern: 'first' },
      types: {
        variable_pattern: (node) => named(node).find(({ type }) => type === 'type_identifier'),
        object_pattern: (node) => (/^\w+\s*\(\s*\)$/.test(node.text) ? node.firstNamedChild : undefined),
      },
      takesAll: ({ type, text }) => text === '_' || (type === 'variable_pattern' && /^(?:final|var)\s+\w+$/.test(text)),
    },
    switches: [
      {
        node: 'switch_statement',
        subject: subjectOf,
        headEnd: 'condition',
        body: 'body',
        arms: ['switch_statement_case'],
        rest: ['switch_statement_default'],
        readArm,
        block: 'block',
        form: 'switch',
      },
      {
        node: 'switch_expression',
        subject: subjectOf,
        headEnd: 'condition',
        arms: ['switch_expression_case'],
        readArm,
        block: 'block',
        separator: ',',
        form: 'expression',
      },
    ],
    branches: [
      ifForm('if_statement', 'block', { condition: conditionOf }),
      ternaryForm('conditional_expression', { condition: 'first' }),
    ],
    catches: [{ node: 'try_statement', clauses: readClauses, form: 'on' }],
    conditions: {
      others: {
        parenthesized_expression: readParenthesized,
        unary_expression: readOperators,
        logical_or_expression: readOperators,
        logical_and_expression: readOperators,
        equality_expression: readOperators,
        relational_expression: readOperators,
        type_test_expression: readTypeTest,
        list_literal: readContains,
        set_or_map_literal: readContains,
        [joined]: readContains,
      },
    },
    tables: { set_or_map_literal: readMap },
    recordFields: ['named_argument', 'pair'],
    lists: { list_literal: readElements, set_or_map_literal: readElements },
    names: {
      owners: {
        static_final_declaration: 'first',
        initialized_identifier: 'first',
        initialized_variable_definition: 'name',
        pair: 'key',
      },
      bindings: { formal_parameter: 'last', initialized_variable_definition: 'name' },
    },
    exits: {
      nodes: ['return_statement', 'continue_statement'],
      blocks: ['block'],
      others({ type, text, firstNamedChild }, _, breakStays) {
        if (type === 'break_statement') return !(breakStays && /^break\s*;$/.test(text));
        if (type !== 'expression_statement') return undefined;
        return /^(throw|rethrow)_expression$/.test(firstNamedChild?.type ?? '') || /^exit\s*\(/.test(text);
      },
    },
  },
  beforeDeclaredValue: /([^=!<>]=\s*|[(,]\s*)r?['"]$/,
  readCodeTypes: readDartEnums,
  writer: createArmWriter(dartText, {
    raise: (message) => `throw UnimplementedError(${message})`,
    raiseUnexpected: ({ subject, quote }) =>
      `throw StateError(${quote}Unexpected error code: \${${subject.replaceAll(quote, quote === '"' ? "'" : '"')}}${quote})`,
    terminator: ';',
    arms: {
      switch: { head: (labels) => `case ${labels.join(' || ')}:`, otherwise: 'default:' },
      expression: { head: (labels) => `${labels.join(' || ')} =>`, otherwise: '_ =>', beside: true, separator: ',' },
    },
    branches: { chain: bracedBranches },
    entries: { map: (label, value) => `${label}: ${value}` },
  }),
  repair: {
    arms: [
      { form: 'switch', body: ' break;', rest: '' },
      { form: 'expression', body: ' 0,' },
    ],
    completeKey: ': 0',
    switchHead: /\bswitch\s*\([^{}]*\)\s*$/,
    beforeClass: /\bon\s+$|\bis\s+$/,
  },
});
