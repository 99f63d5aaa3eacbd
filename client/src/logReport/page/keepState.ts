import type { LogReportState } from '../logReportState.ts';

interface Editor {
  postMessage(message: { readonly type: 'ready' }): void;
  setState(state: LogReportState): void;
}

declare const acquireVsCodeApi: (() => Editor) | undefined;

/** In the editor, keeps the page's logs for when the window is loaded again. By itself, the page has no editor to ask. */
export function keepState(): void {
  if (typeof acquireVsCodeApi !== 'function') return;
  const editor = acquireVsCodeApi();
  // Only the extension's frame can post here; its messages have the type that both sides are compiled with.
  window.addEventListener('message', ({ data }: MessageEvent<{ readonly keep?: LogReportState } | null>) => {
    if (data?.keep !== undefined) editor.setState(data.keep);
  });
  editor.postMessage({ type: 'ready' });
}
