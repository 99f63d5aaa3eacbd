/**
 * The vocabulary of the service: the types that all its other files use. Offsets are UTF-16 code units from 0, as LSP and
 * JavaScript strings count them.
 */

/** A half-open stretch of a document, in UTF-16 code units from 0. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Lines and characters from 0, as LSP counts them. */
export interface TextRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** The severities of LSP by name, most severe first; `off` reports nothing. */
export const severityOrder = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severityOrder)[number];
export type SeveritySetting = Severity | 'off' | 'default';

/** An HTTP status as a catalogue gives it: one number, or a class such as `4xx`. */
export type StatusPattern = number | '1xx' | '2xx' | '3xx' | '4xx' | '5xx';

/** Whether sending the same request again can help. Guidance unless it is from the documentation. */
export type Retry = 'never' | 'afterChange' | 'backoff';

/** The place of an entry in its catalogue file: line and column from 0. */
export interface SourceLocation {
  readonly line: number;
  readonly column: number;
  /** The document, where a catalogue was read out of several; absent: `Catalogue.uri`. */
  readonly uri?: string;
}

/** One documented error code. An absent optional field is not in the catalogue. */
export interface ErrorCode {
  readonly code: string;
  /** The catalogue gives it as a number. */
  readonly numeric?: boolean;
  /** The name in programs of a code that is a number. */
  readonly name?: string;
  /** Empty when the catalogue gives no status. */
  readonly statuses: readonly StatusPattern[];
  readonly cause: string;
  readonly remedy?: string;
  readonly retry?: Retry;
  readonly groups: readonly string[];
  readonly docs?: string;
  /** Found in no other system's vocabulary: proves the API by itself. */
  readonly unique: boolean;
  /** The documentation no longer lists it. */
  readonly retired: boolean;
  readonly replacedBy: readonly string[];
  readonly formerStatus: readonly StatusPattern[];
  /** Where the entry was read, when it was not a plain listing. */
  readonly source?: string;
  /** Fields that the documentation does not state itself. */
  readonly inferred: readonly string[];
  readonly location?: SourceLocation;
}

/** An exception or error class, or a constant, in which SDKs of an API hand its errors over. */
export interface ErrorClass {
  /** As the SDK's documentation writes it: `RateLimitError`, `pgerrcode.UniqueViolation`. */
  readonly name: string;
  /** The modules that it comes from, by LSP language identifier; empty: it counts wherever the API shows. */
  readonly modules: ReadonlyMap<string, readonly string[]>;
  /** The name of its superclass. */
  readonly extends?: string;
  /** The codes that it covers, besides those of its statuses and subclasses. */
  readonly codes: readonly string[];
  readonly statuses: readonly StatusPattern[];
  readonly cause?: string;
  readonly retry?: Retry;
}

/** An operation of an API: how code and documentation call it, and the codes that it can answer with. */
export interface Operation {
  readonly names: readonly string[];
  readonly codes: readonly string[];
}

/** How text shows that a file or project talks to an API. */
export interface Detect {
  readonly hosts: readonly string[];
  readonly names: readonly string[];
  readonly keyPrefixes: readonly string[];
  /** Modules and packages, where a statement imports them or a manifest lists them; the same word elsewhere is no sign. */
  readonly modules: readonly string[];
}

export interface RequestIdShape {
  readonly fields: readonly string[];
  readonly headers: readonly string[];
  /** RE2 syntax; absent: a UUID. */
  readonly pattern?: string;
}

/** The shape of a credential that must not be in source code. */
export interface SecretShape {
  readonly name: string;
  /** RE2 syntax. It comes from outside: run it only through `createBoundedPattern`. */
  readonly pattern: string;
}

/** One API's error codes. */
export interface Catalogue {
  readonly id: string;
  readonly title: string;
  readonly docs?: string;
  readonly detect: Detect;
  readonly requestId: RequestIdShape;
  readonly secrets: readonly SecretShape[];
  /** id to title. */
  readonly groups: ReadonlyMap<string, string>;
  /** By code, in the order of the catalogue. */
  readonly codes: ReadonlyMap<string, ErrorCode>;
  readonly classes: readonly ErrorClass[];
  /** By the name that the documentation gives them. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** The API has too many codes, or adds them too often, for code to handle them all. */
  readonly open: boolean;
  readonly builtin: boolean;
  /** Globs of the files that talk to the API, according to the link to the catalogue; absent: wherever the API shows. */
  readonly files?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
  /** The file that `ErrorCode.location` refers to; absent when there is no file to open. */
  readonly uri?: string;
}

/** A code together with the catalogue that defines it. */
export interface CatalogueEntry {
  readonly catalogue: Catalogue;
  readonly entry: ErrorCode;
}

