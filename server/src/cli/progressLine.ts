import { count } from './quantities.ts';
import type { Streams } from './streams.ts';
import { formatBytes } from '../shared/formatBytes.ts';

/** A line on standard error that shows how far a search is. */
export interface ProgressLine {
  /** Draws it anew. Draws nothing in the first half second, and nothing where standard error is not a terminal. */
  readonly show: (bytes: number, added: number) => void;
  readonly clear: () => void;
}

const progressAfter = 500;

/** Begins with nothing on the terminal. */
export function createProgressLine({ progress, redraw }: Pick<Streams, 'progress' | 'redraw'>): ProgressLine {
  const begun = Date.now();
  let [records, shown] = [0, false];
  return {
    show: (bytes: number, added: number) => {
      records += added;
      if (!progress || Date.now() - begun < progressAfter) return;
      redraw(`Searching… ${formatBytes(bytes)}, ${count(records, 'record')}`);
      shown = true;
    },
    clear: () => {
      if (shown) redraw('');
    },
  };
}
