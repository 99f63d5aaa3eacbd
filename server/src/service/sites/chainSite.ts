import type { Node } from 'web-tree-sitter';
import { holdsNode } from '../languages/nodes.ts';
import type { BranchReading } from '../languages/reading/readings.ts';
import { limits } from '../limits.ts';
import type { SyntaxContext } from '../mentions/constants.ts';
import type { Arm, Label, Span } from '../types.ts';
import { decidesByClass } from './catchSite.ts';
import { type Decision, readDecision, sameSubject } from './decision.ts';
import { narrow } from './narrowing.ts';
import { asksMore } from './presence.ts';
import type { SiteDraft } from './siteDraft.ts';
import { assertsNothingLeft, describeSubject, spanOf } from './siteParts.ts';
import { statementAfter } from './statementAfter.ts';
import { testedVariable } from './testedVariable.ts';

interface Step {
  readonly branch: BranchReading;
  readonly decision: Decision;
}

/**
 * Builds the site of an `if … else if` chain or of consecutive early returns, from any branch of it. Undefined when there are
 * no two branches that compare one subject and act differently.
 * @param isNone called with each statement and branch that would give the same result again
 */
export function createChainSite(context: SyntaxContext, start: Node, isNone: (same: Node) => void): SiteDraft | undefined {
  const first = topOfChain(context, start);
  const own = stepsOf(context, first);
  const subject = decisionIn(context, own)?.subject;
  if (!subject) {
    for (const { branch } of own) isNone(branch.node);
    return undefined;
  }
  const { steps, statements } = withSiblings(context, first, own, subject);
  const decisive = steps.filter(({ decision }) => isAbout(context, decision, subject));
  if (decisive.length < 2 || new Set(decisive.map(({ branch }) => bodyText(context, branch))).size < 2) {
    for (const statement of statements) tellSame(context, statement, subject, isNone);
    return undefined;
  }
  const firstStatement = statements[0] ?? first;
  const lastStatement = statements.at(-1) ?? first;
  const isFilter = steps[0]?.branch.form === 'filter';
  const described = describeSubject(context, subject);
  const narrowed = narrow(context, firstStatement, described?.key);
  const lastPart = isFilter ? (steps.at(-1)?.branch.node ?? first) : lastStatement;
  const span = { start: firstStatement.startIndex, end: lastPart.endIndex };
  const firstBranch = decisive[0]?.branch;
  // An error that no filter takes goes on to the caller.
  const otherwise = otherwiseOf(context, steps, lastStatement) ?? (isFilter ? spanOf(lastPart) : undefined);
  return {
    node: firstStatement,
    source: { kind: 'chain', branches: decisive.map(({ branch }) => branch), early: statements.length > 1 },
    site: {
      kind: decidesByClass(
        decisive.map(({ decision }) => decision),
        described?.subject,
      )
        ? 'catch'
        : 'chain',
      span,
      head: { start: (firstBranch?.node ?? firstStatement).startIndex, end: firstBranch?.condition.endIndex ?? span.end },
      subject: described?.subject,
      arms: decisive.map(({ branch, decision }) => createArm(branch, decision)),
      otherwise,
      assertsNothingLeft: otherwise !== undefined && assertsNothingLeft(context, otherwise),
      takenBefore: narrowed.except ?? new Set(),
      onlyCodes: onlyOf(decisive, narrowed.only),
      statuses: narrowed.statuses,
      open:
        narrowed.unknown === true ||
        asksElsewhere(context, steps, described?.key) ||
        decisive.some(({ decision }) => decision.labels.some(({ value, form }) => value === undefined && form !== 'class')),
    },
  };
}

/** The decision that says which subject a statement is about: `typeof code === 'number'` may come before it. */
function decisionIn(context: SyntaxContext, steps: readonly Step[]): Decision | undefined {
  const labelled = steps.map(({ decision }) => decision).filter(({ labels }) => labels.length > 0);
  return labelled.find(({ labels }) => labels.some((label) => isCode(context, label))) ?? labelled[0];
}

function isCode({ isKnown }: SyntaxContext, { value, errorClass }: Label): boolean {
  return errorClass !== undefined || (value !== undefined && isKnown(value));
}

/** The codes that can arrive: where each condition names a class as well, only those that these classes cover. */
function onlyOf(steps: readonly Step[], around: ReadonlySet<string> | undefined): ReadonlySet<string> | undefined {
  const named = steps.map(({ decision }) => decision.only);
  if (named.some((codes) => codes === undefined)) return around;
  const codes = named.flatMap((only) => [...(only ?? [])]);
  return new Set(codes.filter((code) => around === undefined || around.has(code)));
}

/** Reports the branches of a statement whose chain is about the subject: from each of them, the same statements are found. */
function tellSame(context: SyntaxContext, statement: Node, subject: Node, isNone: (same: Node) => void): void {
  const steps = stepsOf(context, statement);
  const first = decisionIn(context, steps);
  if (first && isAbout(context, first, subject)) for (const { branch } of steps) isNone(branch.node);
}

/** A branch asks about the subject in a way that cannot be read (`RETRYABLE.has(code)`): it may handle any code. */
function asksElsewhere(context: SyntaxContext, steps: readonly Step[], subject: string | undefined): boolean {
  const inText = steps.every(({ decision }) =>
    decision.labels.every(({ value }) => value === undefined || !/^-?\d+$/.test(value)),
  );
  return subject !== undefined && steps.some(({ branch }) => asksMore(context, branch.condition, subject, inText));
}

