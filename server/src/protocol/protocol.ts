import type { CatalogueNames } from '../service/settings/catalogueLink.ts';
import type { FilePlace } from '../service/workspace/coverage.ts';

/**
 * The custom part of the protocol between this server and its clients.
 * The client imports only this file of the server, and lookupProtocol.ts for logs: types and method names, no code.
 */

/** The options that a client may pass at start; everything is optional, so that any LSP client works. */
export interface InitializationOptions {
  /** The ripgrep executable of the editor. */
  readonly ripgrepPath?: string;
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

/** Request: an explanation of a code as Markdown, or a list of codes to choose from. */
export const explainMethod = 'apiErrorCodes/explain';

export interface ExplainParams {
  /** Absent: lists the codes of the APIs that show. */
  readonly code?: string;
  /** Where the cursor is; the code there is the answer's `at`. */
  readonly cursor?: { readonly uri: string; readonly position: PlaceItem['range']['start'] };
}

export interface ExplainResult {
  readonly codes: readonly {
    readonly code: string;
    readonly status: string;
    readonly cause: string;
    readonly catalogue: string;
  }[];
  /** The code at the cursor. */
  readonly at?: string;
  /** Markdown; absent when no code was asked for or it is in no catalogue. */
  readonly markdown?: string;
}

/** Command of the client that code lenses call: an address, a position, and the places to list. */
export const showPlacesCommand = 'apiErrorCodes.showPlaces';

/** Command of the client that the lines over sites call: an address and a position. */
export const showSiteCodesCommand = 'apiErrorCodes.showSiteCodes';

/** Request: the codes of a site, or the case for one of them. */
export const siteCodesMethod = 'apiErrorCodes/siteCodes';

export interface SiteCodesParams {
  readonly uri: string;
  /** Anywhere in the site. */
  readonly position: PlaceItem['range']['start'];
  /** A missing code: asks for the edits that add its case. */
  readonly add?: string;
}

export interface SiteCodesResult {
  /** Missing ones first; empty where there is no site. */
  readonly codes: readonly {
    readonly code: string;
    readonly status: string;
    readonly cause: string;
    readonly state: 'missing' | 'stub' | 'handled';
    /** Its label. */
    readonly range?: PlaceItem['range'];
  }[];
  /** For the document's text of `version`; empty where no case can be added. */
  readonly edits?: readonly PlaceEdit[];
  readonly version?: number;
}

export interface PlaceEdit {
  readonly range: PlaceItem['range'];
  readonly newText: string;
}

/** Command of the client behind links in hovers: a code, a role of places and the id of a catalogue. */
export const showCodePlacesCommand = 'apiErrorCodes.showCodePlaces';

/** Command of the client that lets a user say where an API is not meant: an address, and the choices. */
export const notThisApiCommand = 'apiErrorCodes.notThisApi';

export interface NotThisApiChoice {
  readonly title: string;
  readonly edits: readonly PlaceEdit[];
  /** Instead of edits: it is not meant below the folder of the document. */
  readonly catalogue?: string;
}

/** Request: which codes of which catalogues the workspace handles where. */
export const coverageMethod = 'apiErrorCodes/coverage';

export interface CoverageParams {
  /** Waits until the whole workspace has been read; else answers with the mentions known so far. */
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
  /** How many codes are left out by places that a finding is about, each code once, and how many such places there are. */
  readonly leftOut: number;
  readonly openSites: number;
  /** Nothing asks that all of its codes be handled. */
  readonly open: boolean;
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
  /** Address of the page that documents it. */
  readonly docs?: string;
  /** Its entry in the catalogue. */
  readonly definition?: Pick<PlaceItem, 'uri' | 'range'>;
  /** Handling places first, then places that only compare or name the code. */
  readonly places: readonly PlaceItem[];
}

/** Ranges count from 0, as LSP does. */
export type PlaceItem = Pick<FilePlace, 'uri' | 'range' | 'role' | 'errorClass'>;

/** Notification from the server: an answer to `apiErrorCodes/coverage` may have changed. */
export const coverageChangedMethod = '$/apiErrorCodes/coverageChanged';

/** Request: reads documents as a catalogue, for a preview and for saving it. */
export const readCatalogueMethod = 'apiErrorCodes/readCatalogue';

export interface ReadCatalogueParams extends Omit<CatalogueNames, 'keyPrefixes'> {
  /** A document with only an address is read from disk or from the editor; `text` goes before. Several make one catalogue. */
  readonly documents: readonly { readonly uri?: string; readonly text?: string }[];
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
    /** The doubts about the entry, each a sentence. */
    readonly doubts: readonly string[];
  }[];
  /** The parts that were not read, each a sentence that begins with the document's name and line. */
  readonly notes: readonly string[];
  /** `31 codes from 2 tables`. */
  readonly summary: string;
  /** The catalogue file, YAML; empty when no code was found. */
  readonly text: string;
}

/** Request: the possible targets of a click in a line of a terminal. */
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
  /** Its start in the line, in UTF-16 code units. */
  readonly start: number;
  readonly length: number;
  /** Describes the effect of a click. */
  readonly tooltip: string;
}

/** Request: where the workspace handles a code, or uses it in a different way, of whichever catalogue. */
export const handlersOfMethod = 'apiErrorCodes/handlersOf';

export interface HandlersOfParams {
  readonly code: string;
  /** A role of places; absent: all that handle it, by itself or by its class. */
  readonly role?: string;
  /** Id of a catalogue; absent: of any. */
  readonly catalogue?: string;
}

export interface HandlersOfResult {
  /** Each place once, by file and line; at most 200. */
  readonly places: readonly Pick<PlaceItem, 'uri' | 'range'>[];
}

/** Request: lists the findings of all files of the workspace, of those that are not open as pushed diagnostics. */
export const checkWorkspaceMethod = 'apiErrorCodes/checkWorkspace';

export interface CheckWorkspaceResult {
  /** An API with known codes shows. */
  readonly shows: boolean;
  /** How many findings there are, without hints, and in how many files. */
  readonly findings: number;
  readonly files: number;
}

/** Notification from the server: the content of the status item. Clients ignore what begins with `$/` and they do not know. */
export const statusMethod = '$/apiErrorCodes/status';

export interface StatusParams {
  /** Those whose APIs show. */
  readonly catalogues: readonly { readonly title: string; readonly codes: number }[];
  /** Limits reached and things skipped, each one sentence. */
  readonly notices: readonly string[];
}
