import type { DescribedRecord } from '../service/requests/lookup.ts';
import type { EngineOrigin, FoundRecord } from '../service/requests/foundRecord.ts';
import type { RelatedId } from '../service/requests/relatedIds.ts';
import type { Problem } from '../shared/problem.ts';
import type { TimeWindow } from '../shared/timeWindow.ts';

export type { EngineOrigin };
export type { EngineContext as EngineContextResult, Excerpt as ExcerptResult } from '../service/requests/logSearch.ts';

/** The custom part of the protocol that is about logs: types and method names, no code. */

/** Request: finds every log record that holds a request id. Reports `LookupProgress` under `progressToken` while it runs. */
export const lookupMethod = 'apiErrorCodes/lookup';

export interface LookupParams {
  readonly requestId: string;
  readonly progressToken?: string | number;
  /** Records that share another id with those found are taken in as well. */
  readonly related?: boolean;
  /** Open documents that contain the id and that the server may not know: of any language, scheme and state. */
  readonly documents?: readonly LookupDocument[];
  /** False in restricted mode: folders outside the workspace and log engines are not searched. Absent: as at start. */
  readonly trusted?: boolean;
  /** Records of other times are left out; absent: none. */
  readonly window?: TimeWindow;
  /** Credentials for log engines, by the address that the user confirmed: they are sent to no other. */
  readonly credentials?: readonly EngineCredentials[];
}

export interface EngineCredentials {
  /** As the server names it, in {@link LogEngineItem}. */
  readonly address: string;
  /** The header of that name. */
  readonly authorization: string;
}

/** Request: the log engines of the user's settings that take credentials as a header. */
export const logEnginesMethod = 'apiErrorCodes/logEngines';

export interface LogEngineItem {
  readonly name: string;
  /** Its product: `Grafana Loki`. */
  readonly title: string;
  /** Its credentials are an API key and an application key. */
  readonly hasTwoKeys: boolean;
  /** Where it is asked, with `https:` or `http:` and without a slash at the end. */
  readonly address: string;
}

/** A document as the editor holds it. */
export interface LookupDocument {
  readonly uri: string;
  readonly text: string;
}

/** Sent as `$/progress` under the token of the request. */
export interface LookupProgress {
  /** Totals so far. */
  readonly files: number;
  readonly bytes: number;
  /** Records found since the last report, in no order. */
  readonly records: readonly LookupRecord[];
}

/** One log record that holds the id. Its text is cut to a bounded length. */
export interface LookupRecord extends DescribedRecord, Pick<FoundRecord, 'uri' | 'offset' | 'origin' | 'excerpt'> {
  /** Milliseconds since the record before it; null for the first, without a time, and in progress reports. */
  readonly gapMs: number | null;
  /** Documented cause of the code; null when there is no code. */
  readonly cause: string | null;
  /** The record's message, on one line, cut to a bounded length. */
  readonly message: string;
}

export interface LookupResult {
  readonly requestId: string;
  /** By time; records without a time keep their place after their predecessor in the file. */
  readonly records: readonly LookupRecord[];
  /** Milliseconds from the first record to the last; null with fewer than two times. */
  readonly durationMs: number | null;
  /** The error code that the request ended with; null when no record has one. */
  readonly code: string | null;
  /** `sources` are folders and log engines, for people. */
  readonly searched: {
    readonly files: number;
    readonly bytes: number;
    /** Files of the folders that were left out, since by their names they are no logs. */
    readonly otherFiles: number;
    readonly sources: readonly string[];
  };
  readonly skipped: readonly Problem[];
  /** Names of log engines that did not answer for lack of credentials, or of the right ones. */
  readonly refused: readonly string[];
  /** More was found than is kept. */
  readonly truncated: boolean;
  /** Records outside of the time window: they are left out. */
  readonly outside: number;
  /** Records that hold the id only as a part of a longer one, while others hold it by itself: they are left out. */
  readonly leftOut: number;
  /** Further ids in the records, by which others are found. */
  readonly related: readonly RelatedId[];
  /** The support report, redacted, as Markdown. */
  readonly report: string;
  /** The parts taken out of the report, by kind. */
  readonly redacted: readonly { readonly kind: string; readonly count: number }[];
  /** The client cancelled the search: the answer is the part that was found until then. */
  readonly cancelled: boolean;
}

/** Request: a summary of logs, as a page. Reports `SummariseLogProgress` under `progressToken` while it runs. */
export const summariseLogMethod = 'apiErrorCodes/summariseLog';

export interface SummariseLogParams {
  /** The subject of the page, for people. */
  readonly title: string;
  /** Addresses of files on disk. */
  readonly uris: readonly string[];
  /** Logs in the editor: their texts are read as they are there. */
  readonly documents: readonly LookupDocument[];
  /** The address of the page's script, and the nonce by which its policy allows script and style. */
  readonly page: { readonly script: string; readonly nonce: string };
  readonly progressToken?: string | number;
}

/** Sent as `$/progress` under the token of the request. */
export interface SummariseLogProgress {
  readonly bytes: number;
  readonly records: number;
}

export interface SummariseLogResult {
  readonly html: string;
}

/** Request: the summary of the workspace's logs for an assistant, as Markdown without keys, tokens and addresses. */
export const assistantSummaryMethod = 'apiErrorCodes/assistantSummary';

export interface AssistantSummaryParams {
  readonly window?: TimeWindow;
}

export interface AssistantSummaryResult {
  readonly markdown: string;
}

/** Request: the lines before and after a record of a log engine; null when they cannot be had. */
export const engineContextMethod = 'apiErrorCodes/engineContext';

export interface EngineContextParams extends EngineOrigin {
  /** Its name in the settings. */
  readonly engine: string;
  /** The record's text, or a part of it: distinguishes it from other records of its time. */
  readonly text: string;
  /** False in restricted mode: it is not asked. Absent: as at start. */
  readonly trusted?: boolean;
  readonly credentials?: readonly EngineCredentials[];
}

/** Request: the text around a record in a file that the editor cannot open itself. */
export const excerptMethod = 'apiErrorCodes/excerpt';

export interface ExcerptParams {
  readonly uri: string;
  /** Bytes from the start of the uncompressed file. */
  readonly offset: number;
  /** Line of that place, from 1. */
  readonly line: number;
}