function createArm(branch: BranchReading, { labels, guarded, statuses }: Decision): Arm {
  return {
    labels,
    span: { start: branch.node.startIndex, end: branch.consequence.endIndex },
    body: spanOf(branch.consequence),
    guarded,
    ...(statuses === undefined ? {} : { statuses }),
  };
}

function isAbout(context: SyntaxContext, decision: Decision, subject: Node): boolean {
  return decision.labels.length > 0 && decision.subject !== undefined && sameSubject(context, decision.subject, subject);
}

function topOfChain(context: SyntaxContext, start: Node): Node {
  const { language } = context;
  let top = start;
  for (let before: Node | undefined = start; before; before = language.readBranch(before)?.previous) top = before;
  for (let parent = start.parent; parent !== null; parent = parent.parent) {
    const branch = language.readBranch(parent);
    if (branch) {
      if (!isAlternativeOf(context, top, branch)) return top;
      top = parent;
    } else if (language.functions.has(parent.type) || (language.blocks.has(parent.type) && language.partsOf(parent).length > 1)) {
      return top;
    }
  }
  return top;
}

/** Whether a later branch of a chain is an `if` of its own in the else block before it. */
export function isInElseBlock(branch: Node, { blocks }: SyntaxContext['language']): boolean {
  return branch.parent !== null && blocks.has(branch.parent.type);
}

/** Whether a branch is reached through a different one's else: nested in it (`else if`) or beside it (`elif`). */
function isAlternativeOf(context: SyntaxContext, node: Node, branch: BranchReading): boolean {
  for (let next: BranchReading | undefined = branch; next?.alternative; next = context.language.readBranch(next.alternative)) {
    if (next.alternative.id === node.id) return true;
  }
  return false;
}

/** The branches of one `if` statement, from the top down. */
function stepsOf(context: SyntaxContext, top: Node): Step[] {
  const steps: Step[] = [];
  for (
    let branch = context.language.readBranch(top);
    branch;
    branch = branch.alternative && context.language.readBranch(branch.alternative)
  ) {
    steps.push({ branch, decision: readDecision(context, context.language.readCondition(branch.condition)) });
  }
  return steps;
}

/** Adds the neighbouring `if`s on the same subject where every one but the last leaves. */
function withSiblings(context: SyntaxContext, first: Node, own: Step[], subject: Node): { steps: Step[]; statements: Node[] } {
  const block = first.parent;
  if (!block || !context.language.blocks.has(block.type)) return { steps: own, statements: [first] };
  const siblings = context.language.partsOf(block);
  const at = siblings.findIndex(({ id }) => id === first.id);
  const readAbout = (node: Node | undefined): Step[] | undefined => {
    const steps = node && context.language.readBranch(node) ? stepsOf(context, node) : undefined;
    return !steps?.some(({ branch }) => branch.declares) && steps?.some(({ decision }) => isAbout(context, decision, subject))
      ? steps
      : undefined;
  };
  const passesOn = (steps: readonly Step[]): boolean =>
    steps.every(({ branch }) => !branch.declares && context.language.leaves(branch.consequence)) &&
    elseOf(context, steps) === undefined;
  const statements = [first];
  const steps = [...own];
  if (own.some(({ branch }) => branch.declares)) return { steps, statements };
  const farthest = limits.branchesBeside;
  // `var taken *shop.TakenError` belongs to the branch after it.
  const belongs = (node: Node | undefined, branch: Node | undefined): boolean => {
    const reading = branch && context.language.readBranch(branch);
    const declaration = reading && testedVariable(context, reading.condition)?.declaration;
    return node !== undefined && declaration !== undefined && holdsNode(node, declaration);
  };
  for (let before = at - 1; before >= 0 && at - before <= farthest; before -= 1) {
    if (belongs(siblings[before], siblings[before + 1])) continue;
    const node = siblings[before];
    const read = readAbout(node);
    if (!node || !read || !passesOn(read)) break;
    statements.unshift(node);
    steps.unshift(...read);
  }
  for (let last = own, after = at + 1; after - at <= farthest && passesOn(last); after += 1) {
    if (belongs(siblings[after], siblings[after + 1])) continue;
    const node = siblings[after];
    const read = readAbout(node);
    if (!node || !read) break;
    statements.push(node);
    steps.push(...read);
    last = read;
  }
  return { steps, statements };
}

/** The final else block; undefined when the last `else` is missing or is a further `if`. */
function elseOf(context: SyntaxContext, steps: readonly Step[]): Node | undefined {
  const alternative = steps.at(-1)?.branch.alternative;
  return alternative && !context.language.readBranch(alternative) ? alternative : undefined;
}

function otherwiseOf(context: SyntaxContext, steps: readonly Step[], lastStatement: Node): Span | undefined {
  const otherwise = elseOf(context, steps);
  if (otherwise) return spanOf(otherwise);
  const leaves = ({ branch }: Step): boolean => context.language.leaves(branch.consequence, branch.form === 'cases');
  if (!steps.every(leaves)) return undefined;
  const next = statementAfter(context, lastStatement);
  return next && spanOf(next);
}

function bodyText(context: SyntaxContext, { consequence }: BranchReading): string {
  return context.text
    .slice(consequence.startIndex, consequence.endIndex)
    .replace(/[\s{};]+/g, ' ')
    .trim();
}
