import { readDeclaration, readDictionary, readElements, readIndex, readVerbatim } from './csharpExpressions.ts';
import { patterns, readCall, readIs } from './csharpPatterns.ts';
import { compareSubject, propertySubject, readPropertyArm, valueIn } from './csharpProperties.ts';
import { defineLanguage } from './defineLanguage.ts';
import { named } from './nodes.ts';
import { catchForm, filterForm } from './reading/readCatches.ts';
import type { ArmParts } from './reading/readingTable.ts';
import type { Reader } from './reading/readings.ts';
import type { Node } from 'web-tree-sitter';
import { bracedBranches, createArmWriter, filteredClauses } from './armWriter.ts';
import { ifForm, ternaryForm } from './reading/readBranch.ts';
import { typeTest } from './reading/readCondition.ts';
import { csharpText } from './textForms.ts';

/** `case "A" or "B" when …:` */
function readSection(section: Node, read: Reader): ArmParts | 'rest' {
  const parts = read.partsOf(section);
  const isDefault = section.children.some((child) => child?.type === 'default');
  const body = parts.filter(({ type }) => /_statement$|^block$/.test(type));
  return isDefault ? 'rest' : readParts(section, body, read);
}

/** `"A" or "B" => …` */
function readExpressionArm(arm: Node, read: Reader): ArmParts {
  const parts = read.partsOf(arm);
  return readParts(arm, parts.slice(-1), read);
}

function readParts(arm: Node, body: readonly Node[], read: Reader): ArmParts {
  const parts = read.partsOf(arm);
  const [pattern] = parts;
  const owner = arm.parent?.type === 'switch_body' ? arm.parent.parent : arm.parent;
  const asked = pattern && owner ? readPropertyArm(pattern, owner, read) : undefined;
  const guarded = asked?.guarded === true || parts.some(({ type }) => type === 'when_clause');
  return { ...read.readPatterns(parts.slice(0, 1)), ...asked, body, guarded };
}

/** The class that a clause takes; undefined: every error. */
function classOf(clause: Node): Node | undefined {
  const declaration = named(clause).find(({ type }) => type === 'catch_declaration');
  return declaration?.childForFieldName('type') ?? undefined;
}

function filterOf(clause: Node): Node | undefined {
  return named(clause).find(({ type }) => type === 'catch_filter_clause')?.firstNamedChild ?? undefined;
}

const valueOf = (node: Node): Node | null => node.childForFieldName('value');

