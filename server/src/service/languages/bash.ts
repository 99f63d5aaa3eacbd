import type { Node } from 'web-tree-sitter';
import type { Insertion } from '../types.ts';
import { readCondition, readLabel, unwrap } from './bashConditions.ts';
import type { ArmReading, ArmWriter, BranchReading, Language, ListReading, NewCode, SwitchReading } from './language.ts';
import { childrenOf, isField, joinNodes, named } from './nodes.ts';
import { bashText } from './textForms.ts';
import { conditionFor, groupCodes, labelFor, notHandled, quoteWith } from './writing.ts';

const quoteString = quoteWith(bashText);

function withoutComments(node: Node): Node[] {
  return named(node).filter(({ type }) => type !== 'comment');
}

function readDeclaration(literal: Node): string | undefined {
  const assignment = literal.parent;
  if (assignment?.type !== 'variable_assignment' || !isField(assignment, 'value', literal)) return undefined;
  // `code="NOT_FOUND"` is a state, `NOT_FOUND="NOT_FOUND"` a constant.
  const name = assignment.childForFieldName('name')?.text ?? '';
  const declared =
    assignment.parent?.type === 'declaration_command' && /^(readonly|declare\s+-\w*r)/.test(assignment.parent.text);
  return declared || /^[A-Z][A-Z0-9_]*$/.test(name) ? name : undefined;
}

/** What an empty or missing field reads as: no code. */
const nothing = new Set(['""', "''", 'null', '"null"']);

function readSwitch(node: Node): SwitchReading | undefined {
  const value = node.type === 'case_statement' ? node.childForFieldName('value') : undefined;
  if (!value) return undefined;
  const arms: ArmReading[] = [];
  let otherwise: Node | undefined;
  const items = named(node).filter(({ type }) => type === 'case_item');
  for (const item of items) {
    const end = childrenOf(item).find(({ type }) => type === ')')?.startIndex ?? item.endIndex;
    const parts = withoutComments(item);
    const labels = parts.filter(({ endIndex }) => endIndex <= end);
    if (labels.some(({ text }) => text === '*')) otherwise ??= item;
    else
      arms.push({
        node: item,
        labels: labels.filter(({ text }) => !nothing.has(text)),
        body: parts.filter(({ startIndex }) => startIndex > end),
        guarded: false,
        braces: false,
        ...(childrenOf(item).some(({ type }) => type === ';&') ? { runsOn: true } : {}),
      });
  }
  const last = items.at(-1);
  const isEnded = !last || otherwise !== undefined || /;[;&]\s*$/.test(last.text);
  const closing = node.lastChild;
  return {
    node,
    head: { start: node.startIndex, end: value.endIndex },
    subject: value,
    arms,
    otherwise,
    bodyEnd: closing?.type === 'esac' ? closing.startIndex : node.endIndex,
    closes: true,
    fallsThrough: false,
    form: isEnded ? 'case' : 'unended',
  };
}

function readBranch(node: Node): BranchReading | undefined {
  if (node.type === 'list') return readShortBranch(node);
  if (node.type !== 'if_statement' && node.type !== 'elif_clause') return undefined;
  const parts = withoutComments(node);
  const [condition] = parts;
  const keyword = childrenOf(node).find(({ type }) => type === 'then');
  const isClause = ({ type }: Node): boolean => type === 'elif_clause' || type === 'else_clause';
  const consequence = joinNodes(
    parts.filter((part) => keyword && part.startIndex > keyword.startIndex && !isClause(part)),
    node,
  );
  if (!condition || !keyword || !consequence) return undefined;
  const clauses = (node.type === 'if_statement' ? parts : named(node.parent ?? node)).filter(isClause);
  const alternative = clauses.find(({ startIndex }) => startIndex > node.startIndex);
  return { node, condition, consequence, alternative, braces: false, form: 'chain' };
}

/** `[[ $code == A ]] && return 1`. */
function readShortBranch(list: Node): BranchReading | undefined {
  const [condition, consequence] = named(list);
  if (!condition || !consequence || !blocks.has(list.parent?.type ?? '') || !leaves(consequence)) return undefined;
  if (!childrenOf(list).some(({ type }) => type === '&&')) return undefined;
  return { node: list, condition, consequence, alternative: undefined, braces: false, form: 'chain' };
}

const blocks = new Set(['program', 'compound_statement', 'do_group', 'else_clause', 'case_item', 'subshell']);

function readList(node: Node): ListReading | undefined {
  return node.type === 'array' ? { node, elements: withoutComments(node) } : undefined;
}

