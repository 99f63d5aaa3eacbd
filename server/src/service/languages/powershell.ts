import type { Node } from 'web-tree-sitter';
import { bracedBranches, createArmWriter } from './armWriter.ts';
import { defineLanguage } from './defineLanguage.ts';
import type { ArmWriter } from './language.ts';
import { named } from './nodes.ts';
import {
  isLayer,
  layers,
  readClauseLabel,
  readComparison,
  readLogical,
  readQuoted,
  readStatements,
} from './powershellConditions.ts';
import { readWord } from './reading/readLabel.ts';
import { ifForm } from './reading/readBranch.ts';
import type { ArmParts, TableParts } from './reading/readingTable.ts';
import type { Reader } from './reading/readings.ts';
import { powershellText } from './textForms.ts';
import { labelFor, quoteWith } from './writing.ts';

const quoteString = quoteWith(powershellText);

/** A literal with the layers that the grammar puts around it. */
function outermost(literal: Node): Node {
  let node = literal;
  while (node.parent && isLayer(node.parent)) node = node.parent;
  return node;
}

/** The name in `$Name = 'X'`, as constants are named, or of a class's static property. */
function readDeclaration(literal: Node): string | undefined {
  const owner = outermost(literal).parent;
  if (owner?.type === 'class_property_definition') {
    const name = named(owner)
      .find(({ type }) => type === 'variable')
      ?.text.slice(1);
    const of = owner.parent && named(owner.parent).find(({ type }) => type === 'simple_name')?.text;
    return of && name ? `[${of}]::${name}` : undefined;
  }
  const name = owner?.type === 'assignment_expression' ? owner.firstNamedChild?.text : undefined;
  return name !== undefined && /^\$(script:|global:)?[A-Z]\w*$/.test(name) ? name : undefined;
}

function statementsOf(block: Node | undefined, read: Reader): Node[] {
  return block ? read.partsOf(block).flatMap((list) => (list.type === 'statement_list' ? read.partsOf(list) : [list])) : [];
}

function blockOf(node: Node): Node | undefined {
  return named(node).find(({ type }) => type === 'statement_block');
}

function partOfType(node: Node, type: string): Node | undefined {
  return named(node).find((part) => part.type === type);
}

function subjectOf(node: Node): Node | undefined {
  // Patterns are no codes.
  const hasPatterns = /-(r|w|f)/i.test(partOfType(node, 'switch_parameters')?.text ?? '');
  return hasPatterns ? undefined : partOfType(node, 'switch_condition');
}

function readArm(clause: Node, read: Reader): ArmParts | 'rest' | undefined {
  const label = clause.firstNamedChild;
  if (!label) return undefined;
  if (/^default$/i.test(label.text)) return 'rest';
  const labels = readClause(label, read).filter(({ text }) => !/^\$null$/i.test(text));
  return { labels, body: statementsOf(blockOf(clause), read), braces: true };
}

/** `{ $_ -in 'A', 'B' }` names its elements; another script stays, so that the switch counts as open. */
function readClause(label: Node, read: Reader): readonly Node[] {
  const script = read.unwrap(label);
  if (script.type !== 'script_block_expression') return [script];
  const statements = script.descendantsOfType('statement_list')[0];
  const only = statements?.namedChildCount === 1 ? statements.firstNamedChild : null;
  const reading = only ? read.readCondition(only) : undefined;
  if (reading?.kind === 'contains' && /^\$(_|PSItem)$/i.test(reading.subject.text)) return reading.elements;
  const isEqual = reading?.kind === 'compare' && reading.operator === '==' && /^\$(_|PSItem)$/i.test(reading.left.text);
  return [isEqual ? reading.right : script];
}

function alternativeOf(node: Node): Node | undefined {
  const statement = node.type === 'if_statement' ? node : node.parent?.parent;
  const clauses = named(statement ?? node).flatMap((part) =>
    part.type === 'elseif_clauses' ? named(part) : part.type === 'else_clause' ? [part] : [],
  );
  const next = clauses.find(({ startIndex }) => startIndex > node.startIndex);
  return next?.type === 'else_clause' ? blockOf(next) : next;
}

function readHash(node: Node, read: Reader): TableParts {
  return {
    elements: named(node)
      .filter(({ type }) => type === 'hash_literal_body')
      .flatMap(named),
    entry(entry) {
      const [key, value] = entry.type === 'hash_entry' ? read.partsOf(entry) : [];
      return key && [read.unwrap(key), value && read.unwrap(value)];
    },
    isOpen: false,
    separator: '',
    mayBeEmpty: true,
    form: 'hash',
  };
}

