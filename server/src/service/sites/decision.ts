import reasons from '../../generated/reasonPhrases.json' with { type: 'json' };
import type { Node } from 'web-tree-sitter';
import type { ConditionReading } from '../languages/reading/readings.ts';
import { besideSubject, readClassAt, readLabelAt, type SyntaxContext } from '../mentions/constants.ts';
import type { Label, StatusSet } from '../types.ts';
import { judgedText } from './judgedText.ts';
import { complement, intersect, statusesWhere, unite } from './statusSet.ts';
import { classifySubject, normaliseSubject, readsLikeResponseCode, readsLikeStatus } from './subject.ts';

/** The decision by error code of a condition that is true. */
export interface Decision {
  readonly subject: Node | undefined;
  /** The labels, any of which makes the condition true. */
  readonly labels: readonly Label[];
  /** A further condition must be true, too. */
  readonly guarded: boolean;
  readonly statuses: StatusSet | undefined;
  /** The codes that classes in the same condition cover; absent: it names no class besides its labels. */
  readonly only?: ReadonlySet<string>;
}

/** The known facts about a status and a subject's code where a condition is true (or false). */
export interface Constraint {
  readonly statuses?: StatusSet;
  readonly only?: ReadonlySet<string>;
  readonly except?: ReadonlySet<string>;
  /** A condition on the subject cannot be read: it is not known which codes arrive. */
  readonly unknown?: true;
}

const none: Decision = { subject: undefined, labels: [], guarded: false, statuses: undefined };

const statusByName = new Map(
  Object.entries(reasons).map(([status, reason]) => [reason.replace(/[^A-Za-z]/g, '').toLowerCase(), Number(status)]),
);

/** An HTTP status written as a number or as a named constant (`HttpStatus.NOT_FOUND`, `http.StatusNotFound`). */
function readStatus(context: SyntaxContext, node: Node): number | undefined {
  const reading = context.language.readLabel(node);
  if (reading === undefined) return undefined;
  const text = context.text.slice(reading.span.start, reading.span.end);
  if (/^[1-5]\d\d$/.test(text)) return Number(text);
  if (reading.form !== 'constant') return undefined;
  const name = /\w+$/.exec(text)?.[0] ?? '';
  const numeric = /(?:^|_|Status)([1-5]\d\d)(?:_|$|[A-Z])/.exec(name)?.[1];
  if (numeric !== undefined) return Number(numeric);
  return statusByName.get(
    name
      .replace(/^(Http_?)?Status(_?Code)?|^SC_|^HTTP_/i, '')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase(),
  );
}

/** The statuses of a label of a switch or of an element of a list: one, or a range (`400..499`, `500..<600`). */
export function readStatuses(context: SyntaxContext, node: Node): StatusSet | undefined {
  const text = context.text.slice(node.startIndex, node.endIndex);
  const range = /^\(?\s*([1-5]\d\d)\s*(\.\.=|\.\.\.|\.\.<|\.\.|until|to)\s*([1-6]\d\d)\s*\)?$/.exec(text);
  if (range) {
    const [, from, operator = '', to] = range;
    const exclusive = operator === '..<' || operator === 'until' || operator === context.language.exclusiveRange;
    return [[Number(from), Math.min(599, Number(to) - (exclusive ? 1 : 0))]];
  }
  // A shell's pattern: `4*`, `5??`.
  const hundreds = /^([1-5])(\*|\?\?|\[0-9\]\[0-9\])$/.exec(text)?.[1];
  if (hundreds !== undefined) return [[Number(hundreds) * 100, Number(hundreds) * 100 + 99]];
  const status = readStatus(context, node);
  return status === undefined ? undefined : statusesWhere('==', status);
}

interface Comparison {
  readonly subject: Node;
  readonly labels: readonly Label[];
}

/** Which side of a comparison is the label: the one that is a literal or resolves to a code. */
function readComparison(context: SyntaxContext, reading: ConditionReading): Comparison | undefined {
  if (reading.kind === 'contains') {
    const labels = reading.elements.map((element) => readLabelAt(context, element)).filter((label) => label !== undefined);
    return { subject: reading.subject, labels };
  }
  if (reading.kind !== 'compare') return undefined;
  const [right, left] = [reading.right, reading.left].map((side, index) => {
    const label = readLabelAt(context, side);
    const other = index === 0 ? reading.left : reading.right;
    return label && besideSubject(label, classifySubject(judgedText(context, other)) === 'code');
  });
  if (right && (right.form === 'string' || right.value !== undefined)) return { subject: reading.left, labels: [right] };
  if (left && (left.form === 'string' || left.value !== undefined)) return { subject: reading.right, labels: [left] };
  // `err == sdk.ErrTide`, `type(e) is TideError`, `e is TideError`
  if (right?.errorClass) return { subject: reading.left, labels: [right] };
  if (left?.errorClass) return { subject: reading.right, labels: [left] };
  return undefined;
}

