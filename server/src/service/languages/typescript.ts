import type { Node } from 'web-tree-sitter';
import { bracedBranches, caseBranches, createArmWriter } from './armWriter.ts';
import { branchesOfCases } from './reading/conditionalCases.ts';
import { ifForm, ternaryForm } from './reading/readBranch.ts';
import { handlerForm } from './reading/readCatches.ts';
import { matchForm } from './typescriptMatch.ts';
import { defineLanguage } from './defineLanguage.ts';
import type { LanguageDefinition, NewCode } from './language.ts';
import type { Insertion } from './insertion.ts';
import { writeSwitch } from './typescriptSwitch.ts';
import { aroundValues, nameOwners, readDeclaration, wrappers } from './typescriptDeclarations.ts';
import { readMap, readObject, readSearch, readSet } from './typescriptTables.ts';
import { scriptText } from './textForms.ts';
import { readTypeScriptCodeTypes } from './typescriptCodeTypes.ts';
import { quoteWith } from './writing.ts';

const quoteString = quoteWith(scriptText);

/** A key of an object. Written as any other key, `__proto__` would be the object's prototype. */
function keyOf(label: string, { code }: NewCode, { bareKeys, constants, quote }: Insertion): string {
  if (code === '__proto__') return `[${quoteString(code, quote)}]`;
  if (bareKeys && !constants.has(code) && /^[A-Za-z_]\w*$/.test(code)) return code;
  return /^(['"]|\d+$|0x|[\p{ID_Start}$_][\p{ID_Continue}$]*$)/u.test(label) ? label : `[${label}]`;
}

const shared = {
  text: scriptText,
  importWords: ['import', 'from', 'export', 'require'],
  quotes: ["'", '"'],
  comment: { nodes: new Set(['comment']), line: '//', block: ['/*', '*/'] },
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
  topLevel: {
    declaration:
      '(?:export|import|declare|abstract|async|function|class|const|let|var|interface|enum|namespace)\\s|type\\s+[\\w$]+\\s*[=<]|(?:module\\.)?exports\\b|@\\w',
    beforeName:
      'abstract accessor any as asserts assert async await boolean break case catch class const continue declare default delete do else enum export extends false final finally for from function get global if implements import in infer instanceof interface is keyof let module namespace never new null number object of out override package private protected public readonly require return satisfies set static string super switch symbol this throw true try type typeof undefined unique unknown using var void while with yield',
    statement: '(?:if|for|while|do|switch|try|throw|return)\\b',
    quotes: '`',
    blockComments: true,
    lineComment: '//',
    commentLine: '\\*|//',
  },
  reading: {
    declaration: readDeclaration,
    wrappers: { ...wrappers, computed_property_name: 'first' },
    labels: {
      strings: { string: 'string_fragment', template_string: 'string_fragment' },
      numbers: ['number'],
      signs: { unary_expression: 'argument' },
      constants: ['identifier', 'member_expression', 'subscript_expression'],
      keys: ['property_identifier', 'shorthand_property_identifier'],
    },
    switches: [
      matchForm,
      {
        node: 'switch_statement',
        subject: 'value',
        body: 'body',
        arms: ['switch_case'],
        label: 'value',
        rest: ['switch_default'],
        block: 'statement_block',
        fallsThrough: true,
        form: 'switch',
        counts: ({ type }) => type !== 'true',
      },
    ],
    branches: [
      ifForm('if_statement', 'statement_block', { otherwise: (node) => node.childForFieldName('alternative')?.lastNamedChild }),
      ternaryForm('ternary_expression'),
      ...branchesOfCases({
        owner: 'switch_statement',
        isConditional: (owner) => /^\(\s*true\s*\)$/.test(owner.childForFieldName('value')?.text ?? ''),
        body: 'body',
        clause: 'switch_case',
        rest: 'switch_default',
        condition: (clause) => clause.childForFieldName('value'),
        statements: (clause) => clause.childrenForFieldName('body').filter((part): part is Node => part?.isNamed === true),
      }),
    ],
    // `@Catch(Stripe.errors.StripeCardError)` of NestJS
    catches: [
      handlerForm('decorator', (decorator, read) => {
        const call = decorator.firstNamedChild;
        const list = call?.childForFieldName('function')?.text === 'Catch' ? call.childForFieldName('arguments') : null;
        return list ? { types: read.partsOf(list) } : undefined;
      }),
    ],
    conditions: {
      not: { unary_expression: 'argument' },
      isOf: 'instanceof',
      others: { call_expression: readSearch },
    },
    tables: { object: readObject, new_expression: readMap },
    recordFields: ['pair'],
    lists: { array: true, new_expression: readSet },
    names: {
      around: aroundValues,
      owners: nameOwners,
      bindings: { formal_parameters: true, variable_declarator: 'name' },
    },
    exits: {
      nodes: ['return_statement', 'throw_statement', 'continue_statement'],
      breaks: ['break_statement'],
      calls: { nodes: ['expression_statement'], pattern: /^process\s*\.\s*exit\s*\(/ },
      blocks: ['statement_block', 'joined'],
    },
  },
  beforeDeclaredValue: /(^|[^=!<>])[=:]\s*['"`]$/,
  readCodeTypes: readTypeScriptCodeTypes,
  writer: {
    ...createArmWriter(scriptText, {
      raise: (message) => `throw new Error(${message})`,
      raiseUnexpected: ({ subject }) => `throw new Error(\`Unexpected error code: \${${subject}}\`)`,
      terminator: ';',
      compare: (subject, label) => `${subject} === ${label}`,
      arms: {
        switch: { head: ([label = '']) => `case ${label}:`, otherwise: 'default:', stacked: true, remarksBehind: true },
        with: { head: (labels) => `.with(${labels.join(', ')}, () => {`, otherwise: '.otherwise(() => {', closes: '})' },
      },
      branches: { chain: bracedBranches, cases: caseBranches },
      entries: {
        object: (label, value, code, insertion) => `${keyOf(label, code, insertion)}: ${value}`,
        map: (label, value) => `[${label}, ${value}]`,
      },
      handler: (body, indent, newline) => `() => {${newline}${body}${newline}${indent}}`,
    }),
    writeSwitch,
  },
  repair: {
    arms: [{ form: 'switch', body: ' break;', rest: '' }],
    completeKey: ': 0',
    switchHead: /\bswitch\s*\([^{}]*\)\s*$/,
    beforeClass: /\binstanceof\s+$/,
  },
} satisfies Partial<LanguageDefinition>;

/** TypeScript without JSX. */
export const typescript = defineLanguage({
  ...shared,
  id: 'typescript',
  title: 'TypeScript',
  extensions: ['.ts', '.mts', '.cts'],
});

/** TypeScript with JSX. */
export const typescriptreact = defineLanguage({
  ...shared,
  id: 'typescriptreact',
  title: 'TSX',
  extensions: ['.tsx'],
  grammar: 'tsx',
});

/** JavaScript, with or without JSX: one grammar reads both. */
export const javascript = defineLanguage({
  ...shared,
  id: 'javascript',
  title: 'JavaScript and JSX',
  languageIds: ['javascript', 'javascriptreact'],
  extensions: ['.js', '.mjs', '.cjs', '.jsx'],
});
