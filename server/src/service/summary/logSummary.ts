import type { Problem } from '../../shared/problem.ts';

/** How often something occurs in a log. */
export interface NamedCount {
  readonly name: string;
  readonly count: number;
}

/** An error code of a catalogue in a log. */
export interface SummarisedCode {
  readonly code: string;
  /** Records that report it. */
  readonly count: number;
  /** `402`, `400 or 404`; empty when the catalogue gives no status. */
  readonly status: string;
  readonly cause: string;
  /** Titles of the catalogues that define it. */
  readonly catalogues: readonly string[];
}

/** A request of a log, by its id. Times are ISO 8601 in UTC; null where its records have no times. */
export interface SummarisedRequest {
  readonly requestId: string;
  readonly first: string | null;
  readonly last: string | null;
  /** From its first record to its last, or what one of them says that it took, where that is longer. */
  readonly durationMs: number;
  readonly records: number;
  /** `POST /v1/thumbnails`; null when it is in no record. */
  readonly request: string | null;
  /** The last code that its records report, also one that no catalogue has; null when they report no code. */
  readonly code: string | null;
  readonly status: number | null;
}

/** Codes over time: how many records report which code in which step. */
export interface CodesOverTime {
  /** Length of a step in milliseconds. */
  readonly stepMs: number;
  /** Beginning of the first step, ISO 8601 in UTC; null when no record with a code has a time. */
  readonly start: string | null;
  /** The most frequent codes; `code` is null for all others together. Each has a count for each step, from the first on. */
  readonly series: readonly { readonly code: string | null; readonly counts: readonly number[] }[];
}

/** The content of logs, as numbers. */
export interface LogSummary {
  readonly files: number;
  /** Uncompressed. */
  readonly bytes: number;
  readonly records: number;
  /** Records without a time. */
  readonly untimed: number;
  /** Records that a given time range left out. */
  readonly leftOut: number;
  /** The times of the earliest and the latest record, ISO 8601 in UTC; null when no record has a time. */
  readonly first: string | null;
  readonly last: string | null;
  /** Some times had no zone. */
  readonly zoneAssumed: boolean;
  /** The zones that such times were read in: UTC, and those that the user named. */
  readonly assumedZones: readonly string[];
  /** Ids of formats, most frequent first. */
  readonly formats: readonly NamedCount[];
  /** Most severe first; `none` last. */
  readonly levels: readonly NamedCount[];
  /** Most frequent first. */
  readonly codes: readonly SummarisedCode[];
  readonly overTime: CodesOverTime;
  /** Longest first. */
  readonly slowest: readonly SummarisedRequest[];
  /** The requests that fail, the last one first. */
  readonly failing: readonly SummarisedRequest[];
  /** How many requests there are, and how many of them fail: the last record with a result has a status of 400 or more, an error's level, or a code. */
  readonly requests: number;
  readonly failed: number;
  /** Values of `code` and the like that look like error codes and are in no catalogue, most frequent first. */
  readonly unknown: readonly NamedCount[];
  /** Limits that were reached, each one sentence. */
  readonly limits: readonly string[];
  readonly skipped: readonly Problem[];
  /** Only a part was read. */
  readonly cancelled: boolean;
}
