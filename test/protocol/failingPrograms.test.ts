import assert from 'node:assert/strict';
import { chmodSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './support/runCommand.ts';
import { runGit, shopCatalogue, shopSite } from './support/shop.ts';
import { createTestFolder, startClient, waitFor } from './support/testClient.ts';
import { installCommandLine, realRipgrep, writeProgram } from './support/useProgram.ts';

/** The questions of each caller to ripgrep, as a pattern of a shell's `case`. */
const questions = {
  'which files hold a code': '*--files-with-matches*',
  'which catalogues there are': "*'*.error-codes.json'*|*\\*.error-codes.json*",
  'which APIs show': '*--json*',
};

/** Ways in which a program fails, and the message about each. */
const failures = [
  { script: 'echo "disk on fire" >&2; echo "second line" >&2; exit 7', said: 'ripgrep failed with exit code 7: disk on fire' },
  { script: 'kill -KILL $$', said: 'ripgrep was ended by SIGKILL' },
  { script: 'cat >/dev/null; echo garbage', said: 'ripgrep answered something that cannot be read' },
];

describe('a program that fails', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  let installed: ReturnType<typeof installCommandLine>;
  let project: string;
  const run = (...args: string[]) => runCommand(args, project, {}, installed.commandLine);
  /** A ripgrep that fails where its arguments match, and else is the real one. */
  const failFor = (question: string, script: string): void => {
    writeProgram(installed.ripgrep, `case "$*" in\n${question}) ${script}; exit;;\nesac\nexec '${realRipgrep}' "$@"`);
  };

  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  beforeEach(() => {
    folder = createTestFolder();
    installed = installCommandLine(path.join(folder.root, 'installed'));
    project = path.join(folder.root, 'project');
    folder.put('project/package.json', '{}');
    folder.put('project/shop.error-codes.yaml', shopCatalogue('CARD_DECLINED', 'OUT_OF_STOCK'));
    folder.put('project/src/pay.ts', shopSite('CARD_DECLINED'));
    // More than a glance shows, so that ripgrep is asked for catalogues.
    for (let index = 0; index < 100; index += 1) folder.put(`project/assets/${index}.txt`, '');
  });
  afterEach(() => folder.remove());

  for (const [about, question] of Object.entries(questions)) {
    for (const { script, said } of failures) {
      it(`is no green answer, and is named once: asked ${about}, ${said}`, async function () {
        if (about === 'which catalogues there are' && said.includes('cannot be read')) {
          // Names of files may be anything, but each has its end.
          failFor(question, 'printf garbage');
        } else failFor(question, script);
        for (const command of ['check', 'coverage']) {
          const { code, error } = await run(command, '--format', 'json', '.', 'src/pay.ts');
          assert.equal(code, 2, command);
          assert.equal(error.split(said).length - 1, 1, `${command}: ${error}`);
          assert.ok(!error.includes('second line') && !/^ {4}at /m.test(error), error);
        }
      });
    }
  }

  it('costs only what it was asked for: a file that is named is checked all the same', async () => {
    failFor('*', 'echo "disk on fire" >&2; exit 7');
    const catalogue = ['--catalogue', 'shop.error-codes.yaml'];
    const { code, out, error } = await run('check', '--format', 'json', ...catalogue, 'src/pay.ts', 'src');
    const { findings, skipped } = JSON.parse(out) as { findings: { file: string }[]; skipped: unknown[] };
    assert.deepEqual([code, findings.map(({ file }) => file)], [2, ['src/pay.ts']]);
    const reason = 'ripgrep failed with exit code 7: disk on fire';
    assert.deepEqual([error, skipped], [`${reason}.\n`, [{ file: '', reason }]]);
    for (const format of ['pretty', 'sarif', 'junit', 'github']) {
      const whole = await run('check', '--format', format);
      assert.deepEqual([whole.code, whole.error.includes(reason)], [2, true], format);
    }
    assert.match((await run('check')).out, /^Nothing was checked: what was asked for could not be read\.$/m);
  });

  it('that cannot be started is named', async () => {
    chmodSync(writeProgram(installed.ripgrep, 'exit 0'), 0o644);
    const { code, error } = await run('check', 'src');
    assert.equal(code, 2);
    assert.match(error, /^ripgrep could not be run: spawn \S+ EACCES\.?$/m);
  });

  it('is reported to the command that only wants its catalogues', async () => {
    failFor('*', 'exit 7');
    for (const args of [
      ['explain', 'CARD_DECLINED'],
      ['catalogue', 'list'],
      ['logs', '.'],
    ]) {
      const { code, error } = await run(...args);
      assert.deepEqual([code, error.includes('ripgrep failed with exit code 7')], [2, true], args.join(' '));
    }
  });

  it('is reported once where the editor reports limits', async () => {
    failFor('*', 'echo "disk on fire" >&2; exit 7');
    const client = await startClient({ folders: [project], initializationOptions: { ripgrepPath: installed.ripgrep } });
    try {
      let notices: readonly string[] = [];
      client.connection.onNotification('$/apiErrorCodes/status', (status: { notices: readonly string[] }) => {
        notices = status.notices;
      });
      await client.open(folder.uri('project/src/pay.ts'), shopSite('CARD_DECLINED'));
      await client.pull(folder.uri('project/src/pay.ts'));
      await client.connection.sendRequest('apiErrorCodes/coverage', { refresh: true });
      await waitFor('a notice', () => notices.length > 0);
      assert.deepEqual(notices, ['ripgrep failed with exit code 7: disk on fire.']);
    } finally {
      await client.stop();
    }
  });
});

