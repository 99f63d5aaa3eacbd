import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { installCodeServer } from '../../../scripts/editor/installCodeServer.ts';
import type { Bench } from '../bench.ts';
import { interleave } from '../support/interleave.ts';
import { findLanguageServers } from '../support/languageServers.ts';
import { startSession } from '../support/session.ts';

const files = 200;
/** Milliseconds after which a server that is not asked anything has come to rest. */
const rest = 2_000;

/** The memory that a server holds where it has nothing to do. */
export const idle: Bench = {
  id: 'idle',
  about: `memory in a folder of ${files} files in which no API shows, a file open and nothing asked`,
  async run({ root, scratch, say }) {
    const text = writeFolder(scratch);
    const { ours, peers } = findLanguageServers(root, say);
    const json = peers.get('json');
    const source = { text, keys: [0], hovers: [0], completions: [0] };
    // As the editor runs it.
    const { node } = installCodeServer(root);
    const contenders = [{ ...ours, source, node }, ...(json ? [{ ...json, node }] : [])];
    const [own, ...others] = await interleave(
      5,
      contenders.map((server) => async (): Promise<[number]> => {
        const session = await startSession(server, scratch);
        await delay(rest);
        const memory = session.memory();
        await session.stop();
        return [memory];
      }),
    );
    return [
      {
        what: 'resident memory, idle',
        unit: 'MB',
        ours: own?.[0] ?? Number.NaN,
        peers: json ? [{ name: json.name, value: others[0]?.[0] ?? Number.NaN, reach: 1 }] : [],
      },
    ];
  },
};

/** Plain code, as any project has it. @returns the text of one file */
function writeFolder(folder: string): string {
  const lines = Array.from(
    { length: 200 },
    (_, index) =>
      `export function area${index}(width: number, height: number): number {\n  return width * height + ${index};\n}\n`,
  );
  const text = lines.join('\n');
  mkdirSync(path.join(folder, 'src'), { recursive: true });
  for (let file = 0; file < files; file += 1) writeFileSync(path.join(folder, 'src', `part${file}.ts`), text);
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "plain", "dependencies": { "react": "^19.0.0" } }\n');
  return text;
}
