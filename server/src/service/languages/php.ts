import { defineLanguage } from './defineLanguage.ts';
import { catchForm, handlerForm } from './reading/readCatches.ts';
import { readArray, readArrayList, readDeclaration, readInArray, readValue } from './phpExpressions.ts';
import type { Node } from 'web-tree-sitter';
import { bracedBranches, caseBranches, createArmWriter } from './armWriter.ts';
import { readPhpEnums } from './enumTypes.ts';
import { comparisonOperators, named } from './nodes.ts';
import { branchesOfCases } from './reading/conditionalCases.ts';
import { ifForm, ternaryForm } from './reading/readBranch.ts';
import { phpText } from './textForms.ts';

/** The branch that an `if` or `elseif` leads to. */
function readNext(node: Node): Node | undefined {
  const owner = node.type === 'if_statement' ? node : node.parent;
  return named(owner ?? node).find(
    ({ type, startIndex }) => startIndex > node.startIndex && (type === 'else_if_clause' || type === 'else_clause'),
  );
}

function readOtherwise(node: Node): Node | null | undefined {
  const next = readNext(node);
  return next?.type === 'else_clause' ? next.childForFieldName('body') : next;
}

function readForm(node: Node, consequence: Node): string {
  return consequence.type === 'colon_block' ? 'colons' : usesElseIf(node, readNext(node)) ? 'elseif' : 'chain';
}

/** `match (true)` and `switch (true)` contain conditions. */
function isConditional(owner: Node): boolean {
  return /^\(\s*true\s*\)$/i.test(owner.childForFieldName('condition')?.text ?? '');
}

/** The only one of several conditions; else their list, since several are not read. */
function onlyOf(list: Node | null): Node | undefined {
  return (list?.namedChildCount === 1 ? list.firstNamedChild : list) ?? undefined;
}

/** Whether `elseif` is written in one word. This is the usual spelling unless the neighbours write two words. */
function usesElseIf(node: Node, next: Node | undefined): boolean {
  if (next?.type === 'else_if_clause') return true;
  return node.type === 'else_if_clause' || (node.parent?.type !== 'else_clause' && next === undefined);
}

