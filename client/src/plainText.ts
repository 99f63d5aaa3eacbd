import { showUnseen } from '../../server/src/shared/showUnseen.ts';

/**
 * Text from outside (an id, a file's name, what a log says) for messages, titles and labels of the editor, which make a link,
 * to a command too, of `[label](command:…)` and an icon of `$(name)`. An unseen word joiner keeps them plain text.
 */
export function plainText(text: string): string {
  return showUnseen(text).replaceAll('](', ']\u2060(').replaceAll('$(', '$\u2060(');
}
