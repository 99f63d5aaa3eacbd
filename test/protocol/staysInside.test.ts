import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { StatusParams } from '../../server/src/protocol/protocol.ts';
import { runCommand } from './support/runCommand.ts';
import { createTestFolder, startClient, waitFor } from './support/testClient.ts';

const page =
  '# Notes\n\n| Code | HTTP | Description |\n|---|---|---|\n| `PRIVATE_NOTE` | 422 | Secret. |\n| `OTHER_NOTE` | 422 | Secret. |\n';

describe('a search that a folder asks for stays inside of it', function () {
  this.timeout(60_000);
  let top: ReturnType<typeof createTestFolder>;
  const folder = (): string => path.join(top.root, 'project');
  beforeEach(() => {
    top = createTestFolder();
    top.put('outside/notes.md', page);
    top.put('project/docs/errors.md', page.replace('Notes', 'Errors').replace(/_NOTE/g, '_ERROR'));
    top.put('project/package.json', '{}');
  });
  afterEach(() => top.remove());
  const list = async (catalogues: readonly unknown[], where = folder(), ...args: readonly string[]) => {
    top.put('project/api-error-codes.json', JSON.stringify({ catalogues }));
    return runCommand(['catalogue', 'list', '--format', 'json', ...args], where);
  };

  it('on the command line: by a path, a glob, an absolute path and a link', async () => {
    if (process.platform !== 'win32') {
      symlinkSync('../outside', path.join(folder(), 'linked'));
      symlinkSync('../../outside/notes.md', path.join(folder(), 'docs/notes.md'));
    }
    const named = ['../outside/notes.md', '../outside/*.md', path.join(top.root, 'outside/notes.md')];
    const links = process.platform === 'win32' ? [] : ['linked/notes.md', 'linked/*.md', 'docs/notes.md'];
    for (const asked of [...named, ...links]) {
      const { out, error, code } = await list([asked, 'docs/errors.md']);
      assert.doesNotMatch(out, /"notes"/, asked);
      assert.match(out, /"errors"/, asked);
      assert.ok(error.includes(`${asked} lies outside of the folder, and only --catalogue names documents elsewhere`), error);
      assert.equal(code, 2, asked);
    }
    const { out, error } = await list(['docs/errors.md'], folder(), '--catalogue', '../outside/notes.md');
    assert.match(out, /"notes"/);
    assert.equal(error, '');
  });

  it('below the folder of its settings, they are relative to it', async () => {
    const below = path.join(folder(), 'packages/web');
    mkdirSync(below, { recursive: true });
    const { out, error } = await list(['docs/errors.md', '../outside/notes.md'], below);
    assert.match(out, /"errors"/);
    assert.doesNotMatch(out, /"notes"/);
    assert.match(error, /outside\/notes\.md lies outside of the folder/);
  });

  it('in the editor where the folder is not trusted, and nothing is listed before', async () => {
    const asked = [
      '../outside/notes.md',
      '/usr/share/**/*.md',
      '//unc/share/x.md',
      '\\\\unc\\share\\x.md',
      'file://unc/share/x.md',
    ];
    top.put('project/api-error-codes.json', JSON.stringify({ catalogues: asked }));
    const client = await startClient({
      folders: [folder()],
      capabilities: { workspace: { configuration: true }, textDocument: { diagnostic: {} } },
      initializationOptions: { trusted: false },
    });
    let notices: readonly string[] = [];
    client.connection.onNotification('$/apiErrorCodes/status', (status: StatusParams) => void (notices = status.notices));
    await client.open(path.join(folder(), 'a.ts'), '');
    try {
      await waitFor('all that is left out', () => notices.length >= asked.length, 10_000);
    } finally {
      await client.stop();
    }
    for (const path of asked.slice(0, 3))
      assert.ok(
        notices.some((notice) => notice.includes(`${path} lies outside`)),
        notices.join('\n'),
      );
    for (const path of asked.slice(3))
      assert.ok(
        notices.some((notice) => notice.includes(path)),
        notices.join('\n'),
      );
    await client.stop();
  });
});
