import assert from 'node:assert/strict';
import path from 'node:path';
import { searchLogs } from '../../../server/src/adapters/logSearch/searchLogs.ts';
import { readEngineSettings } from '../../../server/src/service/engines/engineSettings.ts';
import type { EngineUse, LogSearchRequest } from '../../../server/src/service/requests/logSearch.ts';
import { id, recogniser } from './useLogFolder.ts';

/** When these look-ups take place. */
export const now = Date.UTC(2026, 4, 4, 13);

/** The use of one engine that is called `logs`. */
export function useEngine(entry: object, authorization?: string): EngineUse {
  const [setting] = readEngineSettings({ logs: entry }, (at, expected) => assert.fail(`${at.join('.')} ${expected}`));
  assert.ok(setting);
  return { setting, ...(authorization === undefined ? {} : { authorization }) };
}

/** Looks the id up in engines and in a folder. */
export async function lookInEngines(folder: string, engines: readonly EngineUse[], changes: Partial<LogSearchRequest> = {}) {
  const result = await searchLogs({
    requestIds: [id],
    roots: [folder],
    openDocuments: [],
    globs: [],
    engines,
    recogniser: () => Promise.resolve(recogniser),
    maxRecords: 10_000,
    now,
    displayPath: (file) => path.basename(file),
    signal: new AbortController().signal,
    ...changes,
  });
  return { ...result, records: result.found[0]?.records ?? [], truncated: result.found[0]?.truncated };
}
