import assert from 'node:assert/strict';
import { chmodSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from './support/runCommand.ts';
import { runGit, shopCatalogue, shopSite as site } from './support/shop.ts';
import { createTestFolder } from './support/testClient.ts';

/** A repository with a branch, and checkouts of it as CI servers make them. */
describe('check --changed-since in the checkouts of CI', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  const git = (name: string, ...args: string[]): void => runGit(path.join(folder.root, name), ...args);
  const check = async (name: string, revision: string) => {
    const args = ['check', '--no-builtin', '--format', 'json', '--changed-since', revision];
    const { code, out, error } = await runCommand(args, path.join(folder.root, name));
    const files = out === '' ? [] : (JSON.parse(out) as { findings: { file: string }[] }).findings.map(({ file }) => file);
    return { code, files, error };
  };
  const ofBranch = { code: 1, files: ['src/moved to.ts', 'src/new.ts'], error: '' };

  before(() => {
    folder = createTestFolder();
    folder.put('origin/shop.error-codes.yaml', shopCatalogue('CARD_DECLINED', 'OUT_OF_STOCK'));
    for (const name of ['old', 'gone', 'moved', 'fixed']) folder.put(`origin/src/${name}.ts`, site('CARD_DECLINED'));
    git('origin', 'init', '-q', '-b', 'main');
    git('origin', 'add', '.');
    git('origin', 'commit', '-qm', 'first');
    git('origin', 'checkout', '-qb', 'topic');
    folder.put('origin/src/new.ts', site('CARD_DECLINED'));
    rmSync(path.join(folder.root, 'origin/src/gone.ts'));
    renameSync(path.join(folder.root, 'origin/src/moved.ts'), path.join(folder.root, 'origin/src/moved to.ts'));
    git('origin', 'add', '.');
    git('origin', 'commit', '-qm', 'topic');
    git('origin', 'commit', '-qm', 'nothing', '--allow-empty');
    git('origin', 'checkout', '-q', 'main');
    folder.put('origin/src/fixed.ts', site('CARD_DECLINED', 'OUT_OF_STOCK'));
    git('origin', 'commit', '-qam', 'fixed on main');
    git('origin', 'checkout', '-qb', 'merged');
    git('origin', 'merge', '-q', '-m', 'merge', 'topic');
    git('origin', 'checkout', '-q', 'main');
  });
  after(() => folder.remove());

  it('finds what a branch changed: renamed files, none that are gone, nothing of the other side', async () => {
    git('.', 'clone', '-q', '-b', 'topic', 'origin', 'whole');
    assert.deepEqual(await check('whole', 'origin/main'), ofBranch);
    assert.deepEqual(await check('whole', 'HEAD~1'), { code: 0, files: [], error: '' });
    git('whole', 'worktree', 'add', '-q', '--detach', '../worktree', 'origin/merged');
    assert.deepEqual(await check('worktree', 'origin/main'), ofBranch);
    assert.deepEqual(await check('worktree', 'HEAD^1'), ofBranch);
  });

  it('explains how to get a revision that a checkout without history lacks', async () => {
    const url = pathToFileURL(path.join(folder.root, 'origin')).href;
    git('.', 'clone', '-q', '--depth', '1', '-b', 'merged', url, 'shallow');
    const missing = await check('shallow', 'origin/main');
    assert.equal(missing.code, 2);
    assert.match(
      missing.error,
      /^--changed-since: git knows no revision 'origin\/main'\. The checkout has no history: fetch .*fetch-depth: 0/,
    );
    git('shallow', 'fetch', '-q', '--depth', '1', 'origin', 'main:refs/remotes/origin/main');
    const fetched = await check('shallow', 'origin/main');
    assert.deepEqual([fetched.code, fetched.files], [1, ofBranch.files]);
    assert.match(
      fetched.error,
      /^--changed-since: the checkout has no history, so that files count, too, that have changed only in 'origin\/main'/,
    );
    git('shallow', 'fetch', '-q', '--deepen', '3');
    assert.deepEqual(await check('shallow', 'origin/main'), ofBranch);
    // Where the history is there, no message mentions it.
    assert.equal((await check('whole', 'nowhere')).error, "--changed-since: git knows no revision 'nowhere'\n");
  });

  it('reports that there is no git, or that it does not trust a different user’s checkout', async () => {
    git('.', 'clone', '-q', 'origin', 'other');
    const run = (environment: Readonly<Record<string, string>>) =>
      runCommand(['check', '--changed-since', 'HEAD'], path.join(folder.root, 'other'), environment);
    const without = await run({ PATH: folder.root });
    assert.deepEqual([without.code, without.out], [2, '']);
    assert.match(without.error, /^--changed-since: git could not be run: /);
    if (process.platform === 'win32') return;
    const search = process.env['PATH'] ?? '';
    const script = `#!/bin/sh\nexport GIT_TEST_ASSUME_DIFFERENT_OWNER=1 PATH='${search}'\nexec git "$@"\n`;
    const wrapper = folder.put('bin/git', script);
    chmodSync(wrapper, 0o755);
    const foreign = await run({ PATH: `${path.dirname(wrapper)}:${search}` });
    assert.deepEqual([foreign.code, foreign.out], [2, '']);
    assert.match(foreign.error, /dubious ownership[^]*safe\.directory/);
  });
});
