import { onceFor } from '../../shared/onceFor.ts';
import { remember } from '../../shared/remember.ts';
import type { Node } from 'web-tree-sitter';
import type { Language } from '../languages/language.ts';
import type { ArmReading, BranchReading, SwitchReading } from '../languages/reading/readings.ts';
import { ancestorsOf, holdsNode } from '../languages/nodes.ts';
import { limits } from '../limits.ts';
import { readClassAt, readLabelAt, type SyntaxContext } from '../mentions/constants.ts';
import type { StatusSet } from '../types.ts';
import { all, both, type Constraint, constrain, onlyCodesOf, readStatuses } from './decision.ts';
import { complement, unite } from './statusSet.ts';
import { asksMore } from './presence.ts';
import { normaliseSubject, readsLikeStatus } from './subject.ts';

/**
 * Finds the constraints of enclosing and preceding branches on the codes and statuses that can arrive at a node.
 * @param subject the normalised subject whose codes are meant; undefined: only statuses
 */
export function narrow(context: SyntaxContext, node: Node, subject: string | undefined): Constraint {
  const { functions, groups } = context.language;
  const around = ancestorsOf(context.root, node);
  // Code outside of the outermost function does not show when that function runs; units rely on it too.
  const border = around.findIndex(({ type }) => functions.has(type) && !groups.has(type));
  const said: Constraint[] = [];
  let crossed = false;
  for (let at = around.length - 1, child = node; at >= 0 && at >= border; at -= 1) {
    const parent = around[at];
    if (!parent) break;
    crossed ||= functions.has(child.type);
    const here = [fromParent(context, node, parent, subject), ...fromSiblings(context, child, parent, subject)];
    // Beyond a function's border a status may have changed before the function runs.
    said.push(...(crossed ? here.map(withoutStatuses) : here));
    child = parent;
  }
  return all(said);
}

function fromParent(context: SyntaxContext, origin: Node, parent: Node, subject: string | undefined): Constraint {
  const branch = context.language.readBranch(parent);
  if (branch) return fromBranch(context, branch, origin, subject);
  const clause = context.language.readCatches(parent)?.clauses.find(({ body }) => holdsNode(body, origin));
  if (clause) return subject === undefined ? {} : onlyCodesOf(clause.types.map((type) => readClassAt(context, type)));
  const outer = context.language.readSwitch(parent);
  return outer?.subject && outer.node.id !== origin.id ? fromSwitch(context, outer, outer.subject, origin, subject) : {};
}

/** The conditions of a chain down to the branch that contains a node: those before it are false, its own is true. */
function fromBranch(context: SyntaxContext, first: BranchReading, origin: Node, subject: string | undefined): Constraint {
  let constraint: Constraint = {};
  for (let branch: BranchReading | undefined = first; branch; ) {
    if (holdsNode(branch.consequence, origin)) return both(constraint, said(context, branch, true, subject));
    if (!branch.alternative || branch.alternative.startIndex > origin.startIndex) return {};
    constraint = both(constraint, said(context, branch, false, subject));
    // A nested alternative is an ancestor of the node as well, and adds its own constraints.
    if (holdsNode(branch.alternative, origin)) return constraint;
    branch = context.language.readBranch(branch.alternative);
  }
  return {};
}

/**
 * The constraint of a branch's condition where it is true or false; unknown for a condition on the subject that cannot be read.
 */
function said(context: SyntaxContext, { condition }: BranchReading, holds: boolean, subject: string | undefined): Constraint {
  const reading = context.language.readCondition(condition);
  const constraint = constrain(context, reading, holds, subject);
  const isUnknown = subject !== undefined && !constraint.only && asksMore(context, condition, subject);
  return isUnknown ? { ...constraint, unknown: true } : constraint;
}

function fromSwitch(
  context: SyntaxContext,
  outer: SwitchReading,
  outerSubject: Node,
  origin: Node,
  subject: string | undefined,
): Constraint {
  const subjectText = context.text.slice(outerSubject.startIndex, outerSubject.endIndex);
  const isStatus = readsLikeStatus(subjectText);
  if (!isStatus && normaliseSubject(subjectText) !== subject) return {};
  const inDefault = outer.otherwise !== undefined && holdsNode(outer.otherwise, origin);
  const labels = inDefault ? outer.arms.flatMap((arm) => arm.labels) : labelsThatReach(context, outer, origin);
  if (labels === undefined) return {};
  if (isStatus) {
    const sets = labels.map((label) => readStatuses(context, label));
    if (sets.includes(undefined)) return {};
    const set = sets.reduce<StatusSet>((all, one) => unite(all, one ?? []), []);
    return { statuses: inDefault ? complement(set) : set };
  }
  const codes = labels.map((label) => readLabelAt(context, label)?.value);
  const known = new Set(codes.filter((code) => code !== undefined));
  if (inDefault) return { except: known };
  return codes.includes(undefined) ? {} : { only: known };
}

