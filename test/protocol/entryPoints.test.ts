import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { createTestFolder } from './support/testClient.ts';

const catalogue =
  'id: shop\ntitle: Shop API\ncodes:\n  - { code: CARD_DECLINED, cause: A }\n  - { code: OUT_OF_STOCK, cause: B }\n';
const site = "switch (err.code) {\n  case 'CARD_DECLINED': break;\n}\n";

describe('the ready-made entry points', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;

  beforeEach(() => {
    folder = createTestFolder();
    folder.put('shop.error-codes.yaml', catalogue);
    folder.put('src/pay now.ts', site);
    folder.put('lib/other.ts', site);
  });
  afterEach(() => folder.remove());

  describe('the GitHub Action', () => {
    const action = parse(readFileSync('action.yml', 'utf8')) as {
      inputs: Record<string, { default: string }>;
      runs: { steps: { run: string; env: Record<string, string> }[] };
    };
    /** Runs the step as the runner does, with `npx` in place of a download. */
    const run = (given: Readonly<Record<string, string>>) => {
      const [step] = action.runs.steps;
      assert.ok(step);
      const npx = folder.put(
        'bin/npx',
        `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${path.resolve('dist/cli.cjs')}" "$@"\n`,
      );
      chmodSync(npx, 0o755);
      const script = folder.put('bin/step.sh', step.run);
      const environment = Object.entries(step.env).map(([name, value]) => {
        const input = /inputs\.([\w-]+)/.exec(value)?.[1] ?? '';
        assert.ok(input in action.inputs, input);
        return [name, given[input] ?? action.inputs[input]?.default ?? ''] as const;
      });
      return spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
        cwd: folder.root,
        encoding: 'utf8',
        env: {
          ...process.env,
          ...Object.fromEntries(environment),
          PATH: `${path.join(folder.root, 'bin')}:${process.env['PATH']}`,
        },
      });
    };

    it('annotates the lines, and fails', () => {
      const { status, stdout } = run({});
      assert.equal(status, 1);
      assert.match(stdout, /^::warning file=lib\/other\.ts,line=1,/m);
      assert.match(stdout, /^::warning file=src\/pay now\.ts,line=1,/m);
    });

    it('takes its inputs for data: paths with blanks, several lines, nothing that a shell would run', () => {
      const { status, stdout } = run({
        paths: 'src/pay now.ts\n',
        'fail-on': 'error',
        sarif: 'out.sarif',
        catalogues: '$(touch hacked)',
      });
      assert.equal(status, 2, 'there is no such catalogue');
      assert.ok(!existsSync(path.join(folder.root, 'hacked')));
      assert.doesNotMatch(stdout, /lib\/other/);
      const good = run({ paths: 'src/pay now.ts\n', 'fail-on': 'error', sarif: 'out.sarif' });
      assert.equal(good.status, 0, good.stderr);
      assert.match(readFileSync(path.join(folder.root, 'out.sarif'), 'utf8'), /"version": "2\.1\.0"/);
    });
  });

  it('the pre-commit hook is given files, and fails on what it finds in them', () => {
    const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as { entry: string; require_serial: boolean }[];
    assert.ok(hook);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const [npx, yes, tool, ...args] = hook.entry.split(' ');
    assert.deepEqual([npx, yes, tool], ['npx', '--yes', `api-error-codes@${version}`]);
    const run = (...files: string[]) =>
      spawnSync(process.execPath, [path.resolve('dist/cli.cjs'), ...args, ...files], { cwd: folder.root, encoding: 'utf8' });
    assert.deepEqual([run('src/pay now.ts').status, run('shop.error-codes.yaml').status], [1, 0]);
    assert.doesNotMatch(run('src/pay now.ts').stdout, /lib\/other/);
  });
});
