import type { Node } from 'web-tree-sitter';
import { bracedBranches, createArmWriter } from './armWriter.ts';
import type { ArmReading, ArmWriter, BranchReading, Language, SwitchReading, TableReading } from './language.ts';
import { isSameWord, named } from './nodes.ts';
import { isLayer, readCondition, readLabel, readList, unwrap } from './powershellConditions.ts';
import { powershellText } from './textForms.ts';
import { labelFor, quoteWith } from './writing.ts';

const quoteString = quoteWith(powershellText);

function withoutComments(node: Node): Node[] {
  return named(node).filter(({ type }) => type !== 'comment');
}

/** A literal with the layers that the grammar puts around it. */
function outermost(literal: Node): Node {
  let node = literal;
  while (node.parent && isLayer(node.parent)) node = node.parent;
  return node;
}

/** Of `$Name = 'X'`, as constants are named, and of a class's static property. */
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

function statementsOf(block: Node | undefined): Node[] {
  return block ? withoutComments(block).flatMap((list) => (list.type === 'statement_list' ? withoutComments(list) : [list])) : [];
}

function blockOf(node: Node): Node | undefined {
  return named(node).find(({ type }) => type === 'statement_block');
}

function readSwitch(node: Node): SwitchReading | undefined {
  if (node.type !== 'switch_statement') return undefined;
  const parts = named(node);
  const condition = parts.find(({ type }) => type === 'switch_condition');
  const body = parts.find(({ type }) => type === 'switch_body');
  const options = parts.find(({ type }) => type === 'switch_parameters')?.text ?? '';
  // Patterns are no codes.
  if (!condition || !body || /-(r|w|f)/i.test(options)) return undefined;
  const arms: ArmReading[] = [];
  let otherwise: Node | undefined;
  for (const clause of named(body).flatMap(named)) {
    const label = clause.type === 'switch_clause' ? clause.firstNamedChild : undefined;
    if (!label) continue;
    if (/^default$/i.test(label.text)) otherwise = clause;
    else {
      const labels = readClause(label).filter(({ text }) => !/^\$null$/i.test(text));
      arms.push({ node: clause, labels, body: statementsOf(blockOf(clause)), guarded: false, braces: true });
    }
  }
  return {
    node,
    head: { start: node.startIndex, end: condition.endIndex },
    subject: unwrap(condition),
    arms,
    otherwise,
    bodyEnd: body.lastChild?.type === '}' ? body.lastChild.startIndex : body.endIndex,
    closes: true,
    fallsThrough: false,
    form: 'switch',
  };
}

/** `{ $_ -in 'A', 'B' }` names its elements; another script stays, so that the switch counts as open. */
function readClause(label: Node): Node[] {
  const script = unwrap(label);
  if (script.type !== 'script_block_expression') return [script];
  const statements = script.descendantsOfType('statement_list')[0];
  const reading =
    statements?.namedChildCount === 1 && statements.firstNamedChild ? readCondition(statements.firstNamedChild) : undefined;
  if (reading?.kind === 'contains' && /^\$(_|PSItem)$/i.test(reading.subject.text)) return [...reading.elements];
  if (reading?.kind === 'compare' && reading.operator === '==' && /^\$(_|PSItem)$/i.test(reading.left.text))
    return [reading.right];
  return [script];
}

function readBranch(node: Node): BranchReading | undefined {
  if (node.type !== 'if_statement' && node.type !== 'elseif_clause') return undefined;
  const condition = node.childForFieldName('condition');
  const consequence = blockOf(node);
  const statement = node.type === 'if_statement' ? node : node.parent?.parent;
  if (!condition || !consequence || !statement) return undefined;
  const clauses = named(statement).flatMap((part) =>
    part.type === 'elseif_clauses' ? named(part) : part.type === 'else_clause' ? [part] : [],
  );
  const next = clauses.find(({ startIndex }) => startIndex > node.startIndex);
  const alternative = next?.type === 'else_clause' ? blockOf(next) : next;
  return { node, condition: unwrap(condition), consequence, alternative, braces: true, form: 'chain' };
}