function nameOfValue(expression: Node): Node | undefined {
  const owner = expression.parent;
  return owner?.type === 'variable_assignment' ? (owner.childForFieldName('name') ?? undefined) : undefined;
}

const exits = new Set(['exit', 'return', 'break', 'continue', 'exec', 'die', 'fail', 'abort']);

function leaves(statement: Node): boolean {
  if (statement.type === 'command') return exits.has(statement.firstNamedChild?.text ?? '');
  if (['joined', 'compound_statement', 'else_clause'].includes(statement.type)) {
    const last = statement.namedChildren.filter((child) => child !== null && child.type !== 'comment').at(-1);
    return last ? leaves(last) : false;
  }
  if (statement.type === 'list') return false;
  const branch = readBranch(statement);
  return branch?.alternative !== undefined && leaves(branch.consequence) && leaves(branch.alternative);
}

function labelOf(code: string, insertion: Insertion): string {
  return insertion.bareKeys && /^(?!esac$)[\w-]+$/.test(code) ? code : labelFor(code, insertion, quoteString);
}

function quoted(subject: string): string {
  return subject.startsWith('"') ? subject : `"${subject}"`;
}

const writer: ArmWriter = {
  writesHandlers: false,
  writeArmHead: (code, insertion) => `${labelOf(code, insertion)})`,
  writeArms(codes, insertion, newline) {
    const { indent, unit, before, after, form, quote } = insertion;
    const inner = indent + unit;
    const body = (group: readonly NewCode[]): string[] => [
      ...group.map(({ comment }) => `${inner}# ${comment}`),
      // `echo` takes options and, in some shells, escapes out of a code.
      `${inner}printf '%s\\n' ${quoteString(notHandled(group), quote)} >&2`,
      `${inner}exit 1`,
    ];
    if (form === 'case' || form === 'unended') {
      const arms = groupCodes(codes, insertion).flatMap((group) => [
        `${indent}${group.map(({ code }) => labelOf(code, insertion)).join(' | ')})`,
        ...body(group),
        `${inner};;`,
      ]);
      return before + [...(form === 'unended' ? [`${inner};;`] : []), ...arms].join(newline) + after;
    }
    const compare = (subject: string, label: string): string => `[ ${quoted(subject)} = ${label} ]`;
    return codes
      .map((code) => {
        const condition = conditionFor(labelOf(code.code, insertion), insertion, compare);
        const lines = [`${indent}${form === 'early' ? 'if' : 'elif'} ${condition}; then`, ...body([code])];
        return newline + [...lines, ...(form === 'early' ? [`${indent}fi`] : [])].join(newline);
      })
      .join('');
  },
  writeOtherwise({ otherwise, indent, unit, subject, form }, newline) {
    if (!otherwise) return '';
    const inner = indent + unit;
    const body = [`${inner}printf 'Unexpected error code: %s\\n' ${quoted(subject)} >&2`, `${inner}exit 1`];
    if (form === 'chain') return newline + [`${indent}else`, ...body].join(newline);
    const ended = form === 'unended' ? [`${inner};;`] : [];
    return otherwise.before + [...ended, `${indent}*)`, ...body, `${inner};;`].join(newline) + otherwise.after;
  },
};

/** Shell scripts: `case`, tests and early exits. Arrays by key are no sites: few scripts have them. */
export const bash: Language = {
  id: 'bash',
  title: 'Bash',
  languageIds: ['shellscript'],
  extensions: ['.sh', '.bash'],
  grammar: 'bash',
  comment: { nodes: new Set(['comment']), line: '#' },
  text: bashText,
  quotes: ['"', "'"],
  functions: new Set(['function_definition']),
  groups: new Set(),
  blocks,
  unwrap,
  readLabel,
  beforeDeclaredValue: /\w=['"]?$/,
  readDeclaration,
  readSwitch,
  readBranch,
  readTable: () => undefined,
  readCondition,
  readList,
  nameOfValue,
  leaves,
  readCodeTypes: () => [],
  writer,
  repair: {
    afterArmLabel: ')',
    completeArm: ') : ;;\nesac',
    // Of a `case` with half an arm in it the tree shows nothing.
    switchHead: /\bcase\s+[^\n]*\sin\s(?:(?!\besac\b)[^])*$/,
    // A label has no keyword before it: the start of an arm is found as such.
    beforeArmLabel: /(?!)/,
    beforeComparedLabel: /\s(==?|!=)\s*$/,
    quotes: '\'"',
    probeArm: (label, quote) => `${quote}${label}${quote}) : ;;`,
  },
};