/** Reads a condition as a decision by error code; no labels when it is not such a decision. */
export function readDecision(context: SyntaxContext, reading: ConditionReading): Decision {
  switch (reading.kind) {
    case 'compare':
    case 'contains': {
      const statuses = statusConstraint(context, reading);
      if (statuses) return { ...none, statuses };
      if (reading.kind === 'compare' && reading.operator !== '==') return { ...none, guarded: true };
      const comparison = readComparison(context, reading);
      return comparison ? { ...none, ...comparison } : { ...none, guarded: true };
    }
    case 'type': {
      const labels = reading.types.map((type) => readClassAt(context, type));
      return labels.some(({ errorClass }) => errorClass)
        ? { ...none, subject: reading.subject, labels }
        : { ...none, guarded: true };
    }
    case 'or': {
      const parts = reading.parts.map((part) => readDecision(context, part));
      const subject = parts.find((part) => part.labels.length > 0)?.subject;
      if (!subject) {
        const every = parts.every(({ statuses, guarded }) => statuses && !guarded);
        return every
          ? { ...none, statuses: parts.reduce<StatusSet>((all, { statuses }) => unite(all, statuses ?? []), []) }
          : { ...none, guarded: true };
      }
      const same = parts.filter((part) => part.subject && sameSubject(context, part.subject, subject));
      return { ...none, subject, labels: same.flatMap(({ labels }) => labels), guarded: same.some(({ guarded }) => guarded) };
    }
    case 'and': {
      const parts = reading.parts.map((part) => readDecision(context, part));
      const named = parts.filter((part) => part.labels.length > 0);
      // `e instanceof A && e.code === 'B'` decides by the code, `e instanceof A && e.depth === 3` by the class.
      const byCode = named.filter(({ labels }) => labels.some(({ form }) => form !== 'class'));
      const isCertain = ({ subject, labels }: Decision): boolean =>
        labels.some(({ value }) => value !== undefined && context.isKnown(value)) ||
        (subject !== undefined && classifySubject(judgedText(context, subject)) === 'code');
      const decisive =
        byCode.find(isCertain) ?? named.find(({ labels }) => labels.some(({ errorClass }) => errorClass)) ?? named[0];
      const byClass = decisive?.labels.some(({ form }) => form !== 'class')
        ? named.filter((part) => part !== decisive).map(({ labels }) => onlyCodesOf(labels).only)
        : [];
      const only = byClass.find((codes) => codes !== undefined);
      const statuses = parts.map((part) => part.statuses).filter((set) => set !== undefined);
      return {
        subject: decisive?.subject,
        labels: decisive?.labels ?? [],
        guarded:
          parts.some((part) => part !== decisive && (part.guarded || part.labels.length > 0)) || decisive?.guarded === true,
        statuses: statuses.length > 0 ? statuses.reduce(intersect) : undefined,
        ...(only && { only }),
      };
    }
    default:
      return { ...none, guarded: true };
  }
}

/** Whether two expressions have the same spelling except for differences without a meaning. */
export function sameSubject(context: SyntaxContext, a: Node, b: Node): boolean {
  const spell = (node: Node): string => normaliseSubject(context.text.slice(node.startIndex, node.endIndex));
  return a.id === b.id || spell(a) === spell(b);
}

/** The constraints on statuses and on the code of one subject, where a condition is true (`holds`) or false. */
export function constrain(
  context: SyntaxContext,
  reading: ConditionReading,
  holds: boolean,
  subject: string | undefined,
): Constraint {
  switch (reading.kind) {
    case 'not':
      return constrain(context, reading.part, !holds, subject);
    case 'and':
    case 'or': {
      const parts = reading.parts.map((part) => constrain(context, part, holds, subject));
      const allHold = (reading.kind === 'and') === holds;
      return parts.reduce(allHold ? both : either);
    }
    case 'compare':
    case 'contains': {
      const statuses = statusConstraint(context, reading);
      if (statuses) return { statuses: holds ? statuses : complement(statuses) };
      if (reading.kind === 'compare' && reading.operator !== '==' && reading.operator !== '!=') return {};
      const comparison = readComparison(context, reading);
      if (!comparison || subject === undefined) return {};
      if (normaliseSubject(context.text.slice(comparison.subject.startIndex, comparison.subject.endIndex)) !== subject) return {};
      const codes = comparison.labels.map(({ value }) => value);
      const positive = reading.kind === 'contains' || reading.operator === '==';
      // An unresolved label may be any code: then only its exclusion stays certain for the others.
      if (positive === holds)
        return codes.includes(undefined) ? {} : { only: new Set(codes.filter((code) => code !== undefined)) };
      return { except: new Set(codes.filter((code) => code !== undefined)) };
    }
    case 'type': {
      const owner = normaliseSubject(context.text.slice(reading.subject.startIndex, reading.subject.endIndex));
      if (!holds || subject === undefined || !isPartOf(subject, owner)) return {};
      return onlyCodesOf(reading.types.map((type) => readClassAt(context, type)));
    }
    default:
      return {};
  }
}

