import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PlainSearch } from '../logReading/plainLogSearch.ts';
import { createPlainSearchMemory, lookInto, type SearchTask } from './searchTask.ts';
import { answerOf, endWork, takeUnit, waitForAnswer } from './sharedWork.ts';

/** Threads that a search may start. */
export interface SearchThreads {
  /** The bundle of `searchThread.ts`. */
  readonly script: string;
  /** So many bytes of plain logs are worth it. */
  readonly leastBytes: number;
  /** The size of the pieces that files are cut into, in bytes. */
  readonly pieceLength: number;
}

/** A task that threads are working on. */
export interface SharedSearch {
  /** The result of a unit; undefined when the search has ended, or no thread is left to give it. */
  readonly answer: (unit: number) => Promise<number | undefined>;
  /** To be called at the end, however it comes. */
  readonly end: () => void;
}

// Long enough that opening a file takes no time, and short enough that a piece with an id is soon read again.
const pieceLength = 16 * 1024 * 1024;
// The memory's bandwidth is used up by then.
const mostAtOnce = 4;

/**
 * Threads where there is much to search: to start one takes as long as reading 300 MB.
 * @param distribution the folder of the bundles
 */
export function createSearchThreads(distribution: string): SearchThreads {
  return { script: `${distribution}/searchThread.cjs`, leastBytes: 2_000_000_000, pieceLength };
}

/** How many threads the system has processors for, beside the asking one. */
export function countThreads(): number {
  return Math.min(mostAtOnce, availableParallelism()) - 1;
}

/** As many as the system starts: it may be short of threads or memory, or Node may not be allowed to start any. */
function startThreads(count: number, script: string, task: SearchTask): Worker[] {
  const workers: Worker[] = [];
  try {
    while (workers.length < count) workers.push(new Worker(script, { workerData: task }));
  } catch {
    // Those that run do the work of the others.
  }
  return workers;
}

/** Has threads work on a task. A program that has nothing else to do takes part in it while it waits. */
export function shareSearch(
  task: SearchTask,
  count: number,
  script: string,
  search: Pick<PlainSearch, 'alone' | 'sink' | 'finders' | 'pause'>,
): SharedSearch {
  const { signal } = search.sink;
  let isOver = false;
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    end = () => {
      isOver = true;
      endWork(task.board);
      signal.removeEventListener('abort', end);
      resolve();
    };
  });
  signal.addEventListener('abort', end);
  let memory: PlainSearch['memory'] | undefined;
  const workers = startThreads(count, script, task);
  let running = workers.length;
  if (running === 0) end();
  // Where one thread does not start, or dies, the others do its work. The caller that waits for a unit which it had begun
  // does that one again.
  const leave = () => {
    if (--running === 0) end();
  };
  for (const worker of workers) worker.on('error', () => undefined).once('exit', leave);
  return {
    answer: async (unit) => {
      for (;;) {
        const answer = answerOf(task.board, unit);
        if (answer !== 0) return answer;
        if (isOver || search.sink.isDone()) return undefined;
        const own = search.alone ? takeUnit(task.board) : undefined;
        if (own === undefined) await Promise.race([waitForAnswer(task.board, unit), over]);
        // The waiting caller is using the search's own memory.
        else await lookInto(task, own, { ...search, memory: (memory ??= createPlainSearchMemory()) });
      }
    },
    end: () => {
      end();
      for (const worker of workers) worker.unref();
    },
  };
}
