import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';

/** The one request id that is looked for. */
export const wantedId = '7f3c9a52-41de-4b0c-9a83-d2e6c01f5b77';

const blockSize = 64_000_000;

/** A stretch of a service's log, JSON lines with ids of their own, about a quarter of its size when compressed. */
export function generateBlock(): Buffer {
  const lines: string[] = [];
  let [size, seed] = [0, 1];
  // A generator of its own, so that every run has the same log.
  const random = (): number => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0);
  for (let count = 0; size < blockSize; count += 1) {
    const id = [random(), random(), random(), random()].map((part) => part.toString(16).padStart(8, '0')).join('');
    const time = new Date(1_750_000_000_000 + count * 7).toISOString();
    const line = `{"level":"info","time":"${time}","requestId":"${id.slice(0, 8)}-${id.slice(8, 12)}-4${id.slice(13, 16)}-9${id.slice(17, 20)}-${id.slice(20)}","method":"POST","path":"/v2/thumbnail/text","status":${random() % 9 === 0 ? 404 : 200},"durationMs":${random() % 900},"msg":"request completed"}\n`;
    lines.push(line);
    size += line.length;
  }
  return Buffer.from(lines.join(''), 'latin1');
}

/** The record that holds the wanted id. */
function wantedLine(): Buffer {
  return Buffer.from(
    `{"level":"error","time":"2025-06-15T15:06:40.000Z","requestId":"${wantedId}","method":"POST","path":"/v2/thumbnail/text","status":402,"code":"PAYMENT_REQUIRED","msg":"request failed"}\n`,
  );
}

/** Writes a file out of parts. */
export async function writeParts(file: string, parts: readonly Buffer[]): Promise<void> {
  const stream = createWriteStream(file);
  for (const part of parts) if (!stream.write(part)) await new Promise<void>((resolve) => stream.once('drain', () => resolve()));
  stream.end();
  await finished(stream);
  // Data still on its way to the disk would disturb the measurement.
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}

/** A block with the wanted record in its middle, cut at a line. */
export function withWantedLine(block: Buffer): readonly Buffer[] {
  const middle = block.indexOf(10, block.length >> 1) + 1;
  return [block.subarray(0, middle), wantedLine(), block.subarray(middle)];
}

/** Compresses as log rotation does. */
export function compress(parts: readonly Buffer[]): Buffer {
  return gzipSync(Buffer.concat(parts), { level: 6 });
}
