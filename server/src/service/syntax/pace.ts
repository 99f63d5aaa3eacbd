import { limits } from '../limits.ts';

/** The host's clock. */
export interface Clock {
  /** Milliseconds since some moment. */
  now(): number;
  /** Resolves after waiting events had their turn. */
  pause(): Promise<void>;
}

/** A stretch of work that gives way to other work, and ends when it takes too long. */
export interface Pace {
  /** Whether it is time to give way. Cheap: to be asked in every round of a loop. */
  isOver(): boolean;
  /**
   * Gives way, and begins a new slice.
   * @returns whether to go on: false when the time is used up, or the work was cancelled
   */
  next(): Promise<boolean>;
  /** The time is used up. */
  readonly isSpent: boolean;
  /** The work was cancelled. */
  readonly isStopped: boolean;
}

/** Goes on to its end without giving way. */
export const unhurried: Pace = { isOver: () => false, next: () => Promise.resolve(true), isSpent: false, isStopped: false };

/**
 * Divides the time of one thread among all work that has begun. One slice runs between two turns of waiting events, so that a
 * request waits for only one slice, even while many texts are read.
 * @param clock undefined: there is nothing to give way to, and no time
 */
export function createPaces(clock: Clock | undefined): (budget: number, signal?: AbortSignal) => Pace {
  let turn: Promise<void> = Promise.resolve();
  return (budget, signal) => {
    if (!clock) return unhurried;
    let begun = clock.now();
    let spent = 0;
    return {
      // A clock that is set during a slice makes it longer or shorter.
      isOver: () => Math.abs(clock.now() - begun) >= limits.slice,
      async next() {
        spent += Math.min(Math.abs(clock.now() - begun), budget);
        if (spent < budget && signal?.aborted !== true) {
          turn = turn.then(() => clock.pause());
          await turn;
        }
        begun = clock.now();
        return spent < budget && signal?.aborted !== true;
      },
      get isSpent() {
        return spent >= budget;
      },
      get isStopped() {
        return signal?.aborted === true;
      },
    };
  };
}
