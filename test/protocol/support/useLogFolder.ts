import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { searchLogs } from '../../../server/src/adapters/logSearch/searchLogs.ts';
import { loadBuiltinCatalogues } from '../../../server/src/service/catalogue/builtinCatalogues.ts';
import { createLogRecogniser } from '../../../server/src/service/logs/logRecogniser.ts';
import type { FoundRequest, LogSearchRequest, LogSearchResult } from '../../../server/src/service/requests/logSearch.ts';
import { createBoundedPattern } from '../../../server/src/service/matching/boundedPattern.ts';

/** The id that the lines of {@link logLine} hold. */
export const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';
export const recogniser = createLogRecogniser(loadBuiltinCatalogues(), createBoundedPattern);

/** A record with the id. */
export const logLine = (second: number, text = '') =>
  `2026-05-04T12:00:${String(second).padStart(2, '0')}Z INFO ${text} request_id=${id}\n`;

/** The places of records, as `file:line`. */
export const places = ({ records }: Pick<FoundRequest, 'records'>) => records.map(({ file, line }) => `${file}:${line}`).sort();

/** A folder for logs for each test of a suite, and searches in it. Call it once in a `describe`. */
export function useLogFolder() {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'lookup-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return {
    get root() {
      return folder;
    },
    put(file: string, content: string | Uint8Array): void {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), content);
    },
    async search(
      changes: Partial<LogSearchRequest> = {},
    ): Promise<LogSearchResult & Pick<FoundRequest, 'records' | 'truncated'>> {
      const request: LogSearchRequest = {
        requestIds: [id],
        roots: [folder],
        openDocuments: [],
        globs: [],
        recogniser: () => Promise.resolve(recogniser),
        maxRecords: 1_000,
        now: Date.UTC(2026, 5, 1),
        displayPath: (file) => path.relative(folder, file).split(path.sep).join('/'),
        signal: new AbortController().signal,
        ...changes,
      };
      const result = await searchLogs(request);
      return { ...result, records: result.found[0]?.records ?? [], truncated: result.found[0]?.truncated ?? false };
    },
  };
}
