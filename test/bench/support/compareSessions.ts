import type { BenchContext, Measurement } from '../bench.ts';
import { quantile } from './interleave.ts';
import { findLanguageServers, type PeerId } from './languageServers.ts';
import { type Session, startSession } from './session.ts';

export interface SessionWork {
  readonly what: string;
  readonly rounds: number;
  /** Does the work for the n-th time; answers with its milliseconds. */
  readonly work: (session: Session, count: number) => Promise<number>;
  /** Ratios to reach at the median. */
  readonly reach: Partial<Record<PeerId, number>>;
  /** Milliseconds to reach at the median. */
  readonly limit?: number;
}

const shares = { p50: 0.5, p95: 0.95 };
const warmUps = 10;

/** Starts all servers on one folder and lets them work in turn. */
export async function compareSessions(
  context: BenchContext,
  { what, rounds, work, reach, limit }: SessionWork,
): Promise<Measurement[]> {
  const { ours, peers } = findLanguageServers(context.root, (text) => context.say(text));
  const sessions = await Promise.all([ours, ...peers.values()].map((server) => startSession(server, context.scratch)));
  const times: number[][] = sessions.map(() => []);
  for (let round = 0; round < rounds + warmUps; round += 1) {
    for (const [index, session] of sessions.entries()) {
      const time = await work(session, round);
      if (round >= warmUps) times[index]?.push(time);
    }
  }
  await Promise.all(sessions.map((session) => session.stop()));
  return Object.entries(shares).map(([name, share]) => ({
    what: `${what}, ${name}`,
    unit: 'ms',
    ours: quantile(times[0] ?? [], share),
    ...(limit === undefined || share !== 0.5 ? {} : { limit }),
    peers: [...peers].map(([id, peer], index) => {
      const wanted = share === 0.5 ? reach[id] : undefined;
      return {
        name: peer.name,
        value: quantile(times[index + 1] ?? [], share),
        ...(wanted === undefined ? {} : { reach: wanted }),
      };
    }),
  }));
}
