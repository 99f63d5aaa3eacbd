// The script of the timeline's table: shows what the extension sends, and sends back what a person wants done.
import type { PageMessage, ShowMessage } from '../messages.ts';
import { showTable } from './showTable.ts';

declare function acquireVsCodeApi(): { postMessage(message: PageMessage): void };

const editor = acquireVsCodeApi();
const main = document.getElementById('timeline');
let stop = (): void => undefined;

// Only the extension's frame can post here; what it sends has the shape that both sides are compiled with.
window.addEventListener('message', ({ data }: MessageEvent<Partial<ShowMessage> | null>) => {
  if (main === null || data?.type !== 'show' || data.content === undefined) return;
  stop();
  stop = showTable(main, data.content, (message) => editor.postMessage(message));
});
editor.postMessage({ type: 'ready' });
