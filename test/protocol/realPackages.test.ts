import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './support/runCommand.ts';
import { createTestFolder } from './support/testClient.ts';

/** Packages whose own codes are words that catalogues have too: NOT_FOUND, CANCELLED, CONFLICT and the like. */
const packages = [
  '@grpc/grpc-js',
  '@trpc/server',
  '@apollo/server',
  '@firebase/firestore',
  'bullmq',
  '@connectrpc/connect',
  'google-gax',
];

interface Report {
  readonly files: number;
  readonly findings: readonly { readonly rule: string; readonly file: string; readonly line: number }[];
}

describe('code that handles other systems’ codes', function () {
  this.timeout(120_000);
  let folder: ReturnType<typeof createTestFolder>;
  before(() => {
    folder = createTestFolder();
    for (const name of packages) {
      const from = path.join('node_modules', name);
      assert.ok(existsSync(from) && readdirSync(from).length > 0, `${name} is not installed`);
      // Their own manifests would make each of them a workspace of its own.
      cpSync(from, path.join(folder.root, 'code', name), {
        recursive: true,
        filter: (file) => path.basename(file) !== 'package.json' && !file.slice(from.length).includes('node_modules'),
      });
    }
  });
  after(() => folder.remove());

  for (const shows of [false, true]) {
    it(`is left alone where the API ${shows ? 'shows in the workspace' : 'shows nowhere'}`, async () => {
      if (shows) {
        folder.put('package.json', '{"name":"x"}');
        folder.put('code/api.ts', "fetch('https://api.pikzels.com');");
      }
      const { code, out, error } = await runCommand(['check', 'code', '--format', 'json', '--fail-on', 'hint'], folder.root);
      const { files, findings } = JSON.parse(out) as Report;
      assert.deepEqual(findings, [], error);
      assert.ok(code === 0 && files > 1000, `${files} files`);
    });
  }
});
