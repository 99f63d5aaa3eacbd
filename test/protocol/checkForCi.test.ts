import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseFragment } from 'parse5';
import AjvDraft4 from 'ajv-draft-04';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Log } from 'sarif';
import { runCommand } from './support/runCommand.ts';
import { runGit, shopCatalogue as catalogue, shopSite as site } from './support/shop.ts';
import { createTestFolder, startClient, type TestClient } from './support/testClient.ts';

describe('check in CI', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  const check = (...args: string[]) => runCommand(['check', '--no-builtin', ...args], folder.root);
  const git = (...args: string[]): void => runGit(folder.root, ...args);

  beforeEach(() => {
    folder = createTestFolder();
    folder.put('shop.error-codes.yaml', catalogue('CARD_DECLINED', 'OUT_OF_STOCK', 'CART_EMPTY'));
    folder.put('src/pay now.ts', site('CARD_DECLINED'));
  });
  afterEach(() => folder.remove());

  it('writes SARIF that is valid, with the rules’ pages and without paths of the machine', async () => {
    const { code, out } = await check('--format', 'sarif');
    assert.equal(code, 1);
    const log = JSON.parse(out) as Log;
    const ajv = new AjvDraft4({ strict: false, allErrors: true, formats: fullFormats });
    const schema = JSON.parse(readFileSync('test/fixtures/sarif/sarif-schema-2.1.0.json', 'utf8')) as object;
    assert.ok(ajv.validate(schema, log), ajv.errorsText());
    const [run] = log.runs;
    const [result] = run?.results ?? [];
    assert.deepEqual(result?.locations?.[0]?.physicalLocation, {
      artifactLocation: { uri: 'src/pay%20now.ts', uriBaseId: '%SRCROOT%' },
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 18 },
    });
    assert.equal(result.level, 'warning');
    const rule = run?.tool.driver.rules?.[result.ruleIndex ?? -1];
    assert.equal(rule?.id, 'unhandled-code');
    assert.match(rule.help?.markdown ?? '', /^# /);
    assert.ok(!out.includes(folder.root) && !out.includes(process.cwd()));
  });

  it('knows a finding in SARIF again after edits, and reports when not everything could be read', async () => {
    const read = async (...args: string[]) => {
      const [run] = (JSON.parse((await check('--format', 'sarif', ...args)).out) as Log).runs;
      return [
        run?.invocations?.[0]?.executionSuccessful,
        run?.results?.map(({ partialFingerprints }) => partialFingerprints?.['finding/v1']),
      ] as const;
    };
    folder.put('src/pay now.ts', site('CARD_DECLINED') + site('OUT_OF_STOCK') + site('CART_EMPTY').replace('err', 'error'));
    const before = await read();
    assert.equal(new Set(before[1]).size, 3);
    folder.put(
      'src/pay now.ts',
      `// further down\n${site('CARD_DECLINED', 'CART_EMPTY')}\n\n${site('OUT_OF_STOCK')}${site('CART_EMPTY').replace('err', 'error')}`,
    );
    assert.deepEqual(await read(), before);
    assert.deepEqual(await read('.', 'none'), [false, before[1]]);
  });

  it('writes JUnit that holds a failure for each finding, and a test without any', async () => {
    folder.put('src/<&".ts', site('OUT_OF_STOCK'));
    const { out } = await check('--format', 'junit');
    assert.match(out, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="api-error-codes" tests="2" failures="2"/);
    const document = JSON.stringify(parseFragment(out), (key, value: unknown) => (key === 'parentNode' ? undefined : value));
    assert.match(document, /src\/<&\\"\.ts/);
    folder.put('src/<&".ts', '');
    folder.put('src/pay now.ts', '');
    const none = await check('--format', 'junit');
    assert.equal(none.code, 0);
    assert.match(none.out, /tests="1" failures="0"[\s\S]*<testcase name="2 files checked"/);
  });

  it('calls only what fails the check a failure in JUnit, and prints the rest as output of the tests', async () => {
    folder.put('src/later.ts', 'switch (err.code) {\n  case "CARD_DECLINED": break;\n  default: throw err;\n}\n');
    const failures = async (...args: string[]) => {
      const { code, out } = await check('--format', 'junit', ...args);
      const failed = [...out.matchAll(/<testcase [^>]*file="([^"]*)"[^>]*>\s*<failure type="(\w+)"/g)].map(
        ([, ...found]) => found,
      );
      const printed = [...out.matchAll(/<system-out>(\S+:\d+:\d+: \w+): /g)].map(([, text]) => text);
      return [code, /<testsuites [^>]*tests="2" failures="(\d)"/.exec(out)?.[1], failed, printed];
    };
    assert.deepEqual(await failures(), [1, '1', [['src/pay now.ts', 'warning']], ['src/later.ts:1:1: hint']]);
    assert.deepEqual((await failures('--fail-on', 'error')).slice(0, 3), [0, '0', []]);
    assert.equal((await failures('--fail-on', 'hint'))[1], '2');
    assert.deepEqual((await failures('--max-warnings', '1')).slice(0, 3), [0, '0', []]);
    assert.deepEqual((await failures('--max-warnings', '0', '--fail-on', 'error')).slice(0, 2), [1, '1']);
  });

  it('leaves out what a baseline knows, wherever it has moved, and reports what is new', async () => {
    const known = await check('--baseline', 'known.json', '--update-baseline');
    assert.equal(known.code, 0);
    const baseline = readFileSync(path.join(folder.root, 'known.json'), 'utf8');
    assert.doesNotMatch(baseline, /"line"/);
    folder.put('src/pay now.ts', `// further down\n\n${site('CARD_DECLINED')}`);
    const moved = await check('--baseline', 'known.json', '--format', 'json');
    assert.deepEqual([moved.code, (JSON.parse(moved.out) as { findings: []; known: number }).known], [0, 1]);
    // Better than before is known too.
    folder.put('src/pay now.ts', site('CARD_DECLINED', 'CART_EMPTY'));
    assert.equal((await check('--baseline', 'known.json')).code, 0);
    // A code that the documentation adds is new.
    folder.put('shop.error-codes.yaml', catalogue('CARD_DECLINED', 'OUT_OF_STOCK', 'CART_EMPTY', 'LATE'));
    assert.equal((await check('--baseline', 'known.json')).code, 1);
    folder.put('shop.error-codes.yaml', catalogue('CARD_DECLINED'));
    const fixed = await check('--baseline', 'known.json');
    assert.equal(fixed.code, 0);
    assert.match(fixed.error, /known\.json: 1 finding is no longer there/);
    assert.equal(
      await check('--baseline', 'known.json', '--update-baseline').then(() =>
        readFileSync(path.join(folder.root, 'known.json'), 'utf8'),
      ),
      '{\n  "version": 1,\n  "findings": []\n}\n',
    );
    const missing = await check('--baseline', 'none.json');
    assert.deepEqual([missing.code, /none\.json: does not exist/.test(missing.error)], [2, true]);
  });

  it('checks only what has changed since a revision, and all when a catalogue has', async () => {
    folder.put('src/old.ts', site('OUT_OF_STOCK'));
    assert.match((await check('--changed-since', 'HEAD')).error, /--changed-since: the folder is in no git repository/);
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-qm', 'first');
    const files = async (): Promise<readonly string[]> => {
      const { out } = await check('--changed-since', 'main', '--format', 'json');
      return (JSON.parse(out) as { findings: { file: string }[] }).findings.map(({ file }) => file);
    };
    assert.deepEqual(await files(), []);
    git('checkout', '-qb', 'topic');
    folder.put('src/new\nline.ts', site('CARD_DECLINED'));
    git('add', '.');
    git('commit', '-qm', 'second');
    folder.put('src/untracked.ts', site('CARD_DECLINED'));
    assert.deepEqual(await files(), ['src/new\nline.ts', 'src/untracked.ts']);
    folder.put('shop.error-codes.yaml', catalogue('CARD_DECLINED', 'OUT_OF_STOCK', 'CART_EMPTY', 'LATE'));
    assert.deepEqual(await files(), ['src/new\nline.ts', 'src/old.ts', 'src/pay now.ts', 'src/untracked.ts']);
    assert.match((await check('--changed-since', 'nowhere')).error, /git knows no revision 'nowhere'/);
    assert.equal((await check('--changed-since', '--output=x')).code, 2);
  });

  it('checks standard input under a name', async () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [path.resolve('dist/cli.cjs'), 'check', '--no-builtin', '--format', 'json', ...args], {
        cwd: folder.root,
        input: site('OUT_OF_STOCK'),
        encoding: 'utf8',
      });
    const { status, stdout } = run('--stdin-filename', 'src/unsaved.ts');
    const { findings } = JSON.parse(stdout) as { findings: { file: string; codes: string[] }[] };
    assert.deepEqual(
      [status, findings.map(({ file, codes }) => [file, codes])],
      [1, [['src/unsaved.ts', ['CARD_DECLINED', 'CART_EMPTY']]]],
    );
    assert.equal(run('-').status, 2);
    assert.match(run('--stdin-filename', 'x.unknown').stderr, /has a name that says no language/);
  });

  it('follows the folder’s configuration file, and names what is wrong in it', async () => {
    folder.put('api-error-codes.yaml', 'severity:\n  unhandled-code: error\nignoredCodes: [OUT_OF_STOCK]\n');
    const { out } = await check('--format', 'json');
    const [finding] = (JSON.parse(out) as { findings: { severity: string; codes: string[] }[] }).findings;
    assert.deepEqual([finding?.severity, finding?.codes], ['error', ['CART_EMPTY']]);
    // The command line goes before the file.
    const over = await check('--format', 'json', '--severity', 'unhandled-code=hint');
    assert.deepEqual(
      [over.code, (JSON.parse(over.out) as { findings: { severity: string }[] }).findings[0]?.severity],
      [0, 'hint'],
    );
    folder.put('api-error-codes.yaml', 'severity:\n  unhandled-code: loud\nignoreCodes: [OUT_OF_STOCK]\n');
    const wrong = await check();
    assert.equal(wrong.code, 2);
    assert.match(wrong.error, /^api-error-codes\.yaml:2:3: apiErrorCodes\.severity\.unhandled-code must be one of/m);
    assert.match(wrong.error, /^api-error-codes\.yaml:3:1: There is no setting "ignoreCodes"/m);
  });

  it('reports everything, however few findings the editor is to show', async () => {
    folder.put('api-error-codes.yaml', 'limits: { findings: 1 }\n');
    folder.put('src/pay now.ts', site('CARD_DECLINED') + site('CART_EMPTY'));
    const { out, error } = await check('--format', 'json');
    assert.deepEqual([(JSON.parse(out) as { findings: [] }).findings.length, error], [2, '']);
  });

  it('checks files with any names, and reports which it cannot name', async function () {
    const bytes = Buffer.concat([Buffer.from(`${folder.root}/bad`), Buffer.from([0xff]), Buffer.from('.ts')]);
    try {
      writeFileSync(bytes, site('CARD_DECLINED'));
    } catch {
      // A file system that knows only text.
      this.skip();
    }
    folder.put('src/new\nline "and" ‘marks’.ts', site('CARD_DECLINED'));
    const { code, out, error } = await check('--format', 'json');
    assert.equal(code, 2);
    assert.match(error, /bad.\.ts: has a name that is no UTF-8, and is not read/);
    const { findings } = JSON.parse(out) as { findings: { file: string }[] };
    assert.deepEqual(
      findings.map(({ file }) => file),
      ['src/new\nline "and" ‘marks’.ts', 'src/pay now.ts'],
    );
    assert.equal((await runCommand(['coverage'], folder.root)).code, 2);
  });

  it('reports that a report cannot be written', async () => {
    const { code, error } = await check('--out', 'none/report.json', '--format', 'json');
    assert.equal(code, 2);
    assert.match(error, /none\/report\.json: cannot be written/);
  });
});

