import type { Node } from 'web-tree-sitter';
import { holdsNode } from '../languages/nodes.ts';
import type { ConditionReading } from '../languages/reading/readings.ts';
import { classNodeAt, literalAt, readClassHit, readLabelAt, type SyntaxContext } from '../mentions/constants.ts';
import type { Label, StatusSet } from '../types.ts';
import { createCatchSite } from './catchSite.ts';
import { createChainSite } from './chainSite.ts';
import { readDecision } from './decision.ts';
import { clauseNamesOf } from './clauseNames.ts';
import { judgedText } from './judgedText.ts';
import { narrow } from './narrowing.ts';
import { asksAgain, isAskedAgain, nameOfArgument, namesRetried } from './retrying.ts';
import { classifySubject } from './subject.ts';
import type { SiteDraft } from './siteDraft.ts';
import { spanOf } from './siteParts.ts';
import { statusesAt } from './statusesAt.ts';
import { createSwitchSite } from './switchSite.ts';
import { createTableSite } from './tableSite.ts';
import type { CodeHit } from '../matching/codeHit.ts';

/** A code compared or listed outside every site. */
export interface LooseLabel {
  readonly label: Label;
  /** The other side of the comparison, or the name of the list that contains it. */
  readonly subject: string;
  readonly context: 'comparison' | 'list' | 'catch';
  /** All labels of the same list or comparison. */
  readonly listed: readonly string[];
  readonly statuses: StatusSet | undefined;
  /** The place says that the request is sent again. */
  readonly retries: boolean;
}

/** Every place in a document where code decides by one of the labels that were hit. */
export interface FoundSites {
  readonly drafts: readonly SiteDraft[];
  readonly loose: readonly LooseLabel[];
}

/** @param isNone called with further nodes that would give the same site, where there is no site */
type CreateDraft = (isNone: (same: Node) => void) => SiteDraft | undefined;

/** The greatest distance of a label from the switch, branch or table that it belongs to, in nodes. */
const reach = 36;

