import type { Node } from 'web-tree-sitter';
import type { ArmReading, SwitchReading } from '../languages/reading/readings.ts';
import { besideSubject, readLabelAt, type SyntaxContext } from '../mentions/constants.ts';
import type { Arm, Label } from '../types.ts';
import { decidesByClass } from './catchSite.ts';
import { narrow, ownersOf } from './narrowing.ts';
import type { SiteDraft } from './siteDraft.ts';
import { assertsNothingLeft, describeSubject, spanOf } from './siteParts.ts';
import { statementAfter } from './statementAfter.ts';

/** Builds the site of a switch. */
export function createSwitchSite(context: SyntaxContext, reading: SwitchReading): SiteDraft {
  const described = describeSubject(context, reading.subject);
  const narrowed = narrow(context, reading.node, described?.key);
  const owners = ownersOf(reading.arms);
  const isCode = described?.subject.reads === 'code';
  const arms = reading.arms.map((arm, index) => createArm(context, arm, owners[index] ?? arm, isCode));
  return {
    node: reading.node,
    source: { kind: 'switch', reading },
    site: {
      kind: decidesByClass(arms, described?.subject) ? 'catch' : 'switch',
      span: spanOf(reading.node),
      head: reading.head,
      subject: described?.subject,
      arms,
      otherwise: reading.otherwise && spanOf(reading.otherwise),
      assertsNothingLeft: reading.otherwise !== undefined && assertsNothingLeft(context, spanOf(reading.otherwise)),
      goesOn: goesOn(context, reading),
      takenBefore: narrowed.except ?? new Set(),
      onlyCodes: narrowed.only,
      statuses: narrowed.statuses,
      open:
        narrowed.unknown === true ||
        arms.some(({ labels }) => labels.some(({ value, form }) => value === undefined && form !== 'class')) ||
        // `case code if isRetryable(code)` takes codes that cannot be read.
        reading.arms.some(({ takesAny }) => takesAny) ||
        reading.arms.some(hasUnreadLabel(context)),
    },
  };
}

/** Without a default, and with arms that all leave, the code after a switch is for all other codes: the usual form in Go. */
function goesOn(context: SyntaxContext, { node, arms, otherwise }: SwitchReading): boolean {
  const bodies = arms.map(({ body }) => body.at(-1)).filter((last) => last !== undefined);
  const leave = bodies.length > 0 && bodies.every((last) => context.language.leaves(last, true));
  return otherwise === undefined && leave && statementAfter(context, statementOf(context, node)) !== undefined;
}

/** A switch may be an expression within a statement. */
function statementOf({ language }: SyntaxContext, node: Node): Node {
  let statement = node;
  while (statement.parent && !language.blocks.has(statement.parent.type)) statement = statement.parent;
  return statement;
}

function createArm(context: SyntaxContext, arm: ArmReading, owner: ArmReading, isCode: boolean): Arm {
  const first = owner.body[0];
  const last = owner.body.at(-1);
  return {
    labels: labelsOf(context, arm.labels).map((label) => besideSubject(label, isCode)),
    span: spanOf(arm.node),
    body: first && last ? { start: first.startIndex, end: last.endIndex } : { start: arm.node.endIndex, end: arm.node.endIndex },
    guarded: arm.guarded,
  };
}

function labelsOf(context: SyntaxContext, nodes: readonly Node[]): readonly Label[] {
  return nodes.map((node) => readLabelAt(context, node)).filter((label) => label !== undefined);
}

function hasUnreadLabel(context: SyntaxContext): (arm: ArmReading) => boolean {
  return ({ labels }) => labels.some((label) => readLabelAt(context, label) === undefined);
}
