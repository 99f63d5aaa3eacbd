import type { SecretFinder } from '../service/redaction/redaction.ts';
import type { EngineOrigin } from '../service/requests/foundRecord.ts';
import type { LogSummary } from '../service/summary/logSummary.ts';
import type { LogSummaryRequest } from '../service/summary/logSummaryRequest.ts';
import type { CommandSource } from '../service/settings/commandSource.ts';
import type {
  EngineContext,
  EngineUse,
  Excerpt,
  LogSearchRequest,
  LogSearchResult,
  LogStream,
} from '../service/requests/logSearch.ts';

/** The platform's services for the look-up. */
export interface LookupHost {
  /** False where there is nothing to look up in: no link offers it. */
  readonly isAvailable: boolean;
  searchLogs(request: LogSearchRequest): Promise<LogSearchResult>;
  summariseLogs(request: LogSummaryRequest): Promise<LogSummary>;
  /** The output of a user's command, which runs when it is read. @param folder programs in it are not run by their names */
  openCommand(source: CommandSource, folder: string | undefined, signal: AbortSignal): LogStream;
  readExcerpt(path: string, offset: number, line: number, signal: AbortSignal): Promise<Excerpt>;
  /** @returns undefined when the engine does not answer, or no longer has the record. Never rejects */
  readEngineContext(use: EngineUse, origin: EngineOrigin, text: string, signal: AbortSignal): Promise<EngineContext | undefined>;
  readonly findSecrets: SecretFinder;
  /** The `Authorization` header that the environment has for an address; undefined when it has none. */
  credentialsFor(address: string): string | undefined;
  /** When a file was last written to, in milliseconds since 1970 and no later than now; now for anything that is not a file. */
  writtenAt(path: string | undefined): Promise<number>;
  /** Milliseconds since 1970. */
  now(): number;
  /** A folder of the settings as a path; `base` is the folder that relative ones start from. */
  resolveFolder(folder: string, base: string | undefined): string;
  /** A path for people: relative to the folder that contains it. */
  displayPath(file: string, folders: readonly string[]): string;
}
