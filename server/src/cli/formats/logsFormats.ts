/** How logs can be printed: as a summary, or each record as a line of JSON. */
export const logsFormats = ['pretty', 'json', 'jsonl', 'markdown', 'html'] as const;
export type LogsFormat = (typeof logsFormats)[number];