/** PHP 8: `switch`, `match`, `if` in both spellings, arrays. */
export const php = defineLanguage({
  id: 'php',
  title: 'PHP',
  extensions: ['.php', '.phtml'],
  comment: { nodes: new Set(['comment']), line: '//', block: ['/*', '*/'] },
  text: phpText,
  beforeFirstLine: /^(?:#![^\n]*\n)?<\?php[ \t]*\r?\n/,
  importWords: ['use', 'require', 'include'],
  functions: new Set([
    'function_definition',
    'method_declaration',
    'anonymous_function',
    'anonymous_function_creation_expression',
    'arrow_function',
    'declaration_list',
    'enum_declaration_list',
  ]),
  groups: new Set(['declaration_list', 'enum_declaration_list']),
  blocks: new Set(['compound_statement', 'colon_block', 'case_statement', 'default_statement', 'program']),
  bareMembers: true,
  reading: {
    declaration: readDeclaration,
    wrappers: {
      cast_expression: 'value',
      parenthesized_expression: 'last',
      argument: 'last',
      array_element_initializer: 'only',
    },
    labels: {
      strings: { string: 'string_content', encapsed_string: 'string_content' },
      numbers: ['integer'],
      signs: { unary_op_expression: 'last' },
      constants: ['name', 'qualified_name', 'class_constant_access_expression'],
      others: { member_access_expression: readValue },
    },
    switches: [
      {
        node: 'match_expression',
        subject: 'condition',
        body: 'body',
        arms: ['match_conditional_expression'],
        label: 'conditional_expressions',
        labelList: true,
        rest: ['match_default_expression'],
        block: 'compound_statement',
        separator: ',',
        form: 'match',
        // `match (true)` contains conditions.
        counts: ({ type }) => type !== 'boolean',
      },
      {
        node: 'switch_statement',
        subject: 'condition',
        body: 'body',
        arms: ['case_statement'],
        label: 'value',
        rest: ['default_statement'],
        block: 'compound_statement',
        closers: ['}', 'endswitch'],
        fallsThrough: true,
        form: 'switch',
        counts: ({ type }) => type !== 'boolean',
      },
    ],
    branches: [
      ...['if_statement', 'else_if_clause'].map((node) =>
        ifForm(node, 'compound_statement', { consequence: 'body', otherwise: readOtherwise, form: readForm }),
      ),
      ternaryForm('conditional_expression', { consequence: 'body' }),
      ...branchesOfCases({
        owner: 'match_expression',
        form: 'expressions',
        isConditional,
        body: 'body',
        clause: 'match_conditional_expression',
        rest: 'match_default_expression',
        condition: (clause) => onlyOf(clause.childForFieldName('conditional_expressions')),
        statements: (clause) => [clause.childForFieldName('return_expression')].filter((part) => part !== null),
      }),
      ...branchesOfCases({
        owner: 'switch_statement',
        isConditional,
        body: 'body',
        clause: 'case_statement',
        rest: 'default_statement',
        condition: (clause) => clause.childForFieldName('value'),
        statements: (clause, read) => read.partsOf(clause).slice(clause.type === 'case_statement' ? 1 : 0),
      }),
    ],
    catches: [
      catchForm('try_statement', 'catch_clause', 'type'),
      // `$exceptions->render(function (CardException $e) { … })` of Laravel
      ...['anonymous_function', 'arrow_function'].map((node) =>
        handlerForm(node, (handler, read) => {
          const call = handler.parent?.parent?.parent;
          const type = handler.childForFieldName('parameters')?.firstNamedChild?.childForFieldName('type');
          if (!type || !/^(?:render|report)(?:able)?$/.test(call?.childForFieldName('name')?.text ?? '')) return undefined;
          return { types: type.type === 'union_type' ? read.partsOf(type) : [type], body: handler.childForFieldName('body') };
        }),
      ),
    ],
    conditions: {
      not: { unary_op_expression: 'last' },
      and: ['&&', 'and'],
      or: ['||', 'or'],
      isOf: 'instanceof',
      comparisons: new Map([...comparisonOperators, ['<>', '!=']]),
      others: { function_call_expression: readInArray },
    },
    tables: { array_creation_expression: readArray },
    recordFields: ['array_element_initializer', 'argument'],
    lists: { array_creation_expression: readArrayList },
    names: {
      around: ['argument', 'arguments', 'function_call_expression', 'cast_expression'],
      owners: {
        assignment_expression: 'left',
        const_element: (owner) => owner.childForFieldName('name') ?? owner.firstNamedChild,
        property_element: (owner) => owner.childForFieldName('name') ?? owner.firstNamedChild,
        array_element_initializer: (owner) => (owner.namedChildCount > 1 ? owner.firstNamedChild : undefined),
      },
    },
    exits: {
      nodes: ['return_statement', 'exit_statement', 'goto_statement', 'throw_expression', 'throw_statement'],
      // In a switch, `continue` does as `break` does.
      breaks: ['break_statement', 'continue_statement'],
      blocks: ['compound_statement', 'colon_block', 'joined'],
      others: ({ type, text, firstNamedChild }) =>
        type === 'expression_statement'
          ? firstNamedChild?.type === 'throw_expression' || /^(exit|die|abort)\b/i.test(text)
          : undefined,
    },
  },
  beforeDeclaredValue: /([^=!<>]=|,)\s*['"]$/,
  readCodeTypes: readPhpEnums,
  writer: createArmWriter(phpText, {
    raise: (message) => `throw new \\LogicException(${message})`,
    raiseUnexpected: ({ subject, quote }) =>
      `throw new \\UnexpectedValueException(${quote}Unexpected error code: ${quote} . ${subject})`,
    terminator: ';',
    compare: (subject, label) => `${subject} === ${label}`,
    arms: {
      switch: { head: (labels) => labels.map((label) => `case ${label}:`).join(' '), otherwise: 'default:', stacked: true },
      match: { head: (labels) => `${labels.join(', ')} =>`, otherwise: 'default =>', beside: true, separator: ',' },
    },
    branches: {
      chain: bracedBranches,
      cases: caseBranches,
      elseif: { ...bracedBranches, next: (condition) => `elseif (${condition}) {` },
      colons: {
        first: (condition) => `if (${condition}):`,
        next: (condition) => `elseif (${condition}):`,
        otherwise: 'else:',
        close: '',
      },
    },
    entries: { array: (label, value) => `${label} => ${value}` },
  }),
  repair: {
    arms: [
      { form: 'switch', body: ' break;' },
      { form: 'match', body: ' 0,' },
    ],
    completeKey: ' => 0',
    switchHead: /\b(switch|match)\s*\([^{}]*\)\s*$/,
    beforeClass: /\bcatch\s*\(\s*(?:[\w\\]+\s*\|\s*)*$|\binstanceof\s+$/,
  },
});
