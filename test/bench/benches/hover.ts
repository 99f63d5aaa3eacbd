import type { Bench } from '../bench.ts';
import { compareSessions } from '../support/compareSessions.ts';

/** A hover over an error code; over a name or a property where the peer knows those. */
export const hover: Bench = {
  id: 'hover',
  about: 'hover in the same document',
  run: (context) =>
    compareSessions(context, {
      what: 'hover',
      rounds: 100,
      work: (session, count) => session.hover(count),
      reach: { typescript: 1 },
      limit: 3,
    }),
};
