import type { Node } from 'web-tree-sitter';
import { createArmWriter, filteredClauses, plainBranches } from './armWriter.ts';
import { readSwiftEnums } from './enumTypes.ts';
import { defineLanguage } from './defineLanguage.ts';
import { catchForm, filterForm } from './reading/readCatches.ts';
import { childrenOf, joinPieces, piecesOf } from './nodes.ts';
import { readOperators } from './reading/readOperators.ts';
import { ifForm } from './reading/readBranch.ts';
import { typeTest } from './reading/readCondition.ts';
import type { ArmParts } from './reading/readingTable.ts';
import type { Reader } from './reading/readings.ts';
import {
  binaries,
  bindsName,
  conditions,
  conditionsOf,
  guardConditions,
  readAll,
  readContains,
  readGuard,
} from './swiftConditions.ts';
import { patternMember, patterns, readDeclaration, readDictionary, readName, unwrapSingle } from './swiftExpressions.ts';
import { swiftText } from './textForms.ts';

/** A block as one node: the grammar leaves its brackets and statements side by side. */
const braced = 'joined_block';

function readArm(entry: Node, read: Reader): ArmParts | 'rest' {
  const parts = childrenOf(entry);
  const patterns = parts.filter(({ type }) => type === 'switch_pattern');
  const guarded = parts.some(({ type }) => type === 'where_keyword');
  if (parts.some(({ type }) => type === 'default_keyword')) return 'rest';
  const statements = parts.find(({ type }) => type === 'statements');
  return {
    ...read.readPatterns(patterns),
    body: statements ? read.partsOf(statements) : [],
    guarded,
    runsOn: parts.some(({ type }) => type === 'fallthrough'),
  };
}

const consequenceOf = (node: Node): Node | undefined => blockFrom(childrenOf(node), 0);

function alternativeOf(node: Node): Node | undefined {
  const children = childrenOf(node);
  const keyword = children.findIndex(({ type }) => type === 'else');
  if (keyword === -1) return undefined;
  const after = children.slice(keyword);
  const block = after.find(({ type }) => type === 'statements');
  // An else block of nothing but an `if` goes on with the chain.
  const inBlock =
    block?.namedChildCount === 1 && block.firstNamedChild?.type === 'if_statement' ? block.firstNamedChild : undefined;
  return after.find(({ type }) => type === 'if_statement') ?? inBlock ?? blockFrom(children, keyword);
}

/** The first block among a statement's children, brackets included. */
function blockFrom(children: readonly Node[], from: number): Node | undefined {
  const open = children.findIndex(({ type }, index) => index >= from && type === '{');
  const close = children.find(({ type }, index) => index > open && type === '}');
  const first = children[open];
  return first && close ? joinPieces(first, close, braced) : undefined;
}

function leavesByStatement(statement: Node, read: Reader, breakStays: boolean): boolean | undefined {
  const { type, text } = statement;
  if (type === 'control_transfer_statement')
    return !(breakStays && /^break\s*$/.test(text)) && !/^(yield|fallthrough)\b/.test(text);
  if (type !== braced) return undefined;
  const statements = piecesOf(statement).find((piece) => piece.type === 'statements');
  return statements !== undefined && read.leaves(statements, breakStays);
}

/** `catch let e as A`, `catch is A`, `catch A.b(let c)`; `catch` and `catch let e` take every error. */
function readCatchTypes(clause: Node): readonly Node[] {
  const pattern = clause.childForFieldName('error');
  if (!pattern) return [];
  const name = pattern.childForFieldName('name');
  if (name) return [name];
  return /^(?:let|var)\s/.test(pattern.text) ? [] : [pattern];
}

/** `catch let e as A where e.code == "B"` */
function filterOf(clause: Node): Node | undefined {
  return childrenOf(clause).find(({ type }) => type === 'where_clause')?.lastNamedChild ?? undefined;
}

