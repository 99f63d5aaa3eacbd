import { takesEvery } from '../languages/reading/readCatches.ts';
import type { CatchReading } from '../languages/reading/readings.ts';
import { readClassAt, type SyntaxContext } from '../mentions/constants.ts';
import type { Arm, Subject } from '../types.ts';
import type { SiteDraft } from './siteDraft.ts';
import { spanOf } from './siteParts.ts';
import { readsLikeStatus } from './subject.ts';

/** Builds the site of a statement with clauses for classes; undefined where fewer than two name a catalogue's. */
export function createCatchSite(context: SyntaxContext, { node, clauses, form }: CatchReading): SiteDraft | undefined {
  const arms = clauses.map(
    (clause): Arm => ({
      labels: clause.types.map((type) => readClassAt(context, type)),
      span: spanOf(clause.node),
      body: spanOf(clause.body),
      guarded: clause.guarded,
    }),
  );
  const first = clauses[arms.findIndex(hasClass)];
  // Clauses of one class with different filters do not decide by the class.
  const names = new Set(arms.flatMap(({ labels }) => labels.flatMap(({ errorClass }) => errorClass?.name ?? [])));
  if (!first || names.size < 2 || arms.filter(hasClass).length < 2) return undefined;
  const rest = clauses.find(
    ({ types, guarded }, index) =>
      !guarded &&
      (types.length === 0 ||
        types.some(({ text }) => takesEvery(text)) ||
        arms[index]?.labels.some(({ errorClass }) => errorClass?.isBase)),
  );
  const start = first.node.startIndex;
  return {
    node,
    source: { kind: 'catch', reading: { node, clauses, form } },
    site: {
      kind: 'catch',
      span: spanOf(node),
      head: { start, end: Math.max(start + 1, first.types.at(-1)?.endIndex ?? start) },
      subject: undefined,
      arms: arms.filter(hasClass),
      otherwise: rest && spanOf(rest.node),
      takenBefore: new Set(),
      onlyCodes: undefined,
      statuses: undefined,
      open: false,
    },
  };
}

/**
 * Whether arms decide by classes of errors. Constants of an SDK that mean one code each decide by the code where the subject reads
 * like one, or like the status of a call: `statusCode == Status.Code.ABORTED`.
 */
export function decidesByClass(arms: readonly Pick<Arm, 'labels'>[], subject: Subject | undefined): boolean {
  const isCode = subject !== undefined && (subject.reads === 'code' || readsLikeStatus(subject.text));
  return arms.some(({ labels }) =>
    labels.some(({ errorClass, value }) => errorClass !== undefined && (value === undefined || !isCode)),
  );
}

function hasClass({ labels }: Arm): boolean {
  return labels.some(({ errorClass }) => errorClass);
}