function readTable(node: Node): TableReading | undefined {
  if (node.type !== 'hash_literal_expression') return undefined;
  const entries = named(node)
    .filter(({ type }) => type === 'hash_literal_body')
    .flatMap(named)
    .flatMap((entry) => {
      const [key, value] = entry.type === 'hash_entry' ? withoutComments(entry) : [];
      return key ? [{ node: entry, key: unwrap(key), value: value && unwrap(value) }] : [];
    });
  const declares =
    entries.length > 0 &&
    entries.every(
      ({ key, value }) =>
        value && readLabel(value)?.form === 'string' && isSameWord(readLabel(key)?.value, readLabel(value)?.value),
    );
  return {
    node,
    entries,
    open: false,
    separator: '',
    declares,
    bodyEnd: Math.max(node.startIndex + 2, node.endIndex - 1),
    form: 'hash',
  };
}

function nameOfValue(expression: Node): Node | undefined {
  let value = outermost(expression);
  // `[ordered]@{…}`
  while (value.parent && /^(cast_expression|expression_with_unary_operator)$/.test(value.parent.type))
    value = outermost(value.parent);
  const owner = value.parent;
  if (owner?.type === 'assignment_expression') return owner.firstNamedChild ?? undefined;
  return owner?.type === 'hash_entry' ? (owner.firstNamedChild ?? undefined) : undefined;
}

function leaves(statement: Node, breakStays = false): boolean {
  if (statement.type === 'flow_control_statement') {
    const keyword = statement.firstChild?.text.toLowerCase() ?? '';
    return ['return', 'throw', 'exit', 'continue'].includes(keyword) || (keyword === 'break' && !breakStays);
  }
  if (statement.type === 'statement_block') {
    const last = statementsOf(statement).at(-1);
    return last !== undefined && leaves(last, breakStays);
  }
  const branch = readBranch(statement);
  return branch?.alternative !== undefined && leaves(branch.consequence, breakStays) && leaves(branch.alternative, breakStays);
}

const base = createArmWriter({
  quote: quoteString,
  comment: '#',
  raise: (message) => `throw ${message}`,
  raiseUnexpected: ({ subject }) => `throw "Unexpected error code: $(${subject})"`,
  terminator: '',
  compare: (subject, label) => `${subject} -eq ${label}`,
  arms: { switch: { head: ([label = '']) => label, otherwise: 'default' } },
  branches: { chain: { ...bracedBranches, next: (condition) => `elseif (${condition}) {` } },
  entries: {},
});

const writer: ArmWriter = {
  ...base,
  writeArmHead: (code, insertion) => `${labelFor(code, insertion, quoteString)} { }`,
  writeArms(codes, insertion, newline) {
    // An arm takes one label, and its body always stands in braces.
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
export const powershell: Language = {
  id: 'powershell',
  title: 'PowerShell',
  languageIds: ['powershell'],
  extensions: ['.ps1', '.psm1'],
  grammar: 'powershell',
  comment: { nodes: new Set(['comment']), line: '#' },
  text: powershellText,
  quotes: ["'", '"'],
  functions: new Set(['function_statement', 'script_block_expression', 'class_statement', 'class_method_definition']),
  groups: new Set(['class_statement']),
  blocks: new Set(['statement_list', 'program']),
  unwrap,
  readLabel,
  beforeDeclaredValue: /[^=!<>]=\s*['"]$/,
  readDeclaration,
  readSwitch,
  readBranch,
  readTable,
  readCondition,
  readList,
  nameOfValue,
  leaves,
  readCodeTypes: () => [],
  writer,
  repair: {
    afterArmLabel: '',
    completeArm: ' { }',
    switchHead: /\bswitch\s*(-\w+\s+)*\([^{}]*\)\s*$/i,
    // A label has no keyword before it: the start of an arm is found as such.
    beforeArmLabel: /(?!)/,
    beforeComparedLabel: /-[ci]?(eq|ne)\s+$/i,
    quotes: '\'"',
    probeArm: (label, quote) => `${quote}${label}${quote} { }`,
  },
};