/** Climbs from each hit to the site that it is a label of. */
export function findSites(context: SyntaxContext, hits: readonly CodeHit[]): FoundSites {
  const steps = findSitesInSteps(context, hits);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same with a step after each hit, for callers that give way to other work. */
export function* findSitesInSteps(context: SyntaxContext, hits: readonly CodeHit[]): Generator<undefined, FoundSites> {
  const drafts = new Map<number, SiteDraft | undefined>();
  const loose = new Map<number, LooseLabel>();
  const claimed = new Set<number>();
  const claim = (draft: SiteDraft): void => {
    const { start, end } = draft.site.span;
    // Codes of a list that has a name stay the list's.
    const own = draft.site.arms.flatMap(({ labels }) => labels).filter(({ whole }) => start <= whole.start && whole.end <= end);
    for (const { whole, span } of own) claimed.add(whole.start).add(span.start);
  };
  const addDraft = (key: number, create: CreateDraft): boolean => {
    if (!drafts.has(key)) {
      const draft = withRetries(
        context,
        create((same) => drafts.set(same.id, undefined)),
      );
      drafts.set(key, draft);
      if (draft && draft.node.id !== key) drafts.set(draft.node.id, draft);
      if (draft) claim(draft);
    }
    return drafts.get(key) !== undefined;
  };
  for (const hit of hits) {
    const literal = context.classes.has(hit) ? classNodeAt(context, hit) : literalAt(context, hit);
    if (!literal) continue;
    yield;
    if (claimed.has(literal.startIndex)) continue;
    if (climb(context, literal, context.lists.uses.has(hit), addDraft) || claimed.has(literal.startIndex)) continue;
    const found = context.lists.uses.has(hit) ? undefined : readLoose(context, hit, literal);
    if (found) loose.set(found.label.span.start, fuller(found, loose.get(found.label.span.start)));
  }
  const unique = new Set([...drafts.values()].filter((draft) => draft !== undefined));
  return {
    drafts: [...unique].sort((a, b) => a.site.span.start - b.site.span.start || b.site.span.end - a.site.span.end),
    loose: [...loose.values()],
  };
}

/** `codes.CREW_MISSING` may be the constant of an SDK and contain a code: it is one label, the longer one with a value. */
function fuller(found: LooseLabel, before: LooseLabel | undefined): LooseLabel {
  const says = ({ label: { value, errorClass, whole } }: LooseLabel): number =>
    value === undefined && errorClass === undefined ? 0 : 1 + whole.end - whole.start;
  return before === undefined || says(found) > says(before) ? found : before;
}

/** A site with the arms marked that send the same request again. */
function withRetries(context: SyntaxContext, draft: SiteDraft | undefined): SiteDraft | undefined {
  if (!draft || draft.site.kind === 'table') return draft;
  const again = draft.site.arms.map(({ body }) => asksAgain(context, draft.node, body));
  if (!again.includes(true)) return draft;
  const arms = draft.site.arms.map((arm, index) => (again[index] === true ? { ...arm, retries: true } : arm));
  return { ...draft, site: { ...draft.site, arms } };
}

/**
 * @param isList it is the name of a list, whose elements are the labels
 * @returns whether the literal is a label of a site
 */
function climb(
  context: SyntaxContext,
  literal: Node,
  isList: boolean,
  addDraft: (key: number, create: CreateDraft) => boolean,
): boolean {
  const { language } = context;
  const holds = (node: Node): boolean => holdsNode(node, literal);
  for (let node = literal.parent, climbed = 0; node !== null && climbed < reach; node = node.parent, climbed += 1) {
    const here = node;
    const asSwitch = language.readSwitch(here);
    if (asSwitch) {
      const isLabel = asSwitch.arms.some(
        ({ node: arm, labels, body }) =>
          labels.some(holds) || (isList && holdsNode(arm, literal) && !body.some((part) => holdsNode(part, literal))),
      );
      return isLabel && addDraft(here.id, () => createSwitchSite(context, asSwitch));
    }
    const catches = language.readCatches(here);
    if (catches) {
      const isType = catches.clauses.some(({ types }) => types.some(holds));
      return isType && addDraft(here.id, () => createCatchSite(context, catches));
    }
    const branch = language.readBranch(here);
    // `if e, ok := err.(*Error); ok` names the class before the condition.
    const isHead = (): boolean =>
      branch !== undefined &&
      branch.form !== 'filter' &&
      context.classes.hits.length > 0 &&
      here.startIndex <= literal.startIndex &&
      literal.endIndex <= branch.consequence.startIndex;
    if (branch && (branch.form !== 'filter' || holds(branch.condition)))
      return (holds(branch.condition) || isHead()) && addDraft(here.id, (isNone) => createChainSite(context, here, isNone));
    const table = language.readTable(here);
    // A pattern of an object has codes as its values.
    if (table?.entries.some(({ key }) => holds(key))) return addDraft(here.id, () => createTableSite(context, table));
    if (language.functions.has(here.type)) return false;
  }
  return false;
}

function wraps(node: Node): boolean {
  return node.parent?.startIndex === node.startIndex && node.parent.endIndex === node.endIndex;
}

function readLoose(context: SyntaxContext, hit: CodeHit, literal: Node): LooseLabel | undefined {
  const label = context.classes.has(hit) ? readClassHit(context, hit) : readLabelAt(context, literal);
  if (!label) return undefined;
  const { language } = context;
  // A node that only wraps a node counts as one with it: some grammars have a dozen of them around each expression.
  for (let node = literal.parent, climbed = 0; node !== null && climbed < 8; climbed += wraps(node) ? 0 : 1, node = node.parent) {
    const clause = language.readCatches(node)?.clauses.find(({ types }) => types.some((type) => holdsNode(type, literal)));
    if (clause && label.errorClass) return caught(label, asksAgain(context, clause.body, spanOf(clause.body)));
    const condition = language.readCondition(node);
    // `code >= 1000` compares with no code.
    if (condition.kind === 'compare' && !/^[!=]=$/.test(condition.operator)) return undefined;
    if (condition.kind === 'compare' || condition.kind === 'contains') {
      const subject =
        condition.kind === 'contains' ? condition.subject : holdsNode(condition.left, literal) ? condition.right : condition.left;
      if (holdsNode(subject, literal)) return undefined;
      const listed = condition.kind === 'contains' ? context.valuesOf(condition.elements) : [];
      const retries = isEqual(condition) && isAskedAgain(context, node);
      // `err == shop.ErrSoldOut`
      const sides = condition.kind === 'compare' ? [condition.left, condition.right] : condition.elements;
      if (label.errorClass && !sides.some((side) => isReference(side, label.text))) return undefined;
      const judged = judgedText(context, subject);
      const [code, ...more] = label.errorClass?.codes ?? [];
      // `e.pgcode == errorcodes.UNIQUE_VIOLATION`: the constant is the code.
      if (code !== undefined && more.length === 0 && classifySubject(judged) === 'code') {
        const named: Label = { ...label, value: code, form: 'constant' };
        return { label: named, subject: judged, context: 'comparison', listed, statuses: statusesAt(context, node), retries };
      }
      if (label.errorClass && isEqual(condition))
        return { label, subject: judged, context: 'catch', listed, statuses: undefined, retries };
      return { label, subject: judged, context: 'comparison', listed, statuses: statusesAt(context, node), retries };
    }
    const branch = language.readBranch(node);
    const isHead = branch !== undefined && literal.endIndex <= branch.consequence.startIndex;
    const isJoined = condition.kind === 'and' || condition.kind === 'or';
    const asked = isHead ? language.readCondition(branch.condition) : isJoined ? condition : undefined;
    const decision = asked && readDecision(context, withoutNot(asked));
    const tested = decision?.labels.find(({ whole }) => whole.start <= literal.startIndex && literal.endIndex <= whole.end);
    if (tested) {
      // The branch of a negation is for all other errors.
      const retries = branch ? asked?.kind !== 'not' && asksAgain(context, node, spanOf(branch.consequence)) : false;
      const shared = { label: tested, listed: [], statuses: undefined, retries };
      const judged = decision?.subject ? judgedText(context, decision.subject) : '';
      const isCompared = tested.value !== undefined && classifySubject(judged) === 'code';
      return tested.errorClass && !isCompared
        ? { ...shared, subject: '', context: 'catch' }
        : { ...shared, subject: judged, context: 'comparison', statuses: statusesAt(context, node) };
    }
    if (condition.kind === 'type' && label.errorClass) return caught(label, isAskedAgain(context, node));
    const list = language.readList(node);
    const name = list && nameOfList(context, list.node);
    if (list && name !== undefined) {
      const listed = context.valuesOf(list.elements);
      const { statuses } = narrow(context, node, undefined);
      const isCaught = label.errorClass !== undefined && clauseNamesOf(context).has(name);
      const shared = { subject: name, listed, statuses, retries: namesRetried(name) };
      return isCaught ? { ...shared, label, context: 'catch' } : { ...shared, label: asConstant(label), context: 'list' };
    }
  }
  // `retry_if_exception_type(CardError)`
  const name = label.errorClass && nameOfArgument(context, literal);
  return name !== undefined && namesRetried(name)
    ? { label, subject: name, context: 'list', listed: [], statuses: undefined, retries: true }
    : undefined;
}

/** The name that a list is declared with or handed over as; `in_array($code, ['A'])` asks the list, and has no name for it. */
function nameOfList(context: SyntaxContext, list: Node): string | undefined {
  for (let around = list.parent, climbed = 0; around && climbed < 4; around = around.parent, climbed += 1)
    if (context.language.readCondition(around).kind === 'contains') return undefined;
  return context.language.nameOfValue(list)?.text ?? nameOfArgument(context, list);
}

/** `PostgresErrorCodes.UniqueViolation` in a list of codes: the constant of an SDK is its code. */
function asConstant(label: Label): Label {
  const [code, ...more] = label.errorClass?.codes ?? [];
  const isConstant = code !== undefined && more.length === 0 && /\w[.:]+\w+$/.test(label.errorClass?.name ?? '');
  return isConstant && !/(?:Error|Exception)$/.test(label.text) ? { ...label, value: code, form: 'constant' } : label;
}

function caught(label: Label, retries: boolean): LooseLabel {
  return { label, subject: '', context: 'catch', listed: [], statuses: undefined, retries };
}

/** Whether an expression is nothing but a reference, a pointer to it, or its value: `PSQLState.UNIQUE_VIOLATION.getState()`. */
function isReference(node: Node, reference: string): boolean {
  const inner = node.type === 'tuple_struct_pattern' ? node.namedChild(1) : null;
  if (inner) return isReference(inner, reference);
  const { text } = node;
  return (
    text.length < reference.length + 20 &&
    text.replace(/^[&*(\s]+|[)\s]+$|\.(?:rawValue|value|get(?:Value|Code|State)|name|code)\W*$/g, '') === reference
  );
}

/** A `guard` is the negation of its conditions. */
function withoutNot(condition: ConditionReading): ConditionReading {
  return condition.kind === 'not' ? condition.part : condition;
}

function isEqual(condition: ConditionReading): boolean {
  return condition.kind === 'contains' || (condition.kind === 'compare' && condition.operator === '==');
}
