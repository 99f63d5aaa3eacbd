import * as l10n from '@vscode/l10n';
import { limits } from '../limits.ts';
import type { CatalogueFile } from './catalogueFile.ts';

/** A catalogue with no more in it than is used, and what was left out, each a sentence. */
export function boundCatalogue<File extends CatalogueFile | undefined>(
  file: File,
): { readonly file: File; readonly problems: readonly string[] } {
  if (!file) return { file, problems: [] };
  const { codes, secrets = [] } = file;
  const problems: string[] = [];
  if (codes.length > limits.codes)
    problems.push(l10n.t('codes has {0} entries, and only the first {1} are used.', codes.length, limits.codes));
  if (secrets.length > limits.secrets)
    problems.push(l10n.t('secrets has {0} shapes, and only the first {1} are used.', secrets.length, limits.secrets));
  if (problems.length === 0) return { file, problems };
  return {
    file: { ...file, codes: codes.slice(0, limits.codes), ...(file.secrets && { secrets: secrets.slice(0, limits.secrets) }) },
    problems,
  };
}
