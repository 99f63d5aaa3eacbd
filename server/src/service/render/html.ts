import { showUnseen } from '../../shared/showUnseen.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A page goes to standard output too, and no text from outside begins a line there.
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Escapes text from outside for an HTML page, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return showUnseen(text).replace(/[&<>"'\n\r]/g, (character) => entities[character] ?? '');
}
