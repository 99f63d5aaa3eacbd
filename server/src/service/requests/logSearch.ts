import type { EngineSetting } from '../engines/engineSettings.ts';
import type { ProxySettings } from '../engines/proxySettings.ts';
import type { FoundRecord } from './foundRecord.ts';
import type { Problem } from '../../shared/problem.ts';
import type { ZoneOf } from '../logs/times/assumedZones.ts';
import type { LogRecogniser } from '../logs/logRecogniser.ts';

/** A document that is open in an editor: its content there is searched, not the file on disk. */
export interface OpenDocument {
  readonly uri: string;
  /** Its place on disk; absent when it is not on disk. */
  readonly path?: string;
  readonly text: string;
}

/** A log that comes as it is read, such as standard input. */
export interface LogStream {
  /** For people. */
  readonly name: string;
  /** Asked for once. */
  readonly chunks: () => AsyncIterable<Buffer>;
}

/** A log engine, and the access to it. */
export interface EngineUse {
  readonly setting: EngineSetting;
  /** The header of that name; absent: it needs no header. */
  readonly authorization?: string;
  /** The proxy that the editor is set to use; absent: the environment decides. */
  readonly proxy?: ProxySettings;
  /** Called when it does not answer for lack of credentials, or of the right ones. */
  readonly onRefused?: () => void;
}

/** A record of a log engine with its neighbours before and after. */
export interface EngineContext {
  readonly text: string;
  /** Line of the text that the record begins at, from 1. */
  readonly line: number;
}

/** The progress of a running search. Numbers are totals so far, records are new. */
export interface LogSearchProgress {
  readonly files: number;
  readonly bytes: number;
  readonly records: readonly FoundRecord[];
}

export interface LogSearchRequest {
  /** One or many, without empty ones: all are found in one pass. */
  readonly requestIds: readonly string[];
  /** Absolute paths of folders, or of files, which are searched under any name. */
  readonly roots: readonly string[];
  /** Those of them that the user named: where one consists of links only, such as `/var/log/containers`, they are followed. */
  readonly namedRoots?: readonly string[];
  readonly openDocuments: readonly OpenDocument[];
  readonly streams?: readonly LogStream[];
  /** Further globs of log files, beside `*.log` and the like. */
  readonly globs: readonly string[];
  /** Leaves files out of the folders, even if the globs include them. @param path absolute, or relative to one of the roots */
  readonly leavesOut?: (path: string) => boolean;
  /** Log engines that are asked at the same time. */
  readonly engines?: readonly EngineUse[];
  /** Asked for once the search runs, so that loading it costs no waiting. The same one every time. */
  readonly recogniser: () => Promise<LogRecogniser>;
  /** Records before this time are left out, in milliseconds since 1970; those without a time are not. */
  readonly since?: number | undefined;
  /** Records from this time on are left out. */
  readonly until?: number | undefined;
  /** The most that are kept of each id: of more the first, the last and those that failed. */
  readonly maxRecords: number;
  /** Milliseconds since 1970: gives the year of times that have no year. */
  readonly now: number;
  /** The zone of a log's times that have none; absent: UTC for all. */
  readonly zoneOf?: ZoneOf;
  /** How a path is shown to people; absent: as it is. */
  readonly displayPath?: (path: string) => string;
  readonly signal: AbortSignal;
  /** Called with the names of the log engines that still work, at the beginning and whenever one has ended. */
  readonly onWaiting?: (engines: readonly string[]) => void;
  readonly onProgress?: (progress: LogSearchProgress) => void;
}

/** The findings for one id. */
export interface FoundRequest {
  readonly requestId: string;
  /** How many were found, until the search for the id ended. */
  readonly total: number;
  /** Of more than are kept the first, the last and those that failed. In the order found: mostly those of the file last written to first. */
  readonly records: readonly FoundRecord[];
  /** There is more than was kept. */
  readonly truncated: boolean;
  /** How many records were left out by their times. */
  readonly outside: number;
}

export interface LogSearchResult {
  /** One for each id that was looked for, in their order. */
  readonly found: readonly FoundRequest[];
  readonly files: number;
  readonly bytes: number;
  /** How many files of the folders were left out, since by their names they are no logs. */
  readonly otherFiles: number;
  /** Files and engines that could not be searched, or not to their end. */
  readonly skipped: readonly Problem[];
  /** The signal ended the search: the result is only a part. */
  readonly cancelled: boolean;
}

/** Whole lines around a place in a file. */
export interface Excerpt {
  readonly text: string;
  /** Line that the text begins with, from 1. */
  readonly firstLine: number;
}
