/** The state that threads share of a list of work: which unit is taken next, and the result of each. */
export type WorkBoard = Int32Array<SharedArrayBuffer>;

const nextPlace = 0;
const endedPlace = 1;
const firstAnswer = 2;

/** A board on which nothing has been taken yet. */
export function createWorkBoard(units: number): WorkBoard {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * (firstAnswer + units)));
}

/** Takes the next unit for this thread only; undefined when all are taken, or the work has been ended. */
export function takeUnit(board: WorkBoard): number | undefined {
  if (isEnded(board)) return undefined;
  const unit = Atomics.add(board, nextPlace, 1);
  return unit < board.length - firstAnswer ? unit : undefined;
}

/** @param answer anything but 0 */
export function giveAnswer(board: WorkBoard, unit: number, answer: number): void {
  Atomics.store(board, firstAnswer + unit, answer);
  Atomics.notify(board, firstAnswer + unit);
}

/** The result of a unit; 0 when there is no answer yet. */
export function answerOf(board: WorkBoard, unit: number): number {
  return Atomics.load(board, firstAnswer + unit);
}

/** Waits until a unit has an answer, for ever if no thread gives one. */
export async function waitForAnswer(board: WorkBoard, unit: number): Promise<void> {
  const { async: waits, value } = Atomics.waitAsync(board, firstAnswer + unit, 0);
  if (waits) await value;
}

/** Nothing is taken any more. */
export function endWork(board: WorkBoard): void {
  Atomics.store(board, endedPlace, 1);
}

/** Whether the answers are no longer needed. */
function isEnded(board: WorkBoard): boolean {
  return Atomics.load(board, endedPlace) !== 0;
}