describe('a git that fails', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  const check = (folders: string) =>
    runCommand(['check', '--changed-since', 'HEAD'], path.join(folder.root, 'project'), { PATH: folders });

  before(function () {
    if (process.platform === 'win32') this.skip();
    folder = createTestFolder();
    folder.put('project/shop.error-codes.yaml', shopCatalogue('CARD_DECLINED'));
    folder.put('project/a.ts', shopSite('CARD_DECLINED'));
    runGit(path.join(folder.root, 'project'), 'init', '-q');
    runGit(path.join(folder.root, 'project'), 'add', '.');
    runGit(path.join(folder.root, 'project'), 'commit', '-qm', 'first');
  });
  after(() => folder?.remove());

  const search = process.env['PATH'] ?? '';
  for (const command of ['rev-parse --verify', 'merge-base', 'diff', 'ls-files', 'is-shallow']) {
    for (const [script, said] of [
      ['echo "disk on fire" >&2; exit 7', 'git failed with exit code 7: disk on fire'],
      ['kill -KILL $$', 'git was ended by SIGKILL'],
      ['printf garbage', 'git answered something that cannot be read'],
    ] as const) {
      it(`is named, and nothing is called checked: ${command}, ${said}`, async () => {
        const fake = `case "$*" in\n*'${command}'*) ${script}; exit;;\nesac\nPATH='${search}' exec git "$@"`;
        writeProgram(path.join(folder.root, 'bin/git'), fake);
        const { code, out, error } = await check(`${folder.root}/bin:${search}`);
        assert.deepEqual([code, out, error], [2, '', `--changed-since: ${said}\n`]);
      });
    }
  }

  it('is never one within the repository, even when PATH names it', async () => {
    const mark = path.join(folder.root, 'was-run');
    writeProgram(path.join(folder.root, 'project/tools/git'), `touch '${mark}'`);
    const { code, error } = await check([`${folder.root}/project/tools`, 'tools', '.', '', search].join(':'));
    assert.deepEqual([code, error], [0, '']);
    assert.ok(!existsSync(mark));
  });

  it('runs nothing that the repository asks for', async () => {
    const mark = path.join(folder.root, 'asked-for');
    const evil = writeProgram(path.join(folder.root, 'evil'), `touch '${mark}'\nexit 1`);
    const project = path.join(folder.root, 'project');
    for (const [key, value] of [
      ['core.fsmonitor', evil],
      ['diff.external', evil],
      ['diff.evil.textconv', evil],
    ] as const)
      runGit(project, 'config', key, value);
    folder.put('project/.gitattributes', '* diff=evil\n');
    folder.put('project/a.ts', `${shopSite('CARD_DECLINED')}\n`);
    rmSync(mark, { force: true });
    assert.equal((await check(search)).code, 0);
    assert.ok(!existsSync(mark));
  });
});
