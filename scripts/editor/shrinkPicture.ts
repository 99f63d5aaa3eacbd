import { deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;

/**
 * Encodes a screenshot again with a palette of 256 colours, which a window of text fills well: a third of the size.
 * @param png eight bits a channel, red, green and blue, not interlaced, as Chromium writes it (PNG specification, third edition)
 */
export function shrinkPicture(png: Buffer): Buffer {
  const chunks = readChunks(png);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (header === undefined || header[8] !== 8 || header[9] !== 2 || header[12] !== 0)
    throw new Error('an unexpected form of PNG');
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const pixels = unfilter(inflateSync(packed), width, height);
  const colours = choosePalette(pixels);
  const indexed = Buffer.from(header);
  indexed[9] = 3;
  return Buffer.concat([
    signature,
    chunk('IHDR', indexed),
    chunk('PLTE', Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(indexPixels(pixels, colours, width, height), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The rows without the filters of PNG specification, section 9: three bytes for each pixel. */
function unfilter(filtered: Buffer, width: number, height: number): Buffer {
  const stride = width * 3;
  const rows = Buffer.alloc(stride * height);
  const at = (index: number, inside: boolean): number => (inside ? (rows[index] ?? 0) : 0);
  for (let y = 0; y < height; y++) {
    const filter = filtered[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const index = y * stride + x;
      const left = at(index - 3, x >= 3);
      const above = at(index - stride, y > 0);
      const corner = at(index - stride - 3, x >= 3 && y > 0);
      const predictions = [0, left, above, (left + above) >> 1, paeth(left, above, corner)];
      rows[index] = (filtered[y * (stride + 1) + 1 + x] ?? 0) + (predictions[filter ?? 0] ?? 0);
    }
  }
  return rows;
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** The most frequent colours, those too near to a more frequent one left out: plain areas keep theirs exactly. */
function choosePalette(pixels: Buffer): readonly number[] {
  const counts = new Map<number, number>();
  for (let index = 0; index < pixels.length; index += 3) {
    const colour = pixels.readUIntBE(index, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const frequent = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
  const palette: number[] = [];
  for (const colour of frequent) {
    if (palette.length === mostColours) break;
    if (!palette.some((chosen) => distance(chosen, colour) < 100)) palette.push(colour);
  }
  return palette;
}

function indexPixels(pixels: Buffer, palette: readonly number[], width: number, height: number): Buffer {
  const nearest = new Map(palette.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = pixels.readUIntBE((y * width + x) * 3, 3);
      const index = nearest.get(colour) ?? nearestOf(palette, colour);
      nearest.set(colour, index);
      rows[y * (width + 1) + 1 + x] = index;
    }
  }
  return rows;
}

function nearestOf(palette: readonly number[], colour: number): number {
  return palette.reduce(
    (best, candidate, index) => (distance(candidate, colour) < distance(palette[best] ?? 0, colour) ? index : best),
    0,
  );
}

function distance(one: number, other: number): number {
  return [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
}

function readChunks(png: Buffer): { type: string; data: Buffer }[] {
  const chunks = [];
  for (let offset = signature.length; offset < png.length; ) {
    const length = png.readUInt32BE(offset);
    chunks.push({ type: png.toString('latin1', offset + 4, offset + 8), data: png.subarray(offset + 8, offset + 8 + length) });
    offset += length + 12;
  }
  return chunks;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** PNG specification, annex D. */
function crc32(data: Buffer): number {
  let crc = -1;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
