const utf8 = new TextDecoder();

/** The text of a source file, UTF-8 or UTF-16 with a byte order mark, without that mark; undefined for bytes that are no text. */
export function decodeSource(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return bytes.includes(0) ? undefined : utf8.decode(bytes);
}
