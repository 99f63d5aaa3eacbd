import * as l10n from '@vscode/l10n';

/** How to begin where no file was searched. */
export function sayNoLogs(): string {
  return l10n.t(
    'There are no logs here by their names (*.log, *.out, syslog, *.jsonl and the like): name files or folders, or set logs.files or lookup.folders in api-error-codes.yaml.',
  );
}