/** The labels of the arm that contains a node, and of those that run into it; undefined when it is in no arm's body. */
function labelsThatReach(context: SyntaxContext, outer: SwitchReading, origin: Node): readonly Node[] | undefined {
  const at = outer.arms.findIndex(({ body }) => body.some((statement) => holdsNode(statement, origin)));
  const arm = outer.arms[at];
  if (!arm) return undefined;
  const labels = [...arm.labels];
  for (let before = at - 1; before >= 0; before -= 1) {
    const previous = outer.arms[before];
    if (!previous || !runsOn(outer, previous, context.language)) break;
    labels.push(...previous.labels);
  }
  return labels;
}

/** Whether control runs from the end of an arm into the next one. */
export function runsOn({ fallsThrough }: SwitchReading, { runsOn: says, body }: ArmReading, language: Language): boolean {
  const last = body.at(-1);
  return says === true || (fallsThrough && !(last && language.leaves(last)));
}

function fromSiblings(context: SyntaxContext, child: Node, parent: Node, subject: string | undefined): readonly Constraint[] {
  if (!context.language.blocks.has(parent.type)) return [];
  const before: Node[] = [];
  for (const statement of context.branchesIn(parent)) {
    if (statement.startIndex >= child.startIndex) break;
    before.push(statement);
  }
  const near = before.slice(-limits.branchesBefore).map((statement) => afterOnce(context, statement, subject));
  return near.length < before.length ? [...near, { unknown: true }] : near;
}

const constraintsIn = onceFor((_context: SyntaxContext) => new Map<string, Constraint>());

/** The certain facts after a statement, computed only once: each site after it asks for them. */
function afterOnce(context: SyntaxContext, statement: Node, subject: string | undefined): Constraint {
  const key = `${statement.id} ${subject ?? ''}`;
  return remember(constraintsIn(context), key, () => afterStatement(context, statement, subject));
}

/** The certain facts after a statement: the conditions of the branches that left are false. */
function afterStatement(context: SyntaxContext, statement: Node, subject: string | undefined): Constraint {
  const before = context.language.readSwitch(statement);
  if (before?.subject) return afterSwitch(context, before, before.subject, subject);
  let constraint: Constraint = {};
  for (let branch = context.language.readBranch(statement); branch; ) {
    if (branch.declares || !context.language.leaves(branch.consequence)) break;
    constraint = both(constraint, said(context, branch, false, subject));
    branch = branch.alternative && context.language.readBranch(branch.alternative);
  }
  return constraint;
}

/** After a switch on the same subject: the codes of arms that return or throw do not come this far. */
function afterSwitch(
  context: SyntaxContext,
  before: SwitchReading,
  beforeSubject: Node,
  subject: string | undefined,
): Constraint {
  if (normaliseSubject(context.text.slice(beforeSubject.startIndex, beforeSubject.endIndex)) !== subject) return {};
  const except = new Set<string>();
  const owners = ownersOf(before.arms);
  for (const [index, arm] of before.arms.entries()) {
    const last = owners[index]?.body.at(-1);
    if (arm.guarded || !last || !context.language.leaves(last, true)) continue;
    for (const label of arm.labels) {
      const value = readLabelAt(context, label)?.value;
      if (value !== undefined) except.add(value);
    }
  }
  return { except };
}

/** For each arm the one whose body it runs: an arm without statements shares the next one's. */
export function ownersOf(arms: readonly ArmReading[]): readonly (ArmReading | undefined)[] {
  const owners: (ArmReading | undefined)[] = [];
  let next: ArmReading | undefined;
  for (let index = arms.length - 1; index >= 0; index -= 1) {
    const arm = arms[index];
    if (arm && arm.body.length > 0) next = arm;
    owners[index] = next;
  }
  return owners;
}

function withoutStatuses({ only, except, unknown }: Constraint): Constraint {
  return { ...(only && { only }), ...(except && { except }), ...(unknown && { unknown }) };
}
