import { addressOf } from '../../adapters/files/fileAddress.ts';
import { readSourceNow } from '../../adapters/files/readSource.ts';
import { createTimeSlices } from '../../adapters/files/timeSlices.ts';
import { compileWasmQuickly } from '../../adapters/startup/wasmTiers.ts';
import type { Problem } from '../../shared/problem.ts';
import type { DocumentText } from '../../service/index.ts';
import { languageIdOfPath, textExtensions } from '../../service/languages/sourceOf.ts';
import type { DeclaringFile } from '../../service/mentions/imports.ts';
import { readFolder } from '../../workspace/readFolder.ts';
import { findDeclaring } from './declaringFiles.ts';
import { fewFiles, findHolding, findSources } from './findSources.ts';
import type { FolderReading } from './folderReading.ts';

/** Which files are read, and what is done with each. */
export interface SourceReader {
  /** Absolute paths of files and folders. */
  readonly paths: readonly string[];
  /** Of the files only these; absent: all. */
  readonly only?: ReadonlySet<string> | undefined;
  /** Text files that are looked at as well; absent: source files only. */
  readonly texts?: Promise<readonly string[]>;
  /** The program ends when this is done. */
  readonly endsSoon: boolean;
  /** Told how far it is. */
  progress?(done: number, of: number): void;
  /**
   * Looks at one file; once more at one that uses constants of others.
   * @param importing the constants of other files; absent while these are not known
   * @returns what is left out of it and why, to follow its name
   */
  look(document: DocumentText, importing: readonly DeclaringFile[] | undefined): Promise<readonly string[]>;
  /** The constants that the files declare that were looked at. */
  declared(): readonly DeclaringFile[];
}

/** The result of reading the source files below some paths. */
export interface ReadSources {
  /** How many source files could be read, those that hold nothing counted. */
  readonly files: number;
  /** By absolute path. */
  readonly problems: readonly Problem[];
  /** Something could not be read at all. A file that is left out for a good reason, such as its size, does not count. */
  readonly unreadable: boolean;
}

/** Reads the source files below some paths that hold something; files that use constants of others once those are known. */
export async function readSources(reading: FolderReading, reader: SourceReader): Promise<ReadSources> {
  const { settings, signal, folder, session } = reading;
  const { paths, only } = reader;
  const [sources, texts = []] = await Promise.all([findSources(reading, paths, only), reader.texts]);
  if (reader.endsSoon && sources.files.length <= fewFiles) compileWasmQuickly();
  const isAsked = (file: string): boolean => only === undefined || only.has(file);
  /** The language that a file is read in; undefined for a file that holds no code. Texts use no constants. */
  const languageOf = (file: string, importing: readonly DeclaringFile[] | undefined): string | undefined => {
    const isText =
      importing === undefined && reader.texts && textExtensions.some((extension) => file.toLowerCase().endsWith(extension));
    return languageIdOfPath(file) ?? (isText ? 'json' : undefined);
  };
  const problems = new Map<string, readonly string[]>();
  let unreadable = sources.skipped.length > 0;
  let files = sources.silent;
  const pause = createTimeSlices();
  await readFolder<string>(
    {
      signal,
      pause,
      async read(file, importing) {
        const languageId = languageOf(file, importing);
        if (languageId === undefined) return undefined;
        const read = readSourceNow(file, settings.fileSizeLimit * 1000);
        if (!read.ok) {
          unreadable ||= read.unreadable;
          return read.reason;
        }
        if (importing === undefined && languageIdOfPath(file) !== undefined) files += 1;
        reader.progress?.(files, sources.silent + sources.files.length);
        try {
          const notices = await reader.look({ uri: addressOf(file), languageId, text: read.text, once: true }, importing);
          if (!problems.has(file) && notices.length > 0) problems.set(file, notices);
          return undefined;
        } catch (error) {
          unreadable = true;
          throw error;
        }
      },
      done(file, reason) {
        if (reason !== undefined && !problems.has(file)) problems.set(file, [reason]);
      },
      async declared() {
        const declared = reader.declared();
        const isPart = only !== undefined || !paths.includes(folder);
        const all = isPart ? [...declared, ...(await findDeclaring(reading, sources.asked))] : declared;
        if (all.length > 0) session.declare(all);
        return all;
      },
      findHolding: async (words) => (await findHolding(reading, paths, words)).filter(isAsked),
    },
    [...sources.files, ...texts.filter(isAsked)],
  );
  const unread = [...problems].flatMap(([file, reasons]) => reasons.map((reason) => ({ file, reason })));
  return { files, problems: [...sources.skipped, ...unread], unreadable };
}
