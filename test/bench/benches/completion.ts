import type { Bench } from '../bench.ts';
import { compareSessions } from '../support/compareSessions.ts';

/** Completion within the quotes of a label. */
export const completion: Bench = {
  id: 'completion',
  about: 'completion in the same document, 31 codes',
  run: (context) =>
    compareSessions(context, {
      what: 'completion',
      rounds: 100,
      work: (session, count) => session.complete(count),
      reach: { typescript: 1 },
      limit: 3,
    }),
};
