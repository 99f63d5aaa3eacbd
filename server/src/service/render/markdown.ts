/**
 * Escapes text that comes from a catalogue or a log, so that Markdown shows it as it is: no markup, no HTML, no links.
 * Line breaks become spaces.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|~<>&]/g, (character) =>
      character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`,
    )
    .replace(/:\/\//g, ':&#47;&#47;')
    .trim();
}

/** A link to a web page; the text alone when the address is none that a person should follow. */
export function markdownLink(text: string, address: string): string {
  if (!/^https?:\/\/[^\s<>()"'`\\]+$/.test(address)) return escapeMarkdown(text);
  return `[${escapeMarkdown(text)}](${address})`;
}
