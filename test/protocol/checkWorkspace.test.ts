import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { waitFor } from '../../scripts/editor/waitFor.ts';
import type { CheckWorkspaceResult } from '../../server/src/protocol/protocol.ts';
import { runCommand } from './support/runCommand.ts';
import type { TestClient } from './support/testClient.ts';
import { switchText, useServer } from './support/useServer.ts';

describe('The findings of the whole workspace', function () {
  this.timeout(30_000);
  const own = useServer();
  const rulesOf = ({ pushed }: TestClient, uri: string) => (pushed.get(uri) ?? []).map(({ code }) => code);
  const check = ({ connection }: TestClient) => connection.sendRequest<CheckWorkspaceResult>('apiErrorCodes/checkWorkspace', {});
  const start = (scope: string) =>
    own.start({
      capabilities: { workspace: { configuration: true }, textDocument: { diagnostic: {} } },
      configuration: (_uri, section) => (section === 'apiErrorCodes' ? { check: { scope } } : null),
    });
  let one: string;
  let two: string;

  beforeEach(() => {
    own.putClient();
    own.folder.put('src/one.ts', switchText);
    own.folder.put('src/two.ts', switchText.replace('\n}', "\n  case 'GENERATION_TIMEOUT': break;\n}"));
    one = own.folder.uri('src/one.ts');
    two = own.folder.uri('src/two.ts');
  });

  it('are only those of open files, unless they are asked for', async () => {
    const client = await start('openFiles');
    const uri = own.folder.uri('src/three.ts');
    await client.open(uri, switchText);
    assert.equal((await client.pull(uri)).length, 1);
    await client.connection.sendRequest('apiErrorCodes/coverage', { wait: true });
    assert.deepEqual([...client.pushed], []);
  });

  it('follow files on disk, and leave open ones to themselves', async () => {
    const client = await start('workspace');
    await waitFor('the findings of both files', () => rulesOf(client, one).length > 0 && rulesOf(client, two).length > 0);
    assert.deepEqual(rulesOf(client, two), ['unhandled-code', 'duplicate-code']);

    // An open document's are asked for: nothing is listed twice.
    await client.open(one, switchText);
    await waitFor('no pushed finding in the open file', () => rulesOf(client, one).length === 0);
    assert.equal((await client.pull(one)).length, 1);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: one } });
    await waitFor('the finding of the closed file', () => rulesOf(client, one).length === 1);

    own.folder.put('src/two.ts', "export const nothing = 'NOT_FOUND';\n");
    rmSync(path.join(own.folder.root, 'src', 'one.ts'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: two, type: 2 },
        { uri: one, type: 3 },
      ],
    });
    await waitFor('no finding', () => rulesOf(client, one).length + rulesOf(client, two).length === 0);
  });

  it('come once they are asked for, counted like the command line counts', async () => {
    const client = await start('openFiles');
    await client.open(one, switchText);
    const answer = await check(client);
    const { out } = await runCommand(['check', '--format', 'json'], own.folder.root);
    const { findings } = JSON.parse(out) as { findings: { file: string; severity: string }[] };
    assert.deepEqual(answer, {
      shows: true,
      findings: findings.filter(({ severity }) => severity !== 'hint').length,
      files: new Set(findings.map(({ file }) => file)).size,
    });
    assert.deepEqual([rulesOf(client, one), rulesOf(client, two)], [[], ['unhandled-code', 'duplicate-code']]);
  });

  it('are none where no API shows', async () => {
    own.folder.put('src/api.ts', '');
    const client = await start('openFiles');
    assert.deepEqual(await check(client), { shows: false, findings: 0, files: 0 });
  });
});
