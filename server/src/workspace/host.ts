import type { SourceHost } from '../service/catalogue/sources/source.ts';
import type { ReadLong } from '../service/catalogue/longDocument.ts';
import type { ServiceModel } from '../service/catalogue/serviceModels.ts';
import type { Evidence } from '../service/types.ts';
import type { CatalogueSet } from '../service/catalogue/catalogueSet.ts';
import type { GrammarSource } from '../service/syntax/parserPool.ts';
import type { LookupHost } from './lookupHost.ts';

/** The platform's services for the server: Node's, or those of an editor in a browser. */
export interface Host extends CatalogueHost {
  readonly grammars: GrammarSource;
  /** Address of the folder with the built-in catalogues' files; undefined: definitions have no target. */
  readonly catalogueFolder: string | undefined;
  /** Address of the page that explains a rule. */
  rulePage(rule: string): string | undefined;
  /** The file that an address names: its path, or in a browser its address. Undefined for what is no file. */
  fileOf(uri: string): string | undefined;
  /** The folder of a file's nearest manifest, else the git root, else the fallback. */
  rootOf(file: string, fallback: string | undefined): string | undefined;
  /** The address of a file. */
  uriOf(file: string): string;
  /** The path of a file within a folder, with `/`. */
  relative(folder: string, file: string): string;
  /** The same where the file is in the folder, empty for the folder itself; undefined where it is not. */
  inside(folder: string, file: string): string | undefined;
  isIgnored(file: string): boolean;
  /** Whether there is a folder of this path. */
  isFolder(path: string): boolean;
  matchesGlob(path: string, globs: readonly string[]): boolean;
  /** Whether one of the globs matches a path, or a folder that contains it. @param path relative to the workspace folder */
  isExcluded(path: string, globs: readonly string[]): boolean;
  /** A source file must contain one of these texts to matter for the catalogues. */
  needlesOf(set: CatalogueSet): readonly string[];
  /** The source files below a folder that contain one of the needles, without those that git ignores or that the globs name. */
  findCodeFiles(folder: string, needles: readonly string[], excluded: readonly string[]): Promise<CodeFiles>;
  /** The text of a source file of at most so many bytes; undefined when the file no longer exists. */
  readSource(file: string, limit: number): Promise<{ readonly text: string } | { readonly reason: string } | undefined>;
  /**
   * Writes a text to a file that only the user can read, for the client to show, until the process ends. @returns its address.
   * Absent: there are no files.
   */
  writeAnswer?(name: string, text: string): string;
  /** One file, to read a catalogue from. @param folders the folders that should contain it and its related files */
  catalogueFile(file: string, folders: readonly string[]): CatalogueFileEntry;
  /**
   * Files have come, gone or changed: drops all that was remembered of them, or of all. Resolves when questions about files
   * are answered as they are now.
   */
  forgetFiles(uris?: readonly string[]): Promise<void>;
  /** Calls back once after a quiet time of so many milliseconds; a new call starts it again. */
  debounce(milliseconds: number, callback: () => void): () => void;
  /** Resolves after so many milliseconds, and after waiting events in any case. */
  wait(milliseconds: number): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  readonly lookup: LookupHost;
  /** The path of the ripgrep executable; undefined without ripgrep. */
  ripgrepPath(): string | undefined;
  /** Hands over the editor's ripgrep, from the initialization options. */
  useRipgrep(path: string): void;
}

/** Which APIs show in a folder. */
export interface EvidenceScan {
  readonly evidence: Evidence;
  /** Why that may not be all, as a sentence without its full stop. */
  readonly problem?: string;
}

/** Models of services that a project has installed. */
export interface ServiceModels {
  readonly models: readonly ServiceModel[];
  /** Why there may be more, as a sentence without its full stop. */
  readonly problem?: string;
}

/** The files of a folder that are to be read. */
export interface CodeFiles {
  readonly files: readonly string[];
  /** Why those may not be all, or are more than needed, each a sentence without its full stop. */
  readonly problems: readonly string[];
}

/**
 * A configuration file. `inside` is the path of the folder from the place of the file, with `/`; empty where the file is in
 * the folder itself.
 */
export interface ConfigurationEntry extends CatalogueFileEntry {
  readonly inside: string;
}

/** Finds the catalogues that a folder has or names; all that a command needs that reads no code. */
export interface CatalogueHost {
  /** The APIs of some catalogues that show in the files of a folder. */
  scanEvidence(root: string, set: Pick<CatalogueSet, 'catalogues'>, signal: AbortSignal): Promise<EvidenceScan>;
  /** The text of a catalogue that ships with the product. @param file its path below the folder of the built-in ones */
  readShipped(file: string): Promise<FileText & { readonly uri: string }>;
  /**
   * The models of the AWS services that the Python code of a folder makes clients of, without those of the shipped catalogue,
   * out of the botocore that the folder's virtual environment has. Absent: none is looked for.
   */
  readServiceModels?(folder: string): Promise<ServiceModels>;
  /**
   * The configuration file of a folder, or of the nearest one above it in the same repository; undefined when no folder has
   * one.
   */
  findConfiguration(folder: string): Promise<ConfigurationEntry | undefined>;
  /** The catalogue files below a folder that is given by its path. @returns a problem as a sentence when they may not be all */
  listCatalogues(folder: string): Promise<CatalogueExpansion>;
  /**
   * The files that a path or glob of the settings names.
   * @param folder base of relative paths; undefined where there is no folder: then the path must be absolute
   * @param border leaves out files outside of it, also behind a symbolic link; absent: nothing is left out
   * @returns a problem as a sentence when a path names nothing that can be read or a limit was reached
   */
  expandCatalogues(folder: string | undefined, pattern: string, border: CatalogueBorder | undefined): Promise<CatalogueExpansion>;
}

/** A catalogue file, or a document that a catalogue is read out of, on disk. */
export interface CatalogueFileEntry {
  readonly uri: string;
  /** Its name in messages: its path relative to the folder, with `/`. */
  readonly name: string;
  read(): Promise<FileText>;
  /** A different file, given by its path relative to this one; it must be in the same folder or project. */
  readRelated(path: string): Promise<FileText & { readonly uri?: string }>;
  /** Gives way to other work. */
  readonly pause: () => Promise<void>;
  /** Parses source code that codes are read out of; absent where there are no grammars. */
  readonly parse?: NonNullable<SourceHost['parse']>;
  /** Reads a long document in its own thread; absent where there are no threads. */
  readonly readLong?: ReadLong;
}

/** A file's text, or the reason why it has none, to follow its name in a sentence: `cannot be read: …`. */
export type FileText = { readonly text: string } | { readonly problem: string };

/** The folder that settings may not lead out of, unless they are the user's own. */
export interface CatalogueBorder {
  readonly folder: string;
  /** The reason, to follow "lies outside of the folder, ". */
  readonly reason: string;
}

/** The files that a path or glob of the settings names. */
export interface CatalogueExpansion {
  readonly files: readonly CatalogueFileEntry[];
  readonly problem?: string;
}
