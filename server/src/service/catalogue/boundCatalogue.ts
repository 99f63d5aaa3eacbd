import * as l10n from '@vscode/l10n';
import { limits } from '../limits.ts';
import type { CatalogueFile } from './catalogueFile.ts';

/** A catalogue with no more in it than is used, and what was left out, each a sentence. */
export function boundCatalogue<File extends CatalogueFile | undefined>(
  file: File,
): { readonly file: File; readonly problems: readonly string[] } {
  if (!file) return { file, problems: [] };
  const { codes, secrets = [], classes = [], operations = {} } = file;
  const names = Object.keys(operations);
  const problems: string[] = [];
  if (codes.length > limits.codes)
    problems.push(l10n.t('codes has {0} entries, and only the first {1} are used.', codes.length, limits.codes));
  if (secrets.length > limits.secrets)
    problems.push(l10n.t('secrets has {0} shapes, and only the first {1} are used.', secrets.length, limits.secrets));
  if (classes.length > limits.classes)
    problems.push(l10n.t('classes has {0} entries, and only the first {1} are used.', classes.length, limits.classes));
  if (names.length > limits.operations)
    problems.push(l10n.t('operations has {0} entries, and only the first {1} are used.', names.length, limits.operations));
  if (problems.length === 0) return { file, problems };
  const kept = new Set(names.slice(0, limits.operations));
  return {
    file: {
      ...file,
      codes: codes.slice(0, limits.codes),
      ...(file.secrets && { secrets: secrets.slice(0, limits.secrets) }),
      ...(file.classes && { classes: classes.slice(0, limits.classes) }),
      ...(file.operations && { operations: Object.fromEntries(Object.entries(operations).filter(([name]) => kept.has(name))) }),
    },
    problems,
  };
}
