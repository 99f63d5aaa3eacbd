import { kindOf } from '../../adapters/files/fileKind.ts';
import { addressOf } from '../../adapters/files/fileAddress.ts';
import { needlesOf } from '../../workspace/needlesOf.ts';
import { readSource } from '../../adapters/files/readSource.ts';
import { languageIdOfPath } from '../../service/languages/sourceOf.ts';
import { type DeclaringFile, mayImport } from '../../service/mentions/imports.ts';
import { describeFailure } from '../../workspace/readFolder.ts';
import { problemInSentence } from '../../shared/problem.ts';
import { findHolding } from './findSources.ts';
import type { FolderReading } from './folderReading.ts';

/** A text that imports, by its address. */
export type ImportingText = readonly [uri: string, text: string];

/** With more texts than this, every file that may declare something is read. */
const mostTexts = 500;

/**
 * Finds the constants in files that were not asked for, where files that were asked for may import them. A question about one
 * file of a folder must get the same answer as one about the whole folder.
 * @param asked absolute paths of the files that are asked for
 * @param texts asked-for texts that are in no file yet
 */
export async function findDeclaring(
  reading: FolderReading,
  asked: readonly string[],
  texts: readonly ImportingText[] = [],
): Promise<readonly DeclaringFile[]> {
  const { settings, signal, folder } = reading;
  const { service, facts } = reading.session;
  const set = facts.setOf(settings);
  const limit = settings.fileSizeLimit * 1000;
  const known = new Set(asked);
  const others = (await findHolding(reading, [folder], needlesOf(set))).filter((file) => !known.has(file));
  if (others.length === 0 || signal.aborted) return [];
  const importing = asked.length > mostTexts ? undefined : [...texts, ...(await readTexts(asked, limit))];
  const declaring: DeclaringFile[] = [];
  for (const file of others) {
    const uri = addressOf(file);
    const languageId = languageIdOfPath(file);
    if (signal.aborted) break;
    if (languageId === undefined) continue;
    if (importing && !importing.some(([from, text]) => mayImport(text, from, uri))) continue;
    const read = await readSource(file, limit);
    if (!read.ok || !service.mayConcern(read.text, set)) continue;
    const document = { uri, languageId, text: read.text, once: true };
    try {
      const { constants } = await service.findFindings(document, await facts.factsOf(uri, settings));
      if (constants.length > 0) declaring.push({ uri, constants });
    } catch (error) {
      reading.failures.add(problemInSentence({ file, reason: describeFailure(error) }));
    }
  }
  return declaring;
}

async function readTexts(files: readonly string[], limit: number): Promise<ImportingText[]> {
  const texts: ImportingText[] = [];
  for (const file of files) {
    // A pipe gives its text only once.
    const isCode = languageIdOfPath(file) !== undefined && kindOf(file) === 'file';
    const read = isCode ? await readSource(file, limit) : undefined;
    if (read?.ok) texts.push([addressOf(file), read.text]);
  }
  return texts;
}
