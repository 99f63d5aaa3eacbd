import type { Node } from 'web-tree-sitter';
import type { Insertion } from './insertion.ts';
import {
  readBinaryExpression,
  readCommand,
  readInner,
  readList,
  readPattern,
  readQuoted,
  readRaw,
  readVariable,
} from './bashConditions.ts';
import { type ArmStyle, createArmWriter } from './armWriter.ts';
import { defineLanguage } from './defineLanguage.ts';
import { childrenOf, isField, joinNodes, named } from './nodes.ts';
import { readConstant } from './reading/readLabel.ts';
import { ifForm } from './reading/readBranch.ts';
import type { ArmParts, BranchForm } from './reading/readingTable.ts';
import type { Reader } from './reading/readings.ts';
import { bashText } from './textForms.ts';
import { labelFor, quoteWith } from './writing.ts';

const quoteString = quoteWith(bashText);

function readDeclaration(literal: Node): string | undefined {
  const assignment = literal.parent;
  if (assignment?.type !== 'variable_assignment' || !isField(assignment, 'value', literal)) return undefined;
  // `code="NOT_FOUND"` is a state, `NOT_FOUND="NOT_FOUND"` a constant.
  const name = assignment.childForFieldName('name')?.text ?? '';
  const declared =
    assignment.parent?.type === 'declaration_command' && /^(readonly|declare\s+-\w*r)/.test(assignment.parent.text);
  return declared || /^[A-Z][A-Z0-9_]*$/.test(name) ? name : undefined;
}

/** The values of an empty or missing field: no code. */
const nothing = new Set(['""', "''", 'null', '"null"']);

function readArm(item: Node, read: Reader): ArmParts | 'rest' {
  const children = childrenOf(item);
  const end = children.find(({ type }) => type === ')')?.startIndex ?? item.endIndex;
  const parts = read.partsOf(item);
  const labels = parts.filter(({ endIndex }) => endIndex <= end);
  if (labels.some(({ text }) => text === '*')) return 'rest';
  return {
    labels: labels.filter(({ text }) => !nothing.has(text)),
    body: parts.filter(({ startIndex }) => startIndex > end),
    ...(children.some(({ type }) => type === ';&') ? { runsOn: true } : {}),
  };
}

const isClause = ({ type }: Node): boolean => type === 'elif_clause' || type === 'else_clause';

function consequenceOf(node: Node, read: Reader): Node | undefined {
  const keyword = childrenOf(node).find(({ type }) => type === 'then');
  const statements = read.partsOf(node).filter((part) => !isClause(part));
  return (
    keyword &&
    joinNodes(
      statements.filter(({ startIndex }) => startIndex > keyword.startIndex),
      node,
    )
  );
}

function alternativeOf(node: Node): Node | undefined {
  const clauses = named(node.type === 'if_statement' ? node : (node.parent ?? node)).filter(isClause);
  return clauses.find(({ startIndex }) => startIndex > node.startIndex);
}

const branch: Partial<BranchForm> = {
  condition: (node, read) => read.partsOf(node)[0],
  consequence: consequenceOf,
  otherwise: alternativeOf,
};

/** `[[ $code == A ]] && return 1` */
function shortBranch(list: Node, read: Reader): Node | undefined {
  const [, consequence] = named(list);
  const leaves = consequence && blocks.has(list.parent?.type ?? '') && read.leaves(consequence);
  return leaves && childrenOf(list).some(({ type }) => type === '&&') ? list : undefined;
}

const blocks = new Set(['program', 'compound_statement', 'do_group', 'else_clause', 'case_item', 'subshell']);

const exits = new Set(['exit', 'return', 'break', 'continue', 'exec', 'die', 'fail', 'abort']);

function leavesByCommand(statement: Node): boolean | undefined {
  if (statement.type === 'command') return exits.has(statement.firstNamedChild?.text ?? '');
  return statement.type === 'list' ? false : undefined;
}

function labelOf(code: string, insertion: Insertion): string {
  return insertion.bareKeys && /^(?!esac$)[\w-]+$/.test(code) ? code : labelFor(code, insertion, quoteString);
}

function quoted(subject: string): string {
  return subject.startsWith('"') ? subject : `"${subject}"`;
}

const arms: ArmStyle = { head: (labels) => `${labels.join(' | ')})`, otherwise: '*)', end: ';;' };

/** Shell scripts: `case`, tests and early exits. Arrays by key are no sites: few scripts have them. */
export const bash = defineLanguage({
  id: 'bash',
  title: 'Bash',
  languageIds: ['shellscript'],
  extensions: ['.sh', '.bash'],
  comment: { nodes: new Set(['comment']), line: '#' },
  text: bashText,
  importWords: [],
  functions: new Set(['function_definition']),
  groups: new Set(),
  blocks,
  reading: {
    declaration: readDeclaration,
    wrappers: { parenthesized_expression: 'first' },
    labels: {
      numbers: ['number'],
      others: {
        string: readQuoted,
        raw_string: readRaw,
        word: readPattern,
        extglob_pattern: readPattern,
        regex: readConstant,
        simple_expansion: readVariable,
        expansion: readVariable,
      },
    },
    switches: [
      {
        node: 'case_statement',
        subject: 'value',
        arms: ['case_item'],
        readArm,
        closers: ['esac'],
        form: (arms, otherwise) =>
          otherwise !== undefined || arms.length === 0 || /;[;&]\s*$/.test(arms.at(-1)?.node.text ?? '') ? 'case' : 'unended',
      },
    ],
    branches: [
      ifForm('if_statement', false, branch),
      ifForm('elif_clause', false, branch),
      {
        node: 'list',
        within: shortBranch,
        condition: 'first',
        consequence: (node) => named(node)[1],
        braces: false,
        form: 'chain',
      },
    ],
    conditions: {
      not: { negated_command: 'first', unary_expression: 'last' },
      others: {
        test_command: readInner,
        arithmetic_expansion: readInner,
        list: readList,
        command: readCommand,
        binary_expression: readBinaryExpression,
      },
    },
    lists: { array: true },
    names: { owners: { variable_assignment: 'name' } },
    exits: {
      blocks: ['joined', 'compound_statement', 'else_clause'],
      others: leavesByCommand,
    },
  },
  beforeDeclaredValue: /\w=['"]?$/,
  writer: createArmWriter(bashText, {
    comment: '#',
    // `echo` takes options and, in some shells, escapes out of a code.
    raise: (message) => `printf '%s\\n' ${message} >&2\nexit 1`,
    raiseUnexpected: ({ subject }) => `printf 'Unexpected error code: %s\\n' ${quoted(subject)} >&2\nexit 1`,
    compare: (subject, label) => `[ ${quoted(subject)} = ${label} ]`,
    label: labelOf,
    arms: { case: arms, unended: { ...arms, isUnended: true } },
    branches: {
      chain: {
        first: (condition) => `if ${condition}; then`,
        next: (condition) => `elif ${condition}; then`,
        otherwise: 'else',
        close: '',
        end: 'fi',
      },
    },
  }),
  repair: {
    arms: [{ form: 'case', body: ' : ;;', rest: ' : ;;\nesac' }],
    // The tree shows nothing of a `case` with half an arm in it.
    switchHead: /\bcase\s+[^\n]*\sin\s(?:(?!\besac\b)[^])*$/,
    // A label has no keyword before it: the start of an arm is found as such.
    beforeArmLabel: /(?!)/,
    beforeComparedLabel: /\s(==?|!=)\s*$/,
  },
});
