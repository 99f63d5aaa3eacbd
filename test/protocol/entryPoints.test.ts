import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { createTestFolder } from './support/testClient.ts';

const catalogue =
  'id: shop\ntitle: Shop API\ncodes:\n  - { code: CARD_DECLINED, cause: A }\n  - { code: OUT_OF_STOCK, cause: B }\n';
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const site = "switch (err.code) {\n  case 'CARD_DECLINED': break;\n}\n";

describe('the ready-made entry points', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;

  /** The programs on the machine, outside of the checkout. */
  let tools: ReturnType<typeof createTestFolder>;

  /** npm itself; only the package's name becomes that of a file, whose program is the built one. */
  const withTools = () => {
    tools.put('package/package.json', '{ "name": "api-error-codes", "version": "0.1.0" }');
    tools.put('package/dist/cli.cjs', `require(${JSON.stringify(path.resolve('dist/cli.cjs'))});\n`);
    const packed = spawnSync('tar', ['-czf', 'package.tgz', 'package'], { cwd: tools.root });
    assert.equal(packed.status, 0);
    const npm = tools.put(
      'bin/npm',
      `#!/bin/bash\nPATH="$REAL_PATH"\nexec npm "\${@/#api-error-codes@*/${path.join(tools.root, 'package.tgz')}}"\n`,
    );
    chmodSync(npm, 0o755);
    const real = process.env['PATH'] ?? '';
    return { REAL_PATH: real, PATH: `${path.join(tools.root, 'bin')}:${real}` };
  };

  /** The environment of a runner: npm has not started it, and has not passed it its own settings. */
  const withoutNpm = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

  /** Files by which a pull request may try to run its own program; each would leave a file behind. */
  const putTraps = (): void => {
    const program = `require('fs').writeFileSync(${JSON.stringify(path.join(folder.root, 'ran'))}, '');\n`;
    folder.put('trap.cjs', program);
    chmodSync(folder.put('trap.sh', `#!/bin/sh\ntouch "${path.join(folder.root, 'ran')}"\nexec sh "$@"\n`), 0o755);
    folder.put(
      '.npmrc',
      `node-options=--require=${path.join(folder.root, 'trap.cjs')}\nscript-shell=${path.join(folder.root, 'trap.sh')}\nregistry=http://127.0.0.1:9/\nprefix=${folder.root}\nuserconfig=${path.join(folder.root, '.npmrc')}\n`,
    );
    folder.put(
      'node_modules/api-error-codes/package.json',
      '{ "name": "api-error-codes", "version": "0.1.0", "bin": "dist/cli.cjs" }',
    );
    folder.put('node_modules/api-error-codes/dist/cli.cjs', `#!/usr/bin/env node\n${program}`);
    chmodSync(folder.put('node_modules/.bin/api-error-codes', `#!/usr/bin/env node\n${program}`), 0o755);
    folder.put('package.json', `{ "name": "x", "scripts": { "preinstall": "touch ${path.join(folder.root, 'ran')}" } }`);
  };

  beforeEach(() => {
    folder = createTestFolder();
    tools = createTestFolder();
    folder.put('shop.error-codes.yaml', catalogue);
    folder.put('src/pay now.ts', site);
    folder.put('lib/other.ts', site);
  });
  afterEach(() => {
    folder.remove();
    tools.remove();
  });

  describe('the GitHub Action', () => {
    const action = parse(readFileSync('action.yml', 'utf8')) as {
      inputs: Record<string, { default: string }>;
      runs: { steps: { run: string; env: Record<string, string> }[] };
    };
    /** Runs the step as the runner does, with a package out of a file in place of a download. */
    const run = (given: Readonly<Record<string, string>>) => {
      const [step] = action.runs.steps;
      assert.ok(step);
      const script = tools.put('step.sh', step.run);
      const environment = Object.entries(step.env).map(([name, value]) => {
        const input = /inputs\.([\w-]+)/.exec(value)?.[1] ?? '';
        assert.ok(input in action.inputs, input);
        return [name, given[input] ?? action.inputs[input]?.default ?? ''] as const;
      });
      return spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
        cwd: folder.root,
        encoding: 'utf8',
        env: { ...withoutNpm(), ...Object.fromEntries(environment), ...withTools(), RUNNER_TEMP: tools.root },
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

    it('runs nothing that the checkout brings, and installs nothing into it', () => {
      putTraps();
      const { status, stdout, stderr } = run({});
      assert.equal(status, 1, stderr);
      assert.match(stdout, /^::warning file=src\/pay now\.ts,line=1,/m);
      assert.ok(!existsSync(path.join(folder.root, 'ran')), 'a program of the checkout has run');
    });

    it('takes no address for a version', () => {
      const { status, stderr } = run({ version: `file:${folder.root}` });
      assert.equal(status, 2);
      assert.match(stderr, /no version/);
    });
  });

  it('the action installs its own version, and only a version', () => {
    const { inputs } = parse(readFileSync('action.yml', 'utf8')) as { inputs: Record<string, { default: string }> };
    assert.equal(inputs['version']?.default, manifest.version);
  });

  describe('the pre-commit hook', () => {
    const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as { entry: string; language: string }[];
    /** Runs the hook as pre-commit does: out of a copy of this repository, in the one that is committed to. */
    const run = (...files: string[]) => {
      assert.ok(hook);
      assert.equal(hook.language, 'script');
      const script = tools.put(`copy/${hook.entry}`, readFileSync(hook.entry, 'utf8'));
      chmodSync(script, 0o755);
      tools.put('copy/package.json', JSON.stringify({ version: manifest.version, type: 'module' }));
      return spawnSync(script, files, { cwd: folder.root, encoding: 'utf8', env: { ...withoutNpm(), ...withTools() } });
    };

    it('is given files, and fails on what it finds in them', () => {
      const found = run('src/pay now.ts');
      assert.equal(found.status, 1, found.stderr);
      assert.doesNotMatch(found.stdout, /lib\/other/);
      assert.equal(run('shop.error-codes.yaml').status, 0);
    });

    it('runs nothing that the repository brings', () => {
      putTraps();
      const { status, stdout, stderr } = run('src/pay now.ts');
      assert.equal(status, 1, stderr);
      assert.match(stdout, /OUT_OF_STOCK/);
      assert.ok(!existsSync(path.join(folder.root, 'ran')), 'a program of the repository has run');
    });
  });
});
