import { addressOf } from '../../adapters/files/fileAddress.ts';
import { readSourceNow } from '../../adapters/files/readSource.ts';
import { createTimeSlices } from '../../adapters/files/timeSlices.ts';
import { compileWasmQuickly } from '../../adapters/startup/wasmTiers.ts';
import { languageIdOfPath } from '../../service/languages/sourceOf.ts';
import { type DeclaringFile, ownersOf } from '../../service/mentions/imports.ts';
import type { Settings } from '../../service/settings/settings.ts';
import type { FileMentions } from '../../service/workspace/fileMentions.ts';
import { describeFailure, findDeclaring } from './declaringFiles.ts';
import { fewFiles, findHolding, findSources } from './findSources.ts';
import type { Session } from '../createSession.ts';

/** The mentions of codes in the files below some paths, by address, and the files that could not be read. */
export interface CollectedFiles {
  /** How many source files there are below the paths, those that name no code counted. */
  readonly searched: number;
  readonly files: ReadonlyMap<string, FileMentions>;
  /** `unreadable` is false for a file that is left out for a good reason, such as its size. */
  readonly skipped: readonly { readonly file: string; readonly reason: string; readonly unreadable: boolean }[];
}

export interface Collection {
  readonly session: Session;
  readonly settings: Settings;
  readonly paths: readonly string[];
  /** The working directory. */
  readonly folder: string;
  readonly ripgrep: string;
  readonly signal: AbortSignal;
  /** The program ends when this is done. */
  readonly endsSoon: boolean;
}

/** Reads the source files that hold a code; files that use constants of others are read once those are known. */
export async function collectFiles({
  session: { service, facts, declare, problems: problemsOf },
  settings,
  paths,
  folder,
  ripgrep,
  signal,
  endsSoon,
}: Collection): Promise<CollectedFiles> {
  const problems = new Set<string>();
  const complain = (problem: string): void => void problems.add(problem);
  const reading = { service, facts, settings, set: facts.setOf(settings), ripgrep, signal, folder, complain };
  const sources = await findSources(reading, paths);
  if (endsSoon && sources.files.length <= fewFiles) compileWasmQuickly();
  const files = new Map<string, FileMentions>();
  const left = new Map<string, { readonly reason: string; readonly unreadable: boolean }>();
  const pause = createTimeSlices();
  const readAll = async (names: readonly string[]): Promise<void> => {
    for (const file of names) {
      await pause();
      const languageId = languageIdOfPath(file);
      if (signal.aborted || languageId === undefined) continue;
      const read = readSourceNow(file, settings.fileSizeLimit * 1000);
      if (!read.ok) {
        left.set(file, read);
        continue;
      }
      const { text } = read;
      const uri = addressOf(file);
      try {
        const found = await service.collectMentions({ uri, languageId, text, once: true }, await facts.factsOf(uri, settings));
        if (found) files.set(uri, found);
        else files.delete(uri);
      } catch (error) {
        left.set(file, { reason: describeFailure(error), unreadable: true });
      }
    }
  };
  await readAll(sources.files);
  const declaring: DeclaringFile[] = [...files].flatMap(([uri, { constants }]) =>
    constants.length > 0 ? [{ uri, constants }] : [],
  );
  if (!paths.includes(folder)) declaring.push(...(await findDeclaring(reading, sources.asked)));
  if (declaring.length > 0) {
    declare(declaring);
    await readAll(await findHolding(reading, paths, ownersOf(declaring)));
  }
  const unread = [...left].map(([file, { reason, unreadable }]) => ({ file, reason, unreadable }));
  const failed = [...new Set([...problems, ...problemsOf()])].map((reason) => ({ file: '', reason, unreadable: true }));
  const listed = sources.skipped.map((skipped) => ({ ...skipped, unreadable: true }));
  return { files, searched: sources.files.length + sources.silent, skipped: [...listed, ...unread, ...failed] };
}
