import { showUnseen } from '../../server/src/shared/showUnseen.ts';

/**
 * Makes text from outside (an id, a file's name, the text of a log) safe for messages, titles and labels of the editor. These
 * make links, to commands too, of `[label](command:…)` and an icon of `$(name)`. An unseen word joiner keeps both plain text.
 */
export function plainText(text: string): string {
  return showUnseen(text).replaceAll('](', ']\u2060(').replaceAll('$(', '$\u2060(');
}
