import type { Node } from 'web-tree-sitter';
import { bracedBranches, createArmWriter } from './armWriter.ts';
import { readKotlinCodeTypes } from './kotlinCodeTypes.ts';
import { readCall, readCondition, readLabel, readList, unwrap } from './kotlinConditions.ts';
import type { ArmReading, ArmWriter, BranchReading, Language, SwitchReading, TableReading } from './language.ts';
import { childrenOf, isSameWord, named } from './nodes.ts';
import { kotlinText } from './textForms.ts';
import { conditionFor, labelFor, notHandled, quoteWith } from './writing.ts';

const comments = new Set(['line_comment', 'block_comment']);
const classes = new Set(['class_declaration', 'object_declaration', 'companion_object']);

const quoteString = quoteWith(kotlinText);

function withoutComments(node: Node): Node[] {
  return named(node).filter(({ type }) => !comments.has(type));
}

/** The class or object around a member; of a companion, the class that it belongs to. */
function ownerOf(member: Node): string | undefined {
  let owner = member.parent?.parent;
  if (owner?.type === 'companion_object') owner = owner.parent?.parent;
  return owner && classes.has(owner.type) ? owner.childForFieldName('name')?.text : undefined;
}

/** Of a `val`, or of an enum entry that is made with the code: `TIMEOUT("GENERATION_TIMEOUT")`. */
function readDeclaration(literal: Node): string | undefined {
  const entry = literal.parent?.type === 'value_argument' ? literal.parent.parent?.parent : literal.parent;
  if (entry?.type === 'enum_entry') {
    const owner = ownerOf(entry);
    return owner && `${owner}.${entry.firstNamedChild?.text}`;
  }
  if (entry?.type !== 'property_declaration' || literal.parent?.id !== entry.id) return undefined;
  if (!childrenOf(entry).some(({ type }) => type === 'val')) return undefined;
  const name = named(entry).find(({ type }) => type === 'variable_declaration')?.firstNamedChild?.text;
  const owner = ownerOf(entry);
  return owner === undefined ? name : `${owner}.${name}`;
}

interface Entry {
  readonly node: Node;
  readonly conditions: readonly Node[];
  readonly body: Node | undefined;
}

function entriesOf(when: Node): Entry[] {
  return named(when)
    .filter(({ type }) => type === 'when_entry')
    .map((node) => {
      const arrow = childrenOf(node).find(({ type }) => type === '->');
      const parts = withoutComments(node);
      return {
        node,
        conditions: parts.filter(({ startIndex }) => startIndex < (arrow?.startIndex ?? node.endIndex)),
        body: arrow && parts.find(({ startIndex }) => startIndex > arrow.startIndex),
      };
    });
}

function subjectOf(when: Node): Node | undefined {
  return named(when).find(({ type }) => type === 'when_subject');
}

function readSwitch(node: Node): SwitchReading | undefined {
  const subject = node.type === 'when_expression' ? subjectOf(node) : undefined;
  if (!subject) return undefined;
  const arms: ArmReading[] = [];
  let otherwise: Node | undefined;
  for (const { node: entry, conditions, body } of entriesOf(node)) {
    if (conditions.length === 0) otherwise = entry;
    else {
      const labels = conditions.flatMap(readWhenCondition).filter(({ text }) => text !== 'null');
      const braces = body?.type === 'block';
      arms.push({ node: entry, labels, body: body ? (braces ? withoutComments(body) : [body]) : [], guarded: false, braces });
    }
  }
  return {
    node,
    head: { start: node.startIndex, end: subject.endIndex },
    subject: unwrap(subject.lastNamedChild ?? subject),
    arms,
    otherwise,
    bodyEnd: node.lastChild?.type === '}' ? node.lastChild.startIndex : node.endIndex,
    closes: true,
    fallsThrough: false,
    form: 'when',
  };
}

/** `in listOf("A", "B")` names its elements; what cannot be read stays, so that the `when` counts as open. */
function readWhenCondition(condition: Node): Node[] {
  if (condition.type !== 'range_test' || condition.firstChild?.type !== 'in') return [condition];
  const range = condition.lastNamedChild;
  const list = range && readList(range);
  return list ? [...list.elements] : [range ?? condition];
}

function readBranch(node: Node): BranchReading | undefined {
  if (node.type === 'when_expression' || node.type === 'when_entry') return readWhenBranch(node);
  const condition = node.type === 'if_expression' ? node.childForFieldName('condition') : undefined;
  if (!condition) return undefined;
  const parts = withoutComments(node).filter(({ startIndex }) => startIndex >= condition.endIndex);
  const keyword = childrenOf(node).find(({ type }) => type === 'else');
  const consequence = parts.find(({ endIndex }) => !keyword || endIndex <= keyword.startIndex);
  const alternative = keyword && parts.find(({ startIndex }) => startIndex > keyword.startIndex);
  if (!consequence) return undefined;
  return { node, condition: unwrap(condition), consequence, alternative, braces: consequence.type === 'block', form: 'chain' };
}

/** A `when` without a subject is a chain: its first entry stands for the whole, the next ones are its else branches. */
function readWhenBranch(node: Node): BranchReading | undefined {
  const when = node.type === 'when_expression' ? node : node.parent;
  if (when?.type !== 'when_expression' || subjectOf(when)) return undefined;
  const entries = entriesOf(when);
  const at = node.id === when.id ? 0 : entries.findIndex((entry) => entry.node.id === node.id);
  const entry = at === 0 && node.id !== when.id ? undefined : entries[at];
  const [condition] = entry?.conditions ?? [];
  if (!entry?.body || !condition) return undefined;
  const next = entries[at + 1];
  return {
    node,
    condition: unwrap(condition),
    consequence: entry.body,
    alternative: next && (next.conditions.length === 0 ? next.body : next.node),
    braces: entry.body.type === 'block',
    declares: true,
    form: 'cases',
  };
}

