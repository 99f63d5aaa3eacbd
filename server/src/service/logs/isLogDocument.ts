/** The parts of a document's name that distinguish logs from other files. */
export interface DocumentName {
  /** Address, of any scheme. */
  readonly uri: string;
  readonly languageId: string;
}

const logName = /\.(?:log|jsonl|ndjson)(?:[.-]\d[\w.-]{0,40})?(?:\.gz)?$/i;

/**
 * Whether a document is a log: by its language (`log`, `jsonl`), by its name (`*.log`, `*.log.1`, `*.jsonl`), or as an
 * output channel. Globs from settings are the caller's.
 */
export function isLogDocument({ uri, languageId }: DocumentName): boolean {
  if (languageId === 'log' || languageId === 'jsonl' || languageId === 'Log') return true;
  if (uri.startsWith('output:')) return true;
  return logName.test(uri.replace(/[?#].*$/s, ''));
}
