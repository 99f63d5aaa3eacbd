import { stringify } from 'yaml';
import type { CatalogueFile } from './catalogueFile.ts';

/** A catalogue file's text. @param origin the origin of the codes, for a comment at the file's head (only in YAML) */
export function writeCatalogue(file: CatalogueFile, format: 'yaml' | 'json', origin: string): string {
  if (format === 'json') return `${JSON.stringify(file, null, 2)}\n`;
  const head = origin === '' ? '' : `# ${origin.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}\n`;
  return `${head}${stringify(file, { lineWidth: 120, aliasDuplicateObjects: false })}`;
}
