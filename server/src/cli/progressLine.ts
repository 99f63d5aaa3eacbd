import * as l10n from '@vscode/l10n';
import { countRecords, showBytes } from '../service/render/numbers.ts';
import type { Streams } from './streams.ts';

/** A line on standard error that says how far a search is. It is not drawn before half a second, and only on a terminal. */
export interface ProgressLine {
  readonly show: (bytes: number, added: number) => void;
  /** Names the log engines that have not answered yet. */
  readonly waitFor: (engines: readonly string[]) => void;
  readonly clear: () => void;
}

const progressAfter = 500;

/** Begins with nothing on the terminal. */
export function createProgressLine({ progress, redraw }: Pick<Streams, 'progress' | 'redraw'>): ProgressLine {
  const begun = Date.now();
  let bytes = 0;
  let records = 0;
  let isShown = false;
  let engines: readonly string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const draw = (isDue = Date.now() - begun >= progressAfter): void => {
    if (!progress || !isDue) return;
    const waiting = engines.length === 0 ? '' : l10n.t(', waiting for {0} (Ctrl-C shows the records so far)', engines.join(', '));
    redraw(`${l10n.t('Searching…')} ${showBytes(bytes)}, ${countRecords(records)}${waiting}`);
    isShown = true;
  };
  return {
    show(read, added) {
      bytes = read;
      records += added;
      draw();
    },
    waitFor(names) {
      engines = names;
      clearTimeout(timer);
      // Nothing else may happen until an engine answers. A timer may fire a moment before its time.
      if (names.length > 0) timer = setTimeout(draw, Math.max(0, begun + progressAfter - Date.now()), true).unref();
      draw();
    },
    clear() {
      clearTimeout(timer);
      if (isShown) redraw('');
    },
  };
}
