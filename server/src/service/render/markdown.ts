import { shownAddress } from './address.ts';
import { showUnseen } from '../../shared/showUnseen.ts';

/**
 * Escapes text that comes from a catalogue or a log, so that Markdown shows it as it is: no markup, no HTML, no links. What needs
 * no escape has none: many editors show the source. Line breaks become spaces.
 */
export function escapeMarkdown(text: string): string {
  return (
    showUnseen(text.replace(/\s+/g, ' '))
      .trim()
      .replace(/[\\`*[\]~|&<]/g, '\\$&')
      // Within a word it is no markup.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      // What becomes a link by itself.
      .replace(/:\/\//g, ':\\/\\/')
      .replace(/@|(?<=www)\./gi, '\\$&')
      // What begins a heading, a quotation, a list or a line.
      .replace(/^[#>+=-]/, '\\$&')
      .replace(/^(\d{1,9})(?=[.)])/, '$1\\')
  );
}

/** A link to a web page, without credentials; the text only when the address is not one that a person should follow. */
export function markdownLink(text: string, address: string): string {
  const shown = shownAddress(address);
  return shown === undefined ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](${shown})`;
}
