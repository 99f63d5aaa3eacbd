import type { DeclaringFile } from '../../service/mentions/imports.ts';
import type { FileMentions } from '../../service/workspace/fileMentions.ts';
import type { FolderReading } from './folderReading.ts';
import { type ReadSources, readSources } from './readSources.ts';

/** The mentions of codes in the files below some paths, by address. */
export interface CollectedFiles extends ReadSources {
  readonly mentions: ReadonlyMap<string, FileMentions>;
}

/** Reads where the source files below some paths name codes. @param endsSoon the program ends when this is done */
export async function collectFiles(reading: FolderReading, paths: readonly string[], endsSoon: boolean): Promise<CollectedFiles> {
  const { service, facts } = reading.session;
  const mentions = new Map<string, FileMentions>();
  const read = await readSources(reading, {
    paths,
    endsSoon,
    async look(document) {
      const notices: string[] = [];
      const own = await facts.factsOf(document.uri, reading.settings);
      const found = await service.collectMentions(document, own, (reason) => void notices.push(reason));
      if (found) mentions.set(document.uri, found);
      else mentions.delete(document.uri);
      return notices;
    },
    declared: () =>
      [...mentions].flatMap(([uri, { constants }]): DeclaringFile[] => (constants.length > 0 ? [{ uri, constants }] : [])),
  });
  return { ...read, mentions };
}