/** Swift: `switch`, `if` and `guard`, dictionaries. */
export const swift = defineLanguage({
  id: 'swift',
  title: 'Swift',
  extensions: ['.swift'],
  comment: { nodes: new Set(['comment', 'multiline_comment']), line: '//', block: ['/*', '*/'] },
  text: swiftText,
  directives: /^[ \t]*#(?:if|elseif|else|endif)\b[^\n\r]*/gm,
  importWords: ['import'],
  functions: new Set(['function_body', 'lambda_literal', 'computed_property', 'class_body', 'enum_class_body', 'protocol_body']),
  groups: new Set(['class_body', 'enum_class_body', 'protocol_body']),
  blocks: new Set(['statements', 'source_file']),
  bareMembers: true,
  reading: {
    declaration: readDeclaration,
    wrappers: {
      as_expression: 'expr',
      nil_coalescing_expression: 'value',
      switch_pattern: 'first',
      tuple_expression: unwrapSingle,
      pattern: unwrapSingle,
    },
    labels: {
      strings: { line_string_literal: 'line_str_text' },
      numbers: ['integer_literal', 'hex_literal', 'bin_literal', 'oct_literal'],
      signs: { prefix_expression: 'target' },
      others: {
        simple_identifier: readName,
        navigation_expression: readName,
        prefix_expression: readName,
        pattern: readName,
        [patternMember]: readName,
      },
    },
    patterns,
    switches: [{ node: 'switch_statement', subject: 'expr', arms: ['switch_entry'], readArm, form: 'switch' }],
    branches: [
      ifForm('if_statement', true, {
        condition: conditionsOf,
        consequence: consequenceOf,
        otherwise: alternativeOf,
        declares: bindsName,
      }),
      { node: 'guard_statement', condition: conditionsOf, consequence: consequenceOf, braces: true, form: 'chain' },
      filterForm(
        'catch_block',
        filterOf,
        (clause) => /\bas\s+([\w.]+)/.exec(clause.childForFieldName('error')?.text ?? '')?.[1] ?? '',
        consequenceOf,
      ),
    ],
    catches: [catchForm('do_statement', 'catch_block', readCatchTypes)],
    conditions: {
      not: { prefix_expression: 'target' },
      notSigns: ['bang'],
      others: {
        [conditions]: readAll,
        [guardConditions]: readGuard,
        call_expression: readContains,
        // `e is A`
        check_expression: typeTest('target', 'name'),
        ...Object.fromEntries(
          binaries.nodes.map((type) => [type, (node: Node, read: Reader) => readOperators(node, binaries, read)]),
        ),
      },
    },
    tables: { dictionary_literal: readDictionary },
    recordFields: ['value_argument'],
    lists: { array_literal: true },
    names: {
      around: ['value_argument', 'value_arguments', 'call_suffix', 'call_expression', 'as_expression'],
      owners: {
        property_declaration: 'name',
        dictionary_literal: (_, value) => value.previousNamedSibling,
        assignment: 'first',
      },
      bindings: { parameter: 'name', property_declaration: 'name' },
    },
    exits: {
      calls: { nodes: ['call_expression'], pattern: /^(fatalError|preconditionFailure|exit|abort)\s*\(/ },
      blocks: ['statements'],
      others: leavesByStatement,
    },
  },
  beforeDeclaredValue: /[^=!<>]=\s*"$/,
  readCodeTypes: readSwiftEnums,
  writer: createArmWriter(swiftText, {
    raise: (message) => `fatalError(${message})`,
    raiseUnexpected: ({ subject }) => `fatalError("Unexpected error code: \\(${subject})")`,
    arms: { switch: { head: (labels) => `case ${labels.join(', ')}:`, otherwise: 'default:' } },
    branches: { chain: plainBranches, filter: filteredClauses },
    entries: { dictionary: (label, value) => `${label}: ${value}` },
  }),
  repair: {
    arms: [{ form: 'switch', body: ' break\n', rest: ' break' }],
    completeKey: ': 0',
    switchHead: /\bswitch\s+[^{}]*$/,
    beforeClass: /\bcatch\s+(?:let\s+\w+\s+as\s+|is\s+)$|\bis\s+$/,
  },
});
