import path from 'node:path';
import { URI } from 'vscode-uri';
import { shopCatalogue, shopSite } from '../protocol/support/shop.ts';
import { createTestFolder, startClient, type TestClient } from '../protocol/support/testClient.ts';

/** How much of what was in use after the first rounds may be in use at the end. */
const mostGrowth = 1.1;
/** After so much of a part everything has been loaded that stays. */
const warmUp = 0.2;

const documents = [
  ['ts', 'typescript', shopSite('CARD_DECLINED', 'CARD_EXPIRED')],
  ['py', 'python', "if err.code == 'CARD_DECLINED':\n    retry()\n"],
  ['go', 'go', 'package a\nfunc f(code string) {\n\tswitch code {\n\tcase "CARD_DECLINED":\n\t}\n}\n'],
  ['java', 'java', 'class A { void f(String code) { switch (code) {\n case "CARD_DECLINED": break; } } }\n'],
  ['rb', 'ruby', "case code\nwhen 'CARD_DECLINED' then retry\nend\n"],
  ['php', 'php', "<?php switch ($code) {\n case 'CARD_DECLINED': break; }\n"],
] as const;

interface Part {
  readonly name: string;
  readonly rounds: number;
  run(client: TestClient, round: number): Promise<unknown>;
}

/** @param factor of the rounds. @returns the exit code: 1 when memory was not given back */
export default async function runSoak(root: string, factor: number): Promise<number> {
  const folder = createTestFolder();
  const further = createTestFolder();
  for (const { put } of [folder, further]) {
    put('package.json', '{"name":"x"}');
    put('shop.error-codes.yaml', shopCatalogue('CARD_DECLINED', 'CARD_EXPIRED'));
    for (const [ending, , text] of documents) put(`src/a.${ending}`, text);
  }
  const catalogue = folder.uri('shop.error-codes.yaml');
  const parts: readonly Part[] = [
    {
      name: 'documents opened, hovered and closed',
      rounds: 2_000,
      async run({ open, connection }, round) {
        const [ending, language, text] = documents[round % documents.length] ?? documents[0];
        const uri = folder.uri(`src/open${round}.${ending}`);
        await open(uri, text, language);
        const line = text.split('\n').findIndex((each) => each.includes('CARD_DECLINED'));
        const position = { line, character: (text.split('\n')[line] ?? '').indexOf('CARD') + 1 };
        const hover = await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
        if (hover === null) throw new Error(`Round ${round}: ${uri} is not hovered any more.`);
        await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      },
    },
    {
      name: 'catalogues changed',
      rounds: 500,
      async run({ open, change, pull }, round) {
        if (round === 0) await open(catalogue, shopCatalogue('CARD_DECLINED'), 'yaml');
        await change(catalogue, round + 2, shopCatalogue('CARD_DECLINED', `CODE_${round}`));
        await pull(catalogue);
      },
    },
    {
      name: 'folders added and removed',
      rounds: 200,
      async run({ connection }) {
        const other = [{ uri: URI.file(further.root).toString(), name: 'further' }];
        for (const event of [
          { added: other, removed: [] },
          { added: [], removed: other },
        ]) {
          await connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
          await connection.sendRequest('apiErrorCodes/coverage', { wait: true });
        }
      },
    },
  ];
  const client = await startClient({
    command: [
      '--expose-gc',
      '--require',
      path.join(root, 'scripts/reportMemory.cjs'),
      path.join(root, 'dist/server.cjs'),
      '--stdio',
    ],
    folders: [folder.root],
    capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
  });
  let failed = false;
  try {
    for (const { name, rounds, run } of parts) {
      const count = Math.ceil(rounds * factor);
      const begun = Date.now();
      let before = await readMemory(client);
      for (let round = 0; round < count; round++) {
        await run(client, round);
        if (round === Math.floor(count * warmUp)) before = await readMemory(client);
      }
      const after = await readMemory(client);
      const growth = after.used / before.used;
      failed ||= growth > mostGrowth;
      const [used, resident] = [after.used, after.resident].map((bytes) => (bytes / 1e6).toFixed(1));
      const seconds = ((Date.now() - begun) / 1000).toFixed(0);
      console.log(
        `${count} ${name}: ${((growth - 1) * 100).toFixed(1)} % more in use, ${used} MB (${resident} MB resident), ${seconds} s`,
      );
    }
  } finally {
    await client.stop();
    folder.remove();
    further.remove();
  }
  if (failed) console.error(`Memory was not given back: at most ${((mostGrowth - 1) * 100).toFixed(0)} % more may be in use.`);
  return failed ? 1 : 0;
}

/** The memory that the server uses once it has nothing left to do, in bytes. */
async function readMemory({ process: server }: TestClient): Promise<{ readonly used: number; readonly resident: number }> {
  const answer = new Promise<string>((resolve) => {
    let said = '';
    const listen = (chunk: string): void => {
      said += chunk;
      const found = /memory (\d+ \d+)\n/.exec(said);
      if (!found) return;
      server.stderr?.off('data', listen);
      resolve(found[1] ?? '');
    };
    server.stderr?.on('data', listen);
  });
  server.kill('SIGUSR2');
  const [used = 0, resident = 0] = (await answer).split(' ').map(Number);
  return { used, resident };
}
