import type { Bench } from '../bench.ts';
import { compareSessions } from '../support/compareSessions.ts';

/** One character typed, until the diagnostics are there. */
export const keystroke: Bench = {
  id: 'keystroke',
  about: 'one character → diagnostics, 2,000 lines (95 KB) with 40 sites',
  run: (context) =>
    compareSessions(context, {
      what: 'keystroke → diagnostics',
      rounds: 80,
      work: (session, count) => session.key(count),
      reach: { json: 0.3, typescript: 0.15 },
      limit: 15,
    }),
};