/** Whether a subject is a part of an error: `e.code` of `e`. */
function isPartOf(subject: string, owner: string): boolean {
  return subject.startsWith(owner) && /^(?:\.|\[|->)/.test(subject.slice(owner.length));
}

/** The codes that arrive where an error is of one of some classes; nothing where one of them is unknown. */
export function onlyCodesOf(labels: readonly Label[]): Constraint {
  // The class of all errors may take codes that none of its subclasses covers.
  const known = labels.map(({ errorClass }) => (errorClass?.isBase === true ? undefined : errorClass?.codes));
  if (labels.length === 0 || known.some((codes) => codes === undefined || codes.size === 0)) return {};
  return { only: new Set(known.flatMap((codes) => [...(codes ?? [])])) };
}

/** Combines two constraints that both apply. */
export function both(a: Constraint, b: Constraint): Constraint {
  const statuses = a.statuses && b.statuses ? intersect(a.statuses, b.statuses) : (a.statuses ?? b.statuses);
  const only = a.only && b.only ? new Set([...a.only].filter((code) => b.only?.has(code))) : (a.only ?? b.only);
  const except = a.except && b.except ? new Set([...a.except, ...b.except]) : (a.except ?? b.except);
  const unknown = a.unknown ?? b.unknown;
  return { ...(statuses && { statuses }), ...(only && { only }), ...(except && { except }), ...(unknown && { unknown }) };
}

/** Combines all constraints: the result of `both` over each two, without a set for each step. */
export function all(constraints: readonly Constraint[]): Constraint {
  const except = new Set<string>();
  let rest: Constraint = {};
  for (const { except: own, ...other } of constraints) {
    for (const code of own ?? []) except.add(code);
    if (other.statuses !== undefined || other.only !== undefined || other.unknown !== undefined) rest = both(rest, other);
  }
  return constraints.some((constraint) => constraint.except !== undefined) ? { ...rest, except } : rest;
}

/** Combines two constraints of which one applies: only their common part stays. */
function either(a: Constraint, b: Constraint): Constraint {
  const statuses = a.statuses && b.statuses ? unite(a.statuses, b.statuses) : undefined;
  const only = a.only && b.only ? new Set([...a.only, ...b.only]) : undefined;
  const except = a.except && b.except ? new Set([...a.except].filter((code) => b.except?.has(code))) : undefined;
  const unknown = a.unknown ?? b.unknown;
  return { ...(statuses && { statuses }), ...(only && { only }), ...(except && { except }), ...(unknown && { unknown }) };
}

function statusConstraint(context: SyntaxContext, reading: ConditionReading): StatusSet | undefined {
  if (reading.kind === 'contains') {
    if (!readsLikeStatus(reading.subject.text)) return undefined;
    const sets = reading.elements.map((element) => readStatuses(context, element)).filter((set) => set !== undefined);
    return sets.length > 0 ? sets.reduce(unite) : undefined;
  }
  if (reading.kind !== 'compare') return undefined;
  const textOf = (node: Node): string => context.text.slice(node.startIndex, node.endIndex);
  const statusOf = (subject: Node, value: Node): number | undefined =>
    readsLikeStatus(textOf(subject)) || (readsLikeResponseCode(textOf(subject)) && /^["']?\d{3}["']?$/.test(textOf(value)))
      ? readStatus(context, value)
      : undefined;
  const right = statusOf(reading.left, reading.right);
  if (right !== undefined) return statusesWhere(reading.operator, right);
  const left = statusOf(reading.right, reading.left);
  if (left === undefined) return undefined;
  const mirrored = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==', '!=': '!=' } as const;
  return statusesWhere(mirrored[reading.operator], left);
}
