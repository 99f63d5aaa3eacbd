import type * as vscode from 'vscode';

/** An output channel for the messages between client and server: people hand it on, so it shows no credentials. */
export function createTraceChannel(output: vscode.LogOutputChannel): vscode.LogOutputChannel {
  return {
    name: output.name,
    get logLevel() {
      return output.logLevel;
    },
    onDidChangeLogLevel: output.onDidChangeLogLevel,
    trace: (message, ...rest) => output.trace(hideCredentials(message), ...(rest as unknown[])),
    debug: (...said) => output.debug(...said),
    info: (...said) => output.info(...said),
    warn: (...said) => output.warn(...said),
    error: (...said) => output.error(...said),
    append: (text) => output.append(text),
    appendLine: (text) => output.appendLine(text),
    replace: (text) => output.replace(text),
    clear: () => output.clear(),
    show: () => output.show(),
    hide: () => output.hide(),
    dispose: () => output.dispose(),
  };
}

/** Takes headers out of messages of the protocol, as JSON writes them. */
function hideCredentials(text: string): string {
  return text.replace(/("authorization":\s*")(?:[^"\\]|\\.)*"/g, '$1…"');
}