const maps = /^(mutableMap|hashMap|linkedMap|sortedMap|map)Of$/;

function readTable(node: Node): TableReading | undefined {
  const call = readCall(node);
  const list = named(node).find(({ type }) => type === 'value_arguments');
  if (!call || call.receiver || !list || !maps.test(call.name)) return undefined;
  const children = withoutComments(list);
  const entries = children.flatMap((argument) => {
    const pair = argument.lastNamedChild;
    const [key, value] = pair ? readPair(pair) : [];
    return key ? [{ node: argument, key, value }] : [];
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
    open: entries.length < children.length,
    separator: ',',
    declares,
    bodyEnd: Math.max(list.startIndex + 1, list.endIndex - 1),
    form: 'map',
  };
}

/** `"A" to "x"`, `Pair("A", "x")`. */
function readPair(pair: Node): readonly Node[] {
  if (pair.type === 'infix_expression') {
    const [key, name, value] = named(pair);
    return key && value && name?.text === 'to' ? [key, value] : [];
  }
  const call = readCall(pair);
  return call?.name === 'Pair' ? call.values : [];
}

function nameOfValue(expression: Node): Node | undefined {
  let value = expression;
  while (value.parent && ['call_expression', 'value_argument', 'value_arguments'].includes(value.parent.type))
    value = value.parent;
  const owner = value.parent;
  if (owner?.type !== 'property_declaration') return undefined;
  return named(owner).find(({ type }) => type === 'variable_declaration')?.firstNamedChild ?? undefined;
}

const exits = new Set(['return_expression', 'throw_expression', 'break_expression', 'continue_expression']);

function leaves(statement: Node): boolean {
  if (exits.has(statement.type)) return true;
  if (statement.type === 'identifier') return /^(break|continue)$/.test(statement.text);
  if (statement.type === 'call_expression') return ['exitProcess', 'error', 'TODO'].includes(readCall(statement)?.name ?? '');
  if (statement.type === 'block') {
    const last = withoutComments(statement).at(-1);
    return last !== undefined && leaves(last);
  }
  const branch = readBranch(statement);
  return branch?.alternative !== undefined && leaves(branch.consequence) && leaves(branch.alternative);
}

const base = createArmWriter({
  quote: quoteString,
  raise: (message) => `TODO(${message})`,
  raiseUnexpected: ({ subject }) => `error("Unexpected error code: \${${subject}}")`,
  terminator: '',
  compare: (subject, label) => `${subject} == ${label}`,
  arms: { when: { head: (labels) => `${labels.join(', ')} ->`, otherwise: 'else ->', beside: true } },
  branches: { chain: bracedBranches },
  entries: { map: (label, value) => `${label} to ${value}` },
});

const writer: ArmWriter = {
  ...base,
  writeArms(codes, insertion, newline) {
    const { form, indent, unit } = insertion;
    if (form !== 'cases') return base.writeArms(codes, insertion, newline);
    const inner = newline + indent + unit;
    return codes
      .map((code) => {
        const condition = conditionFor(
          labelFor(code.code, insertion, quoteString),
          insertion,
          (subject, label) => `${subject} == ${label}`,
        );
        return `${inner}// ${code.comment}${inner}${condition} -> TODO(${quoteString(notHandled([code]), '"')})`;
      })
      .join('');
  },
  writeOtherwise(insertion, newline) {
    const { otherwise, form, indent, unit, subject } = insertion;
    if (form !== 'cases') return base.writeOtherwise(insertion, newline);
    return otherwise ? `${newline}${indent}${unit}else -> error("Unexpected error code: \${${subject}}")` : '';
  },
};

/** Kotlin: `when` with and without a subject. */
export const kotlin: Language = {
  id: 'kotlin',
  title: 'Kotlin',
  languageIds: ['kotlin'],
  extensions: ['.kt', '.kts'],
  grammar: 'kotlin',
  comment: { nodes: comments, line: '//' },
  text: kotlinText,
  quotes: ['"'],
  functions: new Set(['function_declaration', 'anonymous_function', 'lambda_literal', 'class_body', ...classes]),
  groups: new Set(['class_body', ...classes]),
  blocks: new Set(['block', 'source_file', 'lambda_literal']),
  bareMembers: true,
  unwrap,
  readLabel,
  beforeDeclaredValue: /(^|[^=!<>])=\s*"$|\b[A-Z]\w*\(\s*"$|^\w+\(\s*"$/,
  readDeclaration,
  readSwitch,
  readBranch,
  readTable,
  readCondition,
  readList,
  nameOfValue,
  leaves,
  readCodeTypes: readKotlinCodeTypes,
  writer,
  repair: {
    afterArmLabel: ' ->',
    completeArm: ' -> {}',
    switchHead: /\bwhen\s*\([^{}]*\)\s*$/,
    // A label has no keyword before it: the start of an arm is found as such.
    beforeArmLabel: /(?!)/,
    beforeComparedLabel: /[=!]==?\s*$/,
    quotes: '"',
    probeArm: (label, quote) => `${quote}${label}${quote} -> {}`,
  },
};
