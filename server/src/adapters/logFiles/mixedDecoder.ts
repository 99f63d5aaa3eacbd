import { isAscii } from 'node:buffer';
import { findNextNarrow, findNextWide } from './mixedText.ts';
import { detectEncoding, type TextEncoding } from './textEncoding.ts';

/** Decodes a log that comes in pieces. Its parts may have different encodings. */
export interface MixedDecoder {
  readonly decode: (piece: Buffer) => string;
  /** The rest of a character that was cut. */
  readonly finish: () => string;
}

/** The first piece decides the encoding at the beginning of the text. */
export function createMixedDecoder(): MixedDecoder {
  let encoding: TextEncoding | undefined;
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let begun = false;
  const finish = () => decoder?.decode() ?? '';
  const decodePart = (part: Buffer, own: TextEncoding): string => {
    // Further in, U+FEFF is not a byte order mark.
    const ignoreBOM = begun;
    begun = true;
    // Up to the first other character this takes a fifth of the time.
    if (!decoder && own === 'utf-8' && isAscii(part)) return part.toString('latin1');
    decoder ??= new TextDecoder(own, { ignoreBOM });
    return decoder.decode(part, { stream: true });
  };
  const decode = (piece: Buffer): string => {
    let text = '';
    for (let at = 0; at < piece.length; ) {
      encoding ??= detectEncoding(piece);
      const rest = piece.subarray(at);
      const end = at + (encoding === 'utf-8' ? findNextWide(rest, 0) : findNextNarrow(rest, 0));
      text += decodePart(piece.subarray(at, end), encoding);
      if (end < piece.length) {
        text += finish();
        encoding = encoding === 'utf-8' ? 'utf-16le' : 'utf-8';
        [decoder, begun] = [undefined, false];
      }
      at = end;
    }
    return text;
  };
  return { decode, finish };
}
