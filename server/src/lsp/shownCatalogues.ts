import type { TextDocument } from 'vscode-languageserver-textdocument';
import { codeLanguageIds } from '../service/languages/sourceOf.ts';
import type { Catalogue } from '../service/types.ts';
import { createDocumentEvidence } from './documents/documentEvidence.ts';
import type { Workspace } from './folders/workspace.ts';
import type { WorkspaceMentions } from './folders/workspaceMentions.ts';
import type { ServerParts } from './serverParts.ts';

/** The catalogues that lists, messages and the status item may name. */
export interface ShownCatalogues {
  /**
   * The user's own, and of those that ship the ones whose APIs show: in a folder, in an open document, or in a file that names one
   * of their codes.
   */
  (): Promise<readonly Catalogue[]>;
}

export function createShownCatalogues(
  { documents }: ServerParts,
  { facts, folders, index, ready, settingsOf }: Workspace,
  { catalogues }: Pick<WorkspaceMentions, 'catalogues'>,
): ShownCatalogues {
  let indexed: { readonly version: number; readonly ids: ReadonlySet<string> } | undefined;
  const inIndex = (): ReadonlySet<string> => {
    const version = index.version();
    if (indexed?.version !== version) {
      const files = [...index.files().values()];
      indexed = {
        version,
        ids: new Set(files.flatMap(({ places, caught }) => [...places, ...caught].map((each) => each.catalogue))),
      };
    }
    return indexed.ids;
  };
  const inFolder = async (folder: string): Promise<readonly string[]> => {
    const uri = `${folder.replace(/\/$/, '')}/package.json`;
    return [...(await facts.factsOf(uri, await settingsOf(folder))).inWorkspace.keys()];
  };
  const evidenceIn = createDocumentEvidence();
  const inDocument = async (document: TextDocument): Promise<readonly string[]> => {
    const { uri, languageId } = document;
    // Prose and data show nothing, and neither do logs.
    if (!codeLanguageIds.includes(languageId)) return [];
    const own = await facts.factsOf(uri, await settingsOf(uri));
    return [...own.inWorkspace.keys(), ...evidenceIn(document, own.path, own.set).keys()];
  };
  return async () => {
    await ready();
    const found = await Promise.all([...folders().map(inFolder), ...documents.all().map(inDocument)]);
    const ids = new Set([...inIndex(), ...found.flat()]);
    return (await catalogues()).filter(({ id, builtin }) => !builtin || ids.has(id));
  };
}
