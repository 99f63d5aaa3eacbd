import { pathToFileURL } from 'node:url';
import { findCandidates, needlesOf } from '../adapters/findCandidates.ts';
import { readSource } from '../adapters/readSource.ts';
import { languageIdOfPath, sourceGlobs } from '../service/languages/sourceOf.ts';
import { type DeclaringFile, ownersOf } from '../service/mentions/imports.ts';
import type { Settings } from '../service/settings.ts';
import type { FileMentions } from '../service/workspace/fileMentions.ts';
import { findDeclaring } from './declaringFiles.ts';
import { listFiles } from './listFiles.ts';
import type { Session } from './session.ts';

/** What the files below some paths say of codes, by address, and what could not be looked into. */
export interface CollectedFiles {
  readonly files: ReadonlyMap<string, FileMentions>;
  /** `unreadable` is false for a file that is left out for a good reason, such as its size. */
  readonly skipped: readonly { readonly file: string; readonly reason: string; readonly unreadable: boolean }[];
}

/** Reads the source files that hold a code; files that use constants of others are read once those are known. */
export async function collectFiles(
  { service, facts, declare }: Session,
  settings: Settings,
  paths: readonly string[],
  ripgrep: string,
  signal: AbortSignal,
  workingDirectory: string,
): Promise<CollectedFiles> {
  const set = facts.setOf(settings);
  const listing = await listFiles(paths, sourceGlobs, ripgrep);
  const files = new Map<string, FileMentions>();
  const left = new Map<string, { readonly reason: string; readonly unreadable: boolean }>();
  const readAll = async (needles: readonly string[]): Promise<void> => {
    const candidates = await findCandidates(paths, sourceGlobs, needles, ripgrep);
    for (const file of listing.files) {
      const languageId = languageIdOfPath(file);
      if (signal.aborted || languageId === undefined || (candidates && !candidates.files.has(file))) continue;
      const read = await readSource(file, settings.fileSizeLimit * 1000);
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
  await readAll(needlesOf(set));
  const declaring: DeclaringFile[] = [...files].flatMap(([uri, { constants }]) =>
    constants.length > 0 ? [{ uri, constants }] : [],
  );
  if (!paths.includes(workingDirectory)) {
    const reading = { service, facts, settings, set, ripgrep, signal, folder: workingDirectory };
    declaring.push(...(await findDeclaring(reading, listing.files)));
  }
  if (declaring.length > 0) {
    declare(declaring);
    await readAll(ownersOf(declaring));
  }
  const unread = [...left].map(([file, { reason, unreadable }]) => ({ file, reason, unreadable }));
  return { files, skipped: [...listing.skipped.map((skipped) => ({ ...skipped, unreadable: true })), ...unread] };
}
