import type { CatalogueSet } from '../service/catalogue/catalogueSet.ts';
import { createLogRecogniser, type LogRecogniser } from '../service/logs/logRecogniser.ts';
import { createBoundedPattern } from '../service/matching/boundedPattern.ts';
import type { Workspace } from './folders/workspace.ts';

/** Recognise codes and ids in logs. There is one for each set of catalogues, as long as the set lives. */
export interface Recognisers {
  /** For a document. */
  recogniserOf(uri: string): Promise<LogRecogniser>;
  /** For the first workspace folder: a look-up has no document. */
  ofWorkspace(): Promise<LogRecogniser>;
}

export function createRecognisers({ facts, settingsOf, folders }: Workspace): Recognisers {
  const known = new WeakMap<CatalogueSet, LogRecogniser>();
  const recogniserOf = async (uri: string): Promise<LogRecogniser> => {
    const set = facts.setOf(await settingsOf(uri));
    let recogniser = known.get(set);
    if (!recogniser) known.set(set, (recogniser = createLogRecogniser(set.catalogues, createBoundedPattern)));
    return recogniser;
  };
  return { recogniserOf, ofWorkspace: () => recogniserOf(folders()[0] ?? '') };
}
