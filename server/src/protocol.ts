/**
 * The custom part of the protocol between this server and its clients.
 * The only server file that the client imports: types and method names, no code.
 */

/** What a client may pass at start; everything is optional, so that any LSP client works. */
export interface InitializationOptions {
  /** The ripgrep executable of the editor. */
  readonly ripgrepPath?: string;
  /** A folder for caches; absent: nothing is kept on disk. */
  readonly cachePath?: string;
  /** The client understands `command:` links to this extension's commands in Markdown. */
  readonly commandLinks?: boolean;
  /** Version of the package, for the answer to `initialize`. */
  readonly version?: string;
  /** False in restricted mode: settings that could read outside the workspace do not apply. */
  readonly trusted?: boolean;
  /** Settings, in the shape of the `apiErrorCodes` section, for clients without `workspace/configuration`. */
  readonly settings?: unknown;
  /** Translations, `l10n/bundle.l10n.*.json` read by the client. */
  readonly translations?: Readonly<Record<string, string>>;
}

/** Request: finds every log record that holds a request id. Reports `LookupProgress` under `progressToken` while it runs. */
export const lookupMethod = 'apiErrorCodes/lookup';

export interface LookupParams {
  readonly requestId: string;
  readonly progressToken?: string | number;
  /** Open documents that hold the id and that the server may not know: of any language, scheme and state. */
  readonly documents?: readonly LookupDocument[];
  /** False in restricted mode: folders outside the workspace are not searched. Absent: as at start. */
  readonly trusted?: boolean;
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

/** One log record that holds the id. */
export interface LookupRecord {
  /** `editor` (an open document), `file` or the name of a log engine. */
  readonly source: string;
  /** Address of the document; absent when the record has none. */
  readonly uri?: string;
  /** For people: relative to the workspace where that is shorter. */
  readonly file: string;
  /** Line where the id stands, from 1. */
  readonly line: number;
  /** Bytes from the start of the uncompressed file to the id, for an excerpt. */
  readonly offset?: number;
  /** ISO 8601 in UTC with milliseconds; null when the record has no time. */
  readonly time: string | null;
  /** The record gave its time without a zone; it was read as UTC. */
  readonly timeAssumed: boolean;
  /** Milliseconds since the record before it; null for the first, without a time, and in progress reports. */
  readonly gapMs: number | null;
  readonly level: string | null;
  readonly status: number | null;
  readonly code: string | null;
  /** Documented cause of the code; null when there is no code. */
  readonly cause: string | null;
  /** What the record says, on one line, cut to a bounded length. */
  readonly message: string;
  /** The record's text, cut to a bounded length. */
  readonly text: string;
  /** The editor cannot open the file at the line (compressed or too large). */
  readonly excerpt: boolean;
}

export interface LookupResult {
  readonly requestId: string;
  /** By time; records without a time keep their place after their predecessor in the file. */
  readonly records: readonly LookupRecord[];
  /** Milliseconds from the first record to the last; null with fewer than two times. */
  readonly durationMs: number | null;
  /** The error code that the request ended with; null when no record has one. */
  readonly code: string | null;
  /** `sources` are folders and open editors, for people. */
  readonly searched: { readonly files: number; readonly bytes: number; readonly sources: readonly string[] };
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  /** More was found than is kept. */
  readonly truncated: boolean;
  /** Records that hold the id only as a part of a longer one, while others hold it by itself: they are left out. */
  readonly leftOut: number;
  /** The support report, redacted, as Markdown. */
  readonly report: string;
  /** What was taken out of the report, by kind. */
  readonly redacted: readonly { readonly kind: string; readonly count: number }[];
}

/** Request: what logs hold, as a page. Reports `SummariseLogProgress` under `progressToken` while it runs. */
export const summariseLogMethod = 'apiErrorCodes/summariseLog';

export interface SummariseLogParams {
  /** What the page is about, for people. */
  readonly title: string;
  /** Addresses of files on disk. */
  readonly uris: readonly string[];
  /** Logs that the editor holds: they are read as they stand there. */
  readonly documents: readonly LookupDocument[];
  /** Where the page's script is, and what its policy knows script and style by. */
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

/** Request: the text around a record in a file that the editor cannot open itself. */
export const excerptMethod = 'apiErrorCodes/excerpt';

export interface ExcerptParams {
  readonly uri: string;
  /** Bytes from the start of the uncompressed file. */
  readonly offset: number;
  /** Line of that place, from 1. */
  readonly line: number;
}

export interface ExcerptResult {
  readonly text: string;
  /** Line of the file that the text begins with, from 1. */
  readonly firstLine: number;
}

/** Request: an explanation of a code as Markdown, or the list of all codes to choose from. */
export const explainMethod = 'apiErrorCodes/explain';

export interface ExplainParams {
  /** Absent: list every code. */
  readonly code?: string;
}

export interface ExplainResult {
  readonly codes: readonly {
    readonly code: string;
    readonly status: string;
    readonly cause: string;
    readonly catalogue: string;
  }[];
  /** Markdown; absent when no code was asked for or it is in no catalogue. */
  readonly markdown?: string;
}

/** Command of the client that code lenses call: an address, a position, and the places to list. */
export const showPlacesCommand = 'apiErrorCodes.showPlaces';

/** Request: which codes of which catalogues the workspace handles where. */
export const coverageMethod = 'apiErrorCodes/coverage';

export interface CoverageParams {
  /** Waits until the whole workspace has been read; else the answer is what is known by now. */
  readonly wait?: boolean;
  /** Reads the whole workspace again first. */
  readonly refresh?: boolean;
}

export interface CoverageResult {
  /** Everything has been read once. */
  readonly complete: boolean;
  /** Those whose APIs show in the workspace, and the user's own. */
  readonly catalogues: readonly CatalogueCoverageItem[];
}

export interface CatalogueCoverageItem {
  readonly id: string;
  /** With names of folders where several catalogues have the same id. */
  readonly title: string;
  /** Codes that some place handles, of `total` that the documentation lists. */
  readonly handled: number;
  readonly total: number;
  /** Titles of groups by id. */
  readonly groups: Readonly<Record<string, string>>;
  /** Codes that sites without a default leave out, and how many such sites there are. */
  readonly unhandledAtSites: number;
  readonly openSites: number;
  readonly codes: readonly CodeCoverageItem[];
  /** The same as a Markdown table. */
  readonly markdown: string;
}

export interface CodeCoverageItem {
  readonly code: string;
  /** `402`, `400 or 404`; empty when the catalogue gives none. */
  readonly status: string;
  readonly groups: readonly string[];
  readonly cause: string;
  readonly retired: boolean;
  /** Handling places first, then places that only compare or name the code. */
  readonly places: readonly PlaceItem[];
}

export interface PlaceItem {
  readonly uri: string;
  /** From 0, as LSP counts them. */
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly role: 'handled' | 'compared' | 'named';
}

/** Notification from the server: an answer to `apiErrorCodes/coverage` may be another one now. */
export const coverageChangedMethod = 'apiErrorCodes/coverageChanged';

/** Request: reads documents as a catalogue, for a preview and for saving it. */
export const readCatalogueMethod = 'apiErrorCodes/readCatalogue';

export interface ReadCatalogueParams {
  /** An address alone is read from disk or from the open document; `text` goes before. Several make one catalogue. */
  readonly documents: readonly { readonly uri?: string; readonly text?: string }[];
  readonly id?: string;
  readonly title?: string;
  readonly docs?: string;
  readonly hosts?: readonly string[];
  readonly names?: readonly string[];
  /** Codes that are left out of the catalogue's text. */
  readonly leaveOut?: readonly string[];
}

export interface ReadCatalogueResult {
  readonly id: string;
  readonly title: string;
  readonly hosts: readonly string[];
  readonly codes: readonly {
    readonly code: string;
    /** `402`, `400 or 404`; empty when the document gives none. */
    readonly status: string;
    readonly cause: string;
    /** What is doubtful about the entry, each a sentence. */
    readonly doubts: readonly string[];
  }[];
  /** What was not read, each a sentence that begins with the document's name and line. */
  readonly notes: readonly string[];
  /** `31 codes from 2 tables`. */
  readonly summary: string;
  /** The catalogue file, YAML; empty when no code was found. */
  readonly text: string;
}

/** Request: what a click in a line of a terminal could be about. */
export const terminalLinksMethod = 'apiErrorCodes/terminalLinks';

export interface TerminalLinksParams {
  readonly line: string;
}

export interface TerminalLinksResult {
  readonly links: readonly TerminalLinkItem[];
}

export interface TerminalLinkItem {
  readonly kind: 'requestId' | 'code';
  readonly value: string;
  /** Where it stands in the line, in UTF-16 code units. */
  readonly start: number;
  readonly length: number;
  /** What a click does. */
  readonly tooltip: string;
}

/** Request: where the workspace handles a code, of whichever catalogue. */
export const handlersOfMethod = 'apiErrorCodes/handlersOf';

export interface HandlersOfParams {
  readonly code: string;
}

export interface HandlersOfResult {
  /** Each place once, by file and line; at most 200. */
  readonly places: readonly Pick<PlaceItem, 'uri' | 'range'>[];
}

/** Notification from the server: what the status item shows. */
export const statusMethod = 'apiErrorCodes/status';

export interface StatusParams {
  readonly catalogues: readonly { readonly title: string; readonly codes: number }[];
  /** Limits reached and things skipped, each one sentence. */
  readonly notices: readonly string[];
}
