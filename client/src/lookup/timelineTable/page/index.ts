// The script of the timeline's table: shows the extension's content, and sends back the actions of the user.
import type { PageMessage, ShowMessage } from '../messages.ts';
import { type PageState, readPageState } from '../pageState.ts';
import { showTable } from './showTable.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  /** Sets the state that the extension gets back when the window is loaded again. */
  setState(state: PageState): void;
};

const editor = acquireVsCodeApi();
const main = document.getElementById('timeline');
let stop = (): void => undefined;

// Only the extension's frame can post here; its messages have the type that both sides are compiled with.
window.addEventListener('message', ({ data }: MessageEvent<Partial<ShowMessage> | null>) => {
  if (main === null || data?.type !== 'show' || data.content === undefined) return;
  stop();
  const { lookedUp } = data.content;
  const kept = readPageState(editor.getState());
  // The same request again: after a reload, in a different time zone, with records logged meanwhile.
  const filter = kept?.requestId === lookedUp ? kept.filter : '';
  editor.setState({ requestId: lookedUp, filter });
  stop = showTable(main, data.content, {
    filter,
    send: (message) => editor.postMessage(message),
    onFilter: (changed) => editor.setState({ requestId: lookedUp, filter: changed }),
  });
});
editor.postMessage({ type: 'ready' });