/** C#: `switch` statements and expressions with their patterns, `if` with `==`, `is` and `Equals`, dictionaries. */
export const csharp = defineLanguage({
  id: 'csharp',
  title: 'C#',
  extensions: ['.cs', '.csx'],
  grammar: 'c-sharp',
  comment: { nodes: new Set(['comment']), line: '//', block: ['/*', '*/'] },
  text: csharpText,
  importWords: ['using'],
  neededImport: { present: /\busing\s+(?:global::)?System\s*;/ },
  functions: new Set([
    'method_declaration',
    'constructor_declaration',
    'local_function_statement',
    'lambda_expression',
    'anonymous_method_expression',
    'accessor_declaration',
    'property_declaration',
    'declaration_list',
  ]),
  groups: new Set(['declaration_list']),
  blocks: new Set(['block', 'switch_section', 'compilation_unit']),
  bareMembers: true,
  reading: {
    declaration: readDeclaration,
    wrappers: {
      cast_expression: 'value',
      parenthesized_expression: 'last',
      constant_pattern: 'last',
      argument: 'last',
      element_binding_expression: 'last',
      postfix_unary_expression: (node) => (node.lastChild?.type === '!' ? node.lastNamedChild : undefined),
    },
    labels: {
      strings: { string_literal: 'string_literal_content' },
      numbers: ['integer_literal'],
      signs: { prefix_unary_expression: 'last' },
      constants: ['identifier', 'member_access_expression', 'qualified_name'],
      others: { verbatim_string_literal: readVerbatim },
    },
    patterns,
    switches: [
      {
        node: 'switch_statement',
        subject: (node, read) => propertySubject(valueOf(node), node, read) ?? valueOf(node),
        headEnd: valueOf,
        body: 'body',
        arms: ['switch_section'],
        readArm: readSection,
        block: 'block',
        fallsThrough: true,
        form: 'switch',
      },
      {
        node: 'switch_expression',
        subject: (node, read) => propertySubject(node.firstNamedChild, node, read) ?? node.firstNamedChild,
        arms: ['switch_expression_arm'],
        readArm: readExpressionArm,
        headEnd: (node) => node.children.find((child) => child?.type === 'switch'),
        separator: ',',
        form: 'expression',
      },
    ],
    branches: [
      ifForm('if_statement', 'block'),
      ternaryForm('conditional_expression'),
      filterForm('catch_clause', filterOf, (clause) => classOf(clause)?.text ?? ''),
    ],
    catches: [
      catchForm(
        'try_statement',
        'catch_clause',
        (clause) => {
          const type = classOf(clause);
          return type ? [type] : [];
        },
        { guard: 'catch_filter_clause' },
      ),
    ],
    conditions: {
      not: { prefix_unary_expression: 'last', unary_expression: 'last' },
      others: { invocation_expression: readCall, is_pattern_expression: readIs, is_expression: typeTest('left', 'right') },
    },
    tables: { object_creation_expression: readDictionary, implicit_object_creation_expression: readDictionary },
    recordFields: ['assignment_expression'],
    lists: {
      element_binding_expression: readIndex,
      collection_expression: readIndex,
      // `string[] codes = { "A", "B" };`
      initializer_expression: (node, read) => (node.parent?.type === 'variable_declarator' ? read.partsOf(node) : undefined),
      implicit_array_creation_expression: readElements,
      array_creation_expression: readElements,
      object_creation_expression: readElements,
      implicit_object_creation_expression: readElements,
    },
    names: {
      around: [
        'argument',
        'argument_list',
        'invocation_expression',
        'object_creation_expression',
        'member_access_expression',
        'cast_expression',
        'arrow_expression_clause',
      ],
      owners: { variable_declarator: 'name', property_declaration: 'name', assignment_expression: 'left' },
      bindings: { parameter: 'name', variable_declarator: 'name' },
    },
    exits: {
      nodes: ['return_statement', 'throw_statement', 'continue_statement', 'goto_statement'],
      breaks: ['break_statement'],
      calls: { nodes: ['expression_statement'], pattern: /^Environment\s*\.\s*(Exit|FailFast)\s*\(/ },
      blocks: ['block'],
      others: ({ type, text }) => (type === 'yield_statement' ? /^yield\s+break/.test(text) : undefined),
    },
  },
  beforeDeclaredValue: /[^=!<>]=>?\s*@?"$/,
  writer: createArmWriter(csharpText, {
    raise: (message, { qualified }) => `throw new ${qualified ? 'System.' : ''}NotImplementedException(${message})`,
    raiseUnexpected: ({ subject, qualified }) =>
      `throw new ${qualified ? 'System.' : ''}InvalidOperationException("Unexpected error code: " + ${valueIn(subject)})`,
    terminator: ';',
    compare: compareSubject,
    arms: {
      switch: { head: (labels) => labels.map((label) => `case ${label}:`).join(' '), otherwise: 'default:', stacked: true },
      expression: { head: (labels) => `${labels.join(' or ')} =>`, otherwise: '_ =>', beside: true, separator: ',' },
    },
    branches: { chain: bracedBranches, filter: filteredClauses },
    entries: { index: (label, value) => `[${label}] = ${value}`, pair: (label, value) => `{ ${label}, ${value} }` },
  }),
  repair: {
    arms: [
      { form: 'switch', body: ' break;' },
      { form: 'expression', body: ' 0,' },
    ],
    switchHead: /\bswitch\s*\([^{}]*\)\s*$|\bswitch\s*$/,
    beforeClass: /\bcatch\s*\(\s*$|\bis\s+$/,
    beforeComparedLabel: /([=!]=|\bis|\bor|Equals\()\s*$/,
  },
});