describe('the editor and the command line', function () {
  this.timeout(60_000);
  it('find the same in the same files', async () => {
    const folder = createTestFolder();
    let client: TestClient | undefined;
    try {
      folder.put('package.json', '{}');
      folder.put(
        'api-error-codes.json',
        '{ "severity": { "retired-code": "warning" }, "ignoredCodes": ["CART_EMPTY"], "catalogues": { "mail": { "path": "docs/mail.md" } } }',
      );
      folder.put(
        'docs/mail.md',
        '# Mail API\n\n| Code | Status | Meaning |\n|---|---|---|\n| `BAD_ADDRESS` | 422 | Wrong. |\n| `OUT_OF_QUOTA` | 429 | Later. |\n',
      );
      folder.put('shop.error-codes.yaml', catalogue('CARD_DECLINED', 'OUT_OF_STOCK', 'CART_EMPTY'));
      folder.put('src/codes.ts', "export const ShopError = { Declined: 'CARD_DECLINED', Stock: 'OUT_OF_STOCK' } as const;\n");
      const sources: Record<string, readonly [string, string]> = {
        'src/pay.ts': ['typescript', site('CARD_DECLINED', 'CARD_DECLINED')],
        'src/mail.py': [
          'python',
          'match err.code:\n    case "BAD_ADDRESS":\n        pass\n    case "BAD_ADDRES":\n        pass\n',
        ],
        'src/imported.ts': [
          'typescript',
          "import { ShopError } from './codes';\nswitch (err.code) {\n  case ShopError.Declined: break;\n}\n",
        ],
        'src/pikzels.go': [
          'go',
          'package p\n// api.pikzels.com\nfunc f(code string) {\n\tswitch code {\n\tcase "INVALID_API_KEY":\n\tcase "RATE_LIMITED":\n\t}\n}\n',
        ],
        'config.json': ['json', '{ "key": "pkz_9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c" }\n'],
        'src/ignored.ts': ['typescript', `// error-codes: ignore-file -- elsewhere\n${site('CARD_DECLINED')}`],
      };
      for (const [name, [, text]] of Object.entries(sources)) folder.put(name, text);
      const { out } = await runCommand(['check', '--format', 'json'], folder.root);
      const byCommand = (
        JSON.parse(out) as { findings: { file: string; line: number; column: number; rule: string; message: string }[] }
      ).findings.map(({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule}: ${message}`);
      client = await startClient({ folders: [folder.root] });
      // The declarations of other files are known once the index has been read.
      const first = folder.uri('src/pay.ts');
      await client.open(first, sources['src/pay.ts']?.[1] ?? '');
      await client.connection.sendRequest('textDocument/references', {
        textDocument: { uri: first },
        position: { line: 1, character: 10 },
        context: { includeDeclaration: false },
      });
      const byEditor: string[] = [];
      for (const [name, [languageId, text]] of Object.entries(sources)) {
        if (name !== 'src/pay.ts') await client.open(folder.uri(name), text, languageId);
        for (const { range, code, message } of await client.pull(folder.uri(name)))
          byEditor.push(
            `${name}:${range.start.line + 1}:${range.start.character + 1} ${String(code)}: ${typeof message === 'string' ? message : ''}`,
          );
      }
      assert.ok(byCommand.length >= 6, byCommand.join('\n'));
      assert.deepEqual(byEditor.sort(), byCommand.sort());
    } finally {
      await client?.stop();
      folder.remove();
    }
  });
});
