import { pathToFileURL } from 'node:url';
import { readSourceNow } from '../adapters/readSource.ts';
import { createTimeSlices } from '../adapters/timeSlices.ts';
import { compileWasmQuickly } from '../adapters/wasmTiers.ts';
import { languageIdOfPath } from '../service/languages/sourceOf.ts';
import { type DeclaringFile, ownersOf } from '../service/mentions/imports.ts';
import type { Settings } from '../service/settings.ts';
import type { FileMentions } from '../service/workspace/fileMentions.ts';
import { findDeclaring } from './declaringFiles.ts';
import { fewFiles, findHolding, findSources } from './findSources.ts';
import type { Session } from './session.ts';

/** What the files below some paths say of codes, by address, and what could not be looked into. */
export interface CollectedFiles {
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
  session: { service, facts, declare },
  settings,
  paths,
  folder,
  ripgrep,
  signal,
  endsSoon,
}: Collection): Promise<CollectedFiles> {
  const reading = { service, facts, settings, set: facts.setOf(settings), ripgrep, signal, folder };
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
      const uri = pathToFileURL(file).href;
      const found = await service.collectMentions({ uri, languageId, text, once: true }, await facts.factsOf(uri, settings));
      if (found) files.set(uri, found);
      else files.delete(uri);
    }
  };
  await readAll(sources.files);
  const declaring: DeclaringFile[] = [...files].flatMap(([uri, { constants }]) =>
    constants.length > 0 ? [{ uri, constants }] : [],
  );
  if (!paths.includes(folder)) declaring.push(...(await findDeclaring(reading, sources.asked)));
  if (declaring.length > 0) {
    declare(declaring);
    await readAll(await findHolding(paths, ownersOf(declaring), ripgrep));
  }
  const unread = [...left].map(([file, { reason, unreadable }]) => ({ file, reason, unreadable }));
  return { files, skipped: [...sources.skipped.map((skipped) => ({ ...skipped, unreadable: true })), ...unread] };
}
