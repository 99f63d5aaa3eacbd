import * as l10n from '@vscode/l10n';
import { refuse } from '../createReading.ts';
import type { SourceReading } from '../source.ts';

const megabytes = 20;

/** The note on a page that is too large to be read; undefined for other pages. */
export function refuseLarge(text: string): SourceReading | undefined {
  if (text.length <= megabytes * 1_000_000) return undefined;
  return refuse(l10n.t('The page is larger than {0} MB and was not read.', megabytes));
}
