import { readDeclaration, readMacro, readNot, readPairs, readStringCompare, readWrapped, readZero } from './cppExpressions.ts';
import { defineLanguage } from './defineLanguage.ts';
import { catchForm } from './reading/readCatches.ts';
import { bracedBranches, createArmWriter } from './armWriter.ts';
import { readCppCodeTypes } from './cppCodeTypes.ts';
import { ifForm, inElseClause, ternaryForm } from './reading/readBranch.ts';
import { cppText } from './textForms.ts';

/** C++: comparisons of strings, `switch` on enums, initialisers of maps. */
export const cpp = defineLanguage({
  id: 'cpp',
  title: 'C++',
  extensions: ['.cpp', '.cc', '.cxx', '.hpp', '.hh', '.hxx'],
  comment: { nodes: new Set(['comment']), line: '//', block: ['/*', '*/'] },
  text: cppText,
  labelsAreNames: true,
  importWords: ['include'],
  neededImport: { present: /#\s*include\s*<stdexcept>/, line: '#include <stdexcept>' },
  functions: new Set(['function_definition', 'lambda_expression', 'field_declaration_list', 'declaration_list']),
  groups: new Set(['field_declaration_list', 'declaration_list']),
  blocks: new Set(['compound_statement', 'case_statement', 'translation_unit']),
  bareMembers: true,
  reading: {
    declaration: readDeclaration,
    wrappers: {
      parenthesized_expression: 'last',
      condition_clause: (node) => node.childForFieldName('value') ?? node.lastNamedChild,
      cast_expression: (node) => node.childForFieldName('value') ?? node.lastNamedChild,
    },
    labels: {
      strings: { string_literal: 'string_content' },
      numbers: ['number_literal'],
      signs: { unary_expression: 'argument' },
      constants: ['identifier', 'qualified_identifier', 'field_expression'],
      others: { user_defined_literal: readWrapped, call_expression: readWrapped, preproc_arg: readMacro },
    },
    switches: [
      {
        // Strings have no `switch`, but enums named after the codes have, and statuses.
        node: 'switch_statement',
        subject: 'condition',
        body: 'body',
        arms: ['case_statement'],
        label: 'value',
        block: 'compound_statement',
        fallsThrough: true,
        form: 'switch',
        counts: (_, arms) => arms.length > 0,
      },
    ],
    branches: [
      ifForm('if_statement', 'compound_statement', {
        otherwise: inElseClause,
        declares: (node) => Boolean(node.childForFieldName('condition')?.childForFieldName('initializer')),
      }),
      ternaryForm('conditional_expression'),
    ],
    catches: [
      catchForm('try_statement', 'catch_clause', (clause) =>
        clause.descendantsOfType('parameter_declaration').flatMap((parameter) => parameter?.childForFieldName('type') ?? []),
      ),
    ],
    conditions: {
      not: { unary_expression: 'argument' },
      notSigns: ['!', 'not'],
      and: ['&&', 'and'],
      or: ['||', 'or'],
      others: {
        unary_expression: readNot,
        binary_expression: readZero,
        call_expression(node, read) {
          const equal = readStringCompare(node, read);
          return equal && { kind: 'not', part: equal };
        },
      },
    },
    tables: { initializer_list: readPairs },
    lists: {
      initializer_list: (node, read) => (node.parent?.type === 'initializer_list' ? undefined : read.partsOf(node)),
    },
    names: {
      around: ['initializer_list', 'compound_literal_expression', 'argument_list', 'call_expression'],
      owners: { init_declarator: 'declarator', field_declaration: 'declarator' },
      bindings: { parameter_declaration: 'declarator', init_declarator: 'declarator' },
    },
    exits: {
      nodes: ['return_statement', 'throw_statement', 'continue_statement', 'goto_statement'],
      breaks: ['break_statement'],
      calls: { nodes: ['expression_statement'], pattern: /^(std::)?(exit|abort|terminate|quick_exit|_Exit)\s*\(/ },
      blocks: ['compound_statement'],
    },
  },
  beforeDeclaredValue: /([^=!<>]=\s*|\{\s*|\w\s+)"$/,
  readCodeTypes: readCppCodeTypes,
  writer: createArmWriter(cppText, {
    raise: (message) => `throw std::logic_error(${message})`,
    raiseUnexpected: ({ form, subject }) =>
      // An enum cannot be put into the message.
      form === 'switch'
        ? 'throw std::logic_error("Unexpected error code")'
        : `throw std::logic_error("Unexpected error code: " + std::string(${subject}))`,
    terminator: ';',
    arms: {
      switch: { head: (labels) => labels.map((label) => `case ${label}:`).join(' '), otherwise: 'default:', stacked: true },
    },
    branches: { chain: bracedBranches },
    entries: { map: (label, value) => `{${label}, ${value}}` },
  }),
  repair: {
    arms: [{ form: 'switch', body: ' break;', rest: '' }],
    // There are no proposals where no enum shows how labels are named: a string would not compile.
    switchHead: /(?!)/,
    beforeArmLabel: /(?!)/,
    beforeClass: /\bcatch\s*\(\s*(?:const\s+)?$/,
  },
});
