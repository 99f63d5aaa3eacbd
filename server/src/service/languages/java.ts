import type { Node } from 'web-tree-sitter';
import { type ArmStyle, bracedBranches, createArmWriter } from './armWriter.ts';
import { defineLanguage } from './defineLanguage.ts';
import { catchForm, handlerForm } from './reading/readCatches.ts';
import { readJavaEnums } from './enumTypes.ts';
import { argumentsOf, readCall, readDeclaration, readListCall, readMap, readValue } from './javaExpressions.ts';
import { named, readPlainString } from './nodes.ts';
import type { ArmParts } from './reading/readingTable.ts';
import type { Reader } from './reading/readings.ts';
import { ifForm, ternaryForm } from './reading/readBranch.ts';
import { typeTest } from './reading/readCondition.ts';
import { javaText } from './textForms.ts';

/** `case "A", "B" ->`, `case "A": case "B":`. `default` and `case null, default` take the rest. */
function readArm(arm: Node, read: Reader): ArmParts {
  const heads = named(arm).filter(({ type }) => type === 'switch_label');
  const parts = heads.flatMap(read.partsOf).filter(({ text }) => text !== 'default');
  const { labels, takesRest } = read.readPatterns(parts.filter(({ type }) => type !== 'guard'));
  const isDefault = heads.some(({ text }) => /^default$|,\s*default$/.test(text));
  const body = read.partsOf(arm).filter(({ type }) => type !== 'switch_label');
  return { labels, body, guarded: parts.some(({ type }) => type === 'guard'), takesRest: takesRest || isDefault };
}

const cases: ArmStyle = {
  head: (labels) => labels.map((label) => `case ${label}:`).join(' '),
  otherwise: 'default:',
  stacked: true,
};

/** Java: both forms of `switch`, `if` with `equals`, `Map.of` and `Map.ofEntries`. */
export const java = defineLanguage({
  id: 'java',
  title: 'Java',
  extensions: ['.java'],
  comment: { nodes: new Set(['line_comment', 'block_comment']), line: '//', block: ['/*', '*/'] },
  text: javaText,
  importWords: ['import'],
  functions: new Set([
    'method_declaration',
    'constructor_declaration',
    'compact_constructor_declaration',
    'lambda_expression',
    'static_initializer',
    'class_body',
    'interface_body',
    'enum_body',
  ]),
  groups: new Set(['class_body', 'interface_body', 'enum_body', 'enum_body_declarations']),
  blocks: new Set(['block', 'constructor_body', 'switch_block_statement_group', 'program']),
  bareMembers: true,
  reading: {
    declaration: readDeclaration,
    wrappers: { parenthesized_expression: 'first', cast_expression: 'value' },
    labels: {
      numbers: ['decimal_integer_literal', 'hex_integer_literal'],
      signs: { unary_expression: 'operand' },
      constants: ['identifier', 'field_access'],
      others: {
        string_literal: (node) => (node.text.startsWith('"""') ? undefined : readPlainString(node, 'string_fragment')),
        method_invocation: readValue,
      },
    },
    patterns: { around: { pattern: 'only' }, types: { type_pattern: 'first' } },
    switches: [
      {
        node: 'switch_expression',
        subject: 'condition',
        body: 'body',
        arms: ['switch_rule', 'switch_block_statement_group'],
        readArm,
        block: 'block',
        fallsThrough: true,
        form: 'switch',
        byArm: { switch_rule: { form: 'arrows', fallsThrough: false } },
      },
    ],
    branches: [ifForm('if_statement', 'block'), ternaryForm('ternary_expression')],
    catches: [
      ...['try_statement', 'try_with_resources_statement'].map((node) =>
        catchForm(node, 'catch_clause', (clause) =>
          clause.descendantsOfType('catch_type').flatMap((types) => (types ? named(types) : [])),
        ),
      ),
      // `@ExceptionHandler({ CardException.class, OtherException.class })`
      handlerForm('annotation', (annotation) =>
        annotation.childForFieldName('name')?.text === 'ExceptionHandler'
          ? {
              types: annotation.descendantsOfType('class_literal').flatMap((literal) => literal?.firstNamedChild ?? []),
              body: annotation.parent?.parent?.childForFieldName('body') ?? null,
            }
          : undefined,
      ),
    ],
    conditions: {
      not: { unary_expression: 'operand' },
      others: {
        method_invocation: readCall,
        instanceof_expression: typeTest('left', 'right'),
      },
    },
    tables: { method_invocation: readMap },
    lists: {
      array_initializer: true,
      method_invocation: readListCall,
      object_creation_expression(node, read) {
        const [only] = argumentsOf(node, read);
        return only && read.readList(only)?.elements;
      },
    },
    names: {
      around: ['argument_list', 'object_creation_expression', 'method_invocation', 'cast_expression'],
      owners: { variable_declarator: 'name', assignment_expression: 'left' },
      bindings: { formal_parameter: 'name', variable_declarator: 'name' },
    },
    exits: {
      nodes: ['return_statement', 'throw_statement', 'continue_statement', 'yield_statement'],
      breaks: ['break_statement'],
      calls: {
        nodes: ['expression_statement'],
        pattern: /^(System\s*\.\s*exit|Runtime\s*\.\s*getRuntime\(\)\s*\.\s*(exit|halt))\s*\(/,
      },
      blocks: ['block'],
    },
  },
  beforeDeclaredValue: /([^=!<>]=\s*|[(,]\s*)"$/,
  readCodeTypes: readJavaEnums,
  writer: createArmWriter(javaText, {
    raise: (message) => `throw new UnsupportedOperationException(${message})`,
    raiseUnexpected: ({ subject }) => `throw new IllegalStateException("Unexpected error code: " + ${subject})`,
    terminator: ';',
    compare: (subject, label) => `${label}.equals(${subject})`,
    arms: {
      switch: cases,
      arrows: { head: (labels) => `case ${labels.join(', ')} ->`, otherwise: 'default ->', beside: true },
    },
    branches: { chain: bracedBranches },
    entries: {
      of: (label, value) => `${label}, ${value}`,
      entries: (label, value) => `Map.entry(${label}, ${value})`,
      entry: (label, value) => `entry(${label}, ${value})`,
    },
  }),
  repair: {
    arms: [
      { form: 'switch', body: ' break;', rest: '' },
      { form: 'arrows', body: ' {}' },
    ],
    switchHead: /\bswitch\s*\([^{}]*\)\s*$/,
    beforeClass: /\bcatch\s*\(\s*(?:final\s+)?(?:[\w.]+\s*\|\s*)*$|\binstanceof\s+$/,
    beforeComparedLabel: /(\bequals(IgnoreCase)?\(|[=!]=)\s*$/,
  },
});
