import type { NamedCount } from './logSummary.ts';
import { copyText } from '../logs/copyText.ts';

/** Counts names in bounded memory. */
export interface CountedNames {
  readonly add: (name: string) => void;
  /** The most frequent first; equal ones by name. */
  readonly top: (limit: number) => NamedCount[];
  /** How many different names are known. */
  readonly size: () => number;
  /** How often a name was added that was one too many. */
  readonly dropped: () => number;
}

/** @param mostNames names after so many different ones are only counted together */
export function createCountedNames(mostNames: number): CountedNames {
  const counts = new Map<string, { count: number }>();
  let dropped = 0;
  return {
    add: (name) => {
      const known = counts.get(name);
      if (known !== undefined) known.count++;
      else if (counts.size < mostNames) counts.set(copyText(name), { count: 1 });
      else dropped++;
    },
    top: (limit) =>
      [...counts]
        .map(([name, { count }]) => ({ name, count }))
        .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
        .slice(0, limit),
    size: () => counts.size,
    dropped: () => dropped,
  };
}
