import { writeSync } from 'node:fs';
import { StreamMessageReader } from 'vscode-languageserver/node';

/** How a message begins on a stream (LSP, *Base Protocol*). */
const firstHeader = 'content-';

/**
 * Ends the process with exit code 2 and a sentence when the standard input contains no messages of the protocol. Without
 * their lengths the messages after them cannot be separated, and the library would stay silent for good.
 */
export function endWithoutFrames(): void {
  const end = (problem: string): never => {
    writeSync(2, `The language server ends: ${problem}\n`);
    process.exit(2);
  };
  process.stdin.once('data', (chunk: Buffer) => {
    const begin = chunk.toString('latin1', 0, firstHeader.length).toLowerCase();
    if (!firstHeader.startsWith(begin)) end('standard input holds no messages with a Content-Length header.');
  });
  // It looks at the frames only: the library's own reader reads their contents.
  const frames = new StreamMessageReader(process.stdin, {
    contentTypeDecoder: { name: 'application/json', decode: () => Promise.resolve({ jsonrpc: '2.0' }) },
  });
  frames.onError(({ message }) => end(message.split('\n')[0] ?? message));
  frames.listen(() => undefined);
}
