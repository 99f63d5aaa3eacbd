/** One measurable piece of work: a file in benches/, and a line in the registry. */
export interface Bench {
  /** The name for `npm run bench -- <id>`. */
  readonly id: string;
  /** The work, and what it is measured against, in a line. */
  readonly about: string;
  run(context: BenchContext): Promise<readonly Measurement[]>;
}

/** The values that a bench gets. */
export interface BenchContext {
  /** The repository's root. */
  readonly root: string;
  /** An empty folder of the bench's own; it is deleted afterwards. */
  readonly scratch: string;
  /** Says something worth knowing, such as a peer that is missing. */
  say(text: string): void;
}

/** One figure of ours, next to those of the peers in the same interleaved run. All are medians. */
export interface Measurement {
  readonly what: string;
  readonly unit: 'ms' | 'MB';
  readonly ours: number;
  /** The limit for ours, where the aim is an absolute one. */
  readonly limit?: number;
  readonly peers: readonly PeerFigure[];
}

export interface PeerFigure {
  /** With its version. */
  readonly name: string;
  readonly value: number;
  /** The largest ratio of ours to the peer's that is good enough; absent: for orientation. */
  readonly reach?: number;
}
