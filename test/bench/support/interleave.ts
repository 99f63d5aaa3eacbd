/** A way to do the work once; it answers with what it measured. */
export type Contender<Figures extends readonly number[]> = () => Promise<Figures>;

/**
 * Runs contenders in turn, A B A B …, so that other work of the machine falls on all of them alike.
 * @returns for each contender the median of each of its figures; a first round, which warms caches up, does not count
 */
export async function interleave<Figures extends readonly number[]>(
  rounds: number,
  contenders: readonly Contender<Figures>[],
): Promise<{ [Index in keyof Figures]: number }[]> {
  const runs: Figures[][] = contenders.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const figures = await contender();
      if (round > 0) runs[index]?.push(figures);
    }
  }
  return runs.map(mediansOf);
}

/** The value below which a share of the values is: 0.5 is the median. @returns NaN for no values */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function mediansOf<Figures extends readonly number[]>(runs: readonly Figures[]): { [Index in keyof Figures]: number } {
  const width = runs[0]?.length ?? 0;
  const medians = Array.from({ length: width }, (_, column) =>
    quantile(
      runs.map((figures) => figures[column] ?? Number.NaN),
      0.5,
    ),
  );
  return medians as unknown as { [Index in keyof Figures]: number };
}