function leavesByStatement(statement: Node, read: Reader, breakStays: boolean): boolean | undefined {
  if (statement.type === 'statement_block') {
    const last = statementsOf(statement, read).at(-1);
    return last !== undefined && read.leaves(last, breakStays);
  }
  if (statement.type !== 'flow_control_statement') return undefined;
  const keyword = statement.firstChild?.text.toLowerCase() ?? '';
  return ['return', 'throw', 'exit', 'continue'].includes(keyword) || (keyword === 'break' && !breakStays);
}

const base = createArmWriter(powershellText, {
  comment: '#',
  raise: (message) => `throw ${message}`,
  raiseUnexpected: ({ subject }) => `throw "Unexpected error code: $(${subject})"`,
  compare: (subject, label) => `${subject} -eq ${label}`,
  arms: { switch: { head: ([label = '']) => label, otherwise: 'default' } },
  branches: { chain: { ...bracedBranches, next: (condition) => `elseif (${condition}) {` } },
});

const writer: ArmWriter = {
  ...base,
  writeArmHead: (code, insertion) => `${labelFor(code, insertion, quoteString)} { }`,
  writeArms(codes, insertion, newline) {
    // An arm takes one label, and its body is always in braces.
    if (insertion.form !== 'hash') return base.writeArms(codes, { ...insertion, braces: true, grouped: false }, newline);
    const { before, after, inline, indent, quote, bareKeys } = insertion;
    const entries = codes.map(({ code, cause }) => {
      const key = bareKeys && /^[A-Za-z_]\w*$/.test(code) ? code : labelFor(code, insertion, quoteString);
      return `${key} = ${quoteString(cause, quote)}`;
    });
    return before + entries.join(inline ? '; ' : newline + indent) + after;
  },
  writeOtherwise: (insertion, newline) => base.writeOtherwise({ ...insertion, braces: true }, newline),
};

/** PowerShell: `switch` without patterns, `if`, hashtables. */
export const powershell = defineLanguage({
  id: 'powershell',
  title: 'PowerShell',
  extensions: ['.ps1', '.psm1'],
  comment: { nodes: new Set(['comment']), line: '#', block: ['<#', '#>'] },
  text: powershellText,
  importWords: ['using'],
  functions: new Set(['function_statement', 'script_block_expression', 'class_statement', 'class_method_definition']),
  groups: new Set(['class_statement']),
  blocks: new Set(['statement_list', 'program']),
  reading: {
    declaration: readDeclaration,
    wrappers: {
      ...Object.fromEntries(layers.map((layer) => [layer, 'only'])),
      cast_expression: 'last',
      expression_with_unary_operator: ({ lastNamedChild: child }) => (child?.type === 'cast_expression' ? child : undefined),
    },
    labels: {
      numbers: ['decimal_integer_literal'],
      constants: ['variable', 'member_access'],
      others: {
        verbatim_string_characters: readQuoted,
        expandable_string_literal: readQuoted,
        switch_clause_condition: readClauseLabel,
        simple_name: (node) => readWord(node, 'key'),
      },
    },
    switches: [
      {
        node: 'switch_statement',
        subject: subjectOf,
        body: (node) => partOfType(node, 'switch_body'),
        armsWithin: true,
        arms: ['switch_clause'],
        readArm,
        form: 'switch',
      },
    ],
    branches: ['if_statement', 'elseif_clause'].map((node) =>
      ifForm(node, true, { consequence: blockOf, otherwise: alternativeOf }),
    ),
    conditions: {
      not: { expression_with_unary_operator: 'last' },
      notSigns: ['!', '-not'],
      others: {
        logical_expression: readLogical,
        comparison_expression: readComparison,
      },
    },
    tables: { hash_literal_expression: readHash },
    lists: {
      // In `'A', 'B' -contains $code` the list is one of the operator's layers.
      array_literal_expression: (node, read) => read.partsOf(node).map(read.unwrap),
      array_expression: readStatements,
    },
    unwrapsLists: true,
    names: {
      // `[ordered]@{…}`
      around: (node) => isLayer(node) || node.type === 'cast_expression' || node.type === 'expression_with_unary_operator',
      owners: { assignment_expression: 'first', hash_entry: 'first' },
    },
    exits: { blocks: [], others: leavesByStatement },
  },
  beforeDeclaredValue: /[^=!<>]=\s*['"]$/,
  writer,
  repair: {
    arms: [{ form: 'switch', body: ' { }' }],
    completeKey: ' = 0',
    switchHead: /\bswitch\s*(-\w+\s+)*\([^{}]*\)\s*$/i,
    // A label has no keyword before it: the start of an arm is found as such.
    beforeArmLabel: /(?!)/,
    beforeComparedLabel: /-[ci]?(eq|ne)\s+$/i,
  },
});
