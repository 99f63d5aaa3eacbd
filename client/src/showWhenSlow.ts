import * as vscode from 'vscode';

/** Most requests are over sooner; a notification would only flash up. In milliseconds. */
const notifyAfter = 400;

/**
 * Waits for a request; one that takes long shows a notification that can cancel it.
 * @param reported the text of the notification beside its title
 */
export async function showWhenSlow<Answer>(
  title: string,
  request: Promise<Answer>,
  cancellation: vscode.CancellationTokenSource,
  reported: vscode.Event<string>,
): Promise<Answer> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const show = () =>
    vscode.window.withProgress(options, async (progress, token) => {
      token.onCancellationRequested(() => cancellation.cancel());
      const listener = reported((message) => progress.report({ message }));
      // The caller reports a failure.
      await request.catch(() => undefined);
      listener.dispose();
    });
  const notice = setTimeout(() => void show(), notifyAfter);
  try {
    return await request;
  } finally {
    clearTimeout(notice);
  }
}
