/** How a summary of logs can be printed. */
export const logsFormats = ['pretty', 'json', 'markdown', 'html'] as const;
export type LogsFormat = (typeof logsFormats)[number];
