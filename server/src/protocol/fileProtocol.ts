/**
 * Requests of a server that runs in a browser: it has no disk, so the editor reads files for it. The messages pass between
 * threads as they are, bytes included. Addresses are texts.
 */

/** Request: the bytes of a file. */
export const readFileMethod = 'apiErrorCodes/readFile';

export interface ReadFileParams {
  readonly uri: string;
  /** Bytes: a larger file is not read. */
  readonly most: number;
}

/** The bytes, or why there are none: `missing` and `large`, else the editor's own words. */
export type ReadFileResult = { readonly bytes: Uint8Array } | { readonly problem: string };

/** Request: the files below a folder, without those of `node_modules` and `.git`. */
export const listFilesMethod = 'apiErrorCodes/listFiles';

export interface ListFilesParams {
  readonly folder: string;
  /** The most files. */
  readonly most: number;
}

export interface ListFilesResult {
  readonly files: readonly string[];
  /** Why those may not be all. */
  readonly problem?: string;
}
