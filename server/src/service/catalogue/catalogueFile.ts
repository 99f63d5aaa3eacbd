import type { Retry, StatusPattern } from '../types.ts';

/** A catalogue file as its JSON Schema (`server/data/error-codes.schema.json`) describes it, after validation. */
export interface CatalogueFile {
  readonly id: string;
  readonly title: string;
  readonly docs?: string;
  readonly detect?: {
    readonly hosts?: readonly string[];
    readonly names?: readonly string[];
    readonly keyPrefixes?: readonly string[];
    readonly modules?: readonly string[];
  };
  readonly requestId?: { readonly fields?: readonly string[]; readonly headers?: readonly string[]; readonly pattern?: string };
  readonly secrets?: readonly { readonly name: string; readonly pattern: string }[];
  readonly groups?: Readonly<Record<string, string>>;
  readonly codes: readonly CatalogueFileCode[];
  readonly open?: boolean;
  readonly classes?: readonly CatalogueFileClass[];
  readonly operations?: Readonly<Record<string, CatalogueFileOperation>>;
}

export interface CatalogueFileClass {
  readonly name: string;
  readonly in?: Readonly<Record<string, readonly string[]>>;
  readonly extends?: string;
  readonly codes?: readonly (string | number)[];
  readonly status?: StatusPattern | readonly StatusPattern[];
  readonly cause?: string;
  readonly retry?: Retry;
}

export interface CatalogueFileOperation {
  readonly names?: readonly string[];
  readonly codes: readonly (string | number)[];
}

export interface CatalogueFileCode {
  readonly code: string | number;
  readonly name?: string;
  readonly status?: StatusPattern | readonly StatusPattern[];
  readonly cause: string;
  readonly remedy?: string;
  readonly retry?: Retry;
  readonly groups?: readonly string[];
  readonly docs?: string;
  readonly unique?: boolean;
  readonly retired?: boolean;
  readonly replacedBy?: readonly string[];
  readonly formerStatus?: StatusPattern | readonly StatusPattern[];
  readonly source?: string;
  readonly inferred?: readonly string[];
}

/** Something wrong in a catalogue's file. Line and column from 0. */
export interface CatalogueProblem {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}