/** A vocabulary that many systems share, such as gRPC's codes. It competes for sites and reports nothing. */
export interface Vocabulary {
  readonly id: string;
  readonly title: string;
  /** Module names, import paths or hosts that show it in a file. */
  readonly detect: readonly string[];
  readonly codes: ReadonlySet<string>;
}

/** How strong the evidence is that a site handles a catalogue's codes, weakest first. */
export const evidenceLevels = ['weak', 'joint', 'workspace', 'file', 'unique', 'declared'] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

/** The text in a file or workspace that shows an API, for the sentence that explains why. */
export interface Shown {
  readonly by: 'host' | 'name' | 'keyPrefix' | 'code' | 'setting' | 'catalogue' | 'class';
  readonly text: string;
}

/** Which catalogues' APIs show somewhere, by catalogue id. Absence means that nothing shows that one. */
export type Evidence = ReadonlyMap<string, Shown>;

/** A label of an arm: a code, or a name for it. */
export interface Label {
  /** The code, resolved through constants; undefined when it could not be resolved. */
  readonly value: string | undefined;
  /** The value without quotes, or the whole expression. */
  readonly span: Span;
  readonly whole: Span;
  /** The expression as it is written. */
  readonly text: string;
  /** `class`: a class of errors, of a catalogue or not. */
  readonly form: 'string' | 'number' | 'constant' | 'key' | 'class';
  /** The class of a catalogue that it names. */
  readonly errorClass?: LabelClass;
}

/** A class of a catalogue, as the label of an arm. */
export interface LabelClass {
  /** Catalogue id. */
  readonly catalogue: string;
  readonly name: string;
  /** The codes that it covers; empty: not known. */
  readonly codes: ReadonlySet<string>;
  /** It takes every error of its API. */
  readonly isBase: boolean;
}

/** One branch of a site: the codes that lead to it, and its place. */
export interface Arm {
  readonly labels: readonly Label[];
  readonly span: Span;
  readonly body: Span;
  /** A further condition must be true: the codes count as handled, a repeat is no duplicate. */
  readonly guarded: boolean;
  /** Status numbers that this arm's own condition allows. */
  readonly statuses?: StatusSet;
  /** Its body asks for the same request again, or says so. */
  readonly retries?: boolean;
}

/** Sorted, disjoint, inclusive ranges of HTTP status numbers. */
export type StatusSet = readonly (readonly [number, number])[];

export type SiteKind = 'switch' | 'chain' | 'table' | 'catch';

/** The expression that a site decides on. */
export interface Subject {
  readonly text: string;
  readonly span: Span;
  /** `code`: reads like an error code; `capped`: reads like something else (state, type); `neutral`: neither. */
  readonly reads: 'code' | 'capped' | 'neutral';
}

/** A place where code decides by error code, in any language. */
export interface HandlingSite {
  readonly kind: SiteKind;
  readonly span: Span;
  /** The part that a diagnostic underlines. */
  readonly head: Span;
  readonly subject: Subject | undefined;
  readonly arms: readonly Arm[];
  /** The default or else arm; for early returns the code after them. */
  readonly otherwise: Span | undefined;
  /** The default arm only asserts that nothing is left: `assertNever(code)`. */
  readonly assertsNothingLeft?: boolean;
  /** There is no default, and every arm leaves: all other codes go on to the code after it. */
  readonly goesOn?: boolean;
  /** Codes that an earlier or enclosing branch has taken care of. */
  readonly takenBefore: ReadonlySet<string>;
  /** The only codes that can arrive here, when an enclosing branch limits them. */
  readonly onlyCodes: ReadonlySet<string> | undefined;
  /** The only statuses that can arrive here, when an enclosing branch limits them. */
  readonly statuses: StatusSet | undefined;
  /** Further labels come from a place that cannot be read (a spread, an unresolved constant): no code can be called missing. */
  readonly open: boolean;
}

export const ruleIds = [
  'unhandled-code',
  'unknown-code',
  'retired-code',
  'duplicate-code',
  'wrong-status',
  'pointless-retry',
  'exposed-key',
  'unused-directive',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** A finding of a rule. `data` travels to the code action and is all that a fix needs to find its place again. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  /** Catalogue id. */
  readonly catalogue?: string;
  readonly codes: readonly string[];
  /** The names of the classes that a place for classes leaves out. */
  readonly classes?: readonly string[];
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  readonly deprecated?: boolean;
  readonly unnecessary?: boolean;
  readonly data: FindingData;
}

export interface FindingData {
  readonly rule: RuleId;
  readonly catalogue?: string;
  readonly codes: readonly string[];
  readonly classes?: readonly string[];
  /** Replacements that are proposed, best first. */
  readonly replacements?: readonly string[];
}
