import type { Tree } from 'web-tree-sitter';
import type { SourceLocation } from '../../types.ts';
import type { CatalogueFileCode } from '../catalogueFile.ts';

/** A document that a catalogue may be read out of. */
export interface SourceDocument {
  /** Its name or path with `/`; the ending determines the reader. */
  readonly name: string;
  readonly text: string;
}

/** Everything that a reader may ask for besides the document itself. */
export interface SourceHost {
  /** Reads a related file, given by its path relative to the document; a problem continues the sentence "the file …". */
  readRelated(path: string): Promise<{ readonly text: string } | { readonly problem: string }>;
  /** Gives way to other work; a reader of long documents calls it now and then. Absent: nothing else waits. */
  pause?(): Promise<void>;
  /**
   * Parses source code; the tree is the caller's to delete. Undefined when that takes too long. Rejects without the grammar.
   * Absent: source code cannot be read.
   */
  parse?(grammar: string, text: string): Promise<Tree | undefined>;
}

/** A code that was found, and where. One code may be found several times: the entries are merged afterwards. */
export interface FoundCode {
  /** `cause` is empty where the document describes no cause. `status` is absent where it gives no status. */
  readonly entry: CatalogueFileCode;
  readonly location: SourceLocation;
}

/** A part that was not read, or was read with a doubt. */
export interface SourceNote {
  /** From 0; undefined when it is about the whole document. */
  readonly line: number | undefined;
  /** A sentence that a person who wrote the document understands: `Table 3 has no code column.` */
  readonly message: string;
  /** `error`: the document, or a part of it, is broken; `information`: it is left out for a good reason. */
  readonly severity: 'error' | 'information';
}

/** The whole result of a reader. Without findings, it is an empty list of codes and a note with the reason. */
export interface SourceReading {
  readonly codes: readonly FoundCode[];
  /** The document's own title; absent when it has no title. */
  readonly title?: string;
  /** Hosts that the API answers at, according to the document. */
  readonly hosts: readonly string[];
  /** Titles of the groups that entries name, by id. */
  readonly groups: Readonly<Record<string, string>>;
  /** The origins of the codes, each a phrase: `2 tables`, `14 responses`. */
  readonly from: readonly string[];
  readonly notes: readonly SourceNote[];
}

/** A kind of document: one file in this folder, named in `sources.ts`. */
export interface CatalogueSource {
  readonly id: string;
  /** How people call such a document: `Markdown page`. */
  readonly title: string;
  /** Endings of file names, lower case, with the dot. */
  readonly endings: readonly string[];
  /** Whether a document whose ending fits is of this kind. Cheap; never throws. */
  accepts(document: SourceDocument): boolean;
  /** Never throws; bounded in time and memory on any text. */
  read(document: SourceDocument, host: SourceHost): Promise<SourceReading>;
}
