import { type LogPiece, lookIntoPiece } from './logPieces.ts';
import { createNeedleFinders } from '../logReading/logTextScan.ts';
import { createScanMemory } from '../byteScan/needleScan.ts';
import type { PlainSearch } from '../logReading/plainLogSearch.ts';
import { giveAnswer, takeUnit, type WorkBoard } from './sharedWork.ts';

/** Pieces of logs that threads look into together, and for which ids. */
export interface SearchTask {
  readonly ids: readonly string[];
  readonly pieces: readonly LogPiece[];
  /** Has a unit for each piece. */
  readonly board: WorkBoard;
}

/** The values that each thread makes for itself. */
export type SearchTools = Pick<PlainSearch, 'finders' | 'memory' | 'pause'>;

// Each block is read by one call, and many calls of JavaScript keep its compiler busy.
const block = 4 * 1024 * 1024;

/** The memory that plain files are searched in. */
export function createPlainSearchMemory(): PlainSearch['memory'] {
  return createScanMemory(block);
}

/** Works on a task until nothing is left of it, in a thread that has nothing else to do. */
export async function workOn(task: SearchTask): Promise<void> {
  const tools: SearchTools = {
    finders: createNeedleFinders(task.ids),
    memory: createPlainSearchMemory(),
    pause: () => undefined,
  };
  for (let unit = takeUnit(task.board); unit !== undefined; unit = takeUnit(task.board)) await lookInto(task, unit, tools);
}

/** Looks into a piece that was taken, and gives its answer. */
export async function lookInto(
  { board, pieces }: SearchTask,
  unit: number,
  { finders, memory, pause }: SearchTools,
): Promise<void> {
  const piece = pieces[unit];
  if (piece) giveAnswer(board, unit, await lookIntoPiece(piece, finders, memory, pause));
}
