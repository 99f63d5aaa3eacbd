import { shownAddress } from './address.ts';
import { showUnseen } from '../../shared/showUnseen.ts';

/**
 * Escapes text that comes from a catalogue or a log, so that Markdown shows it as it is: no markup, no HTML, no links. Only the
 * characters that need it are escaped, because many editors show the source. Line breaks become spaces.
 */
export function escapeMarkdown(text: string): string {
  return (
    showUnseen(text.replace(/\s+/g, ' '))
      .trim()
      .replace(/[\\`*[\]~|&<]/g, '\\$&')
      // Within a word it is no markup.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      // Texts that become a link by themselves.
      .replace(/:\/\//g, ':\\/\\/')
      .replace(/@|(?<=www)\./gi, '\\$&')
      // Signs that begin a heading, a quotation, a list or a line.
      .replace(/^[#>+=-]/, '\\$&')
      .replace(/^(\d{1,9})(?=[.)])/, '$1\\')
  );
}

/** A link to a web page, without credentials; the text only when the address is not one that a person should follow. */
export function markdownLink(text: string, address: string): string {
  const shown = shownAddress(address);
  return shown === undefined ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](${shown})`;
}
