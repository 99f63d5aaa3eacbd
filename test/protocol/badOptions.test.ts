import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './support/runCommand.ts';
import { shopCatalogue, shopSite } from './support/shop.ts';
import { createTestFolder } from './support/testClient.ts';

/** The arguments, and the message on standard error. */
const wrong: readonly (readonly [readonly string[], RegExp])[] = [
  [['check', '--severity', 'unhandled-code=error=x'], /unknown severity 'error=x' in --severity; the severities are default, /],
  [['check', '--severity', 'unhandled-code='], /unknown severity ''/],
  [['check', '--severity', 'unhandled-code'], /'unhandled-code' in --severity is no RULE=LEVEL/],
  [['check', '--severity', 'unhandled=off'], /unknown rule 'unhandled' in --severity; the rules are unhandled-code, /],
  [
    ['check', '--severity', 'unknown-code=off', '--severity', 'unknown-code=error'],
    /sets the rule 'unknown-code' more than once/,
  ],
  [['check', '--max-warnings', ''], /--max-warnings .*must be a whole number from 0/],
  [['check', '--max-warnings', '0x1'], /--max-warnings .*must be a whole number from 0/],
  [['check', '--fail-on', 'never'], /--fail-on .*Allowed choices are error, warning, information, hint/],
  [['check', '--format', 'xml'], /--format .*Allowed choices are pretty, json, sarif, github, junit/],
  [['check', '--out', ''], /--out .*must not be empty/],
  [['check', '--changed-since', ''], /--changed-since .*must not be empty/],
  [['check', '--catalogue', ''], /--catalogue .*must not be empty/],
  [['check', ''], /'path'.*must not be empty/],
  [['check', '--stdin-filename', 'a.ts', 'src'], /--stdin-filename checks only standard input/],
  [['check', '--out', 'folder', '--format', 'json'], /^folder: cannot be written: It is a folder\./],
  [['check', '--baseline', 'none.json'], /^none\.json: does not exist; --update-baseline writes it/],
  [['check', '--baseline', 'known.json', '--out', 'known.json'], /--out would write the report over the baseline/],
  [['check', '--baseline', 'known.json', '--update-baseline', '--out', 'x'], /--update-baseline writes no report/],
  [['coverage', '--format', 'xml'], /--format .*Allowed choices are pretty, json, markdown, html/],
  [['coverage', '--out', 'folder'], /^folder: cannot be written: It is a folder\./],
  [['coverage', ''], /'path'.*must not be empty/],
  ...['101', '-1', 'abc', '', '%', '0x10'].map(
    (value) => [['coverage', '--fail-under', value], /--fail-under .*must be a number from 0 to 100/] as const,
  ),
];

describe('options that make no sense', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  before(() => {
    folder = createTestFolder();
    folder.put('shop.error-codes.yaml', shopCatalogue('CARD_DECLINED', 'OUT_OF_STOCK'));
    folder.put('src/pay.ts', shopSite('CARD_DECLINED'));
    folder.put('known.json', '{ "version": 1, "findings": [] }');
    mkdirSync(path.join(folder.root, 'folder'));
  });
  after(() => folder.remove());

  it('are named, with exit code 2 and without half of a result', async () => {
    const before = readdirSync(folder.root, { recursive: true });
    for (const [args, message] of wrong) {
      const { code, out, error } = await runCommand(args, folder.root);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(error, message, args.join(' '));
    }
    assert.deepEqual(readdirSync(folder.root, { recursive: true }), before);
  });

  it('never write over a file that is not a baseline', async () => {
    const known = { version: 1, findings: [{ rule: 'unknown-code', file: 'x.ts', subject: '', codes: [], count: 1 }] };
    for (const [text, problem] of [
      [shopSite('CARD_DECLINED'), /no JSON at all/],
      ['[]', /is no baseline/],
      [JSON.stringify({ findings: [] }), /is no baseline/],
      [JSON.stringify({ ...known, findings: [{}] }), /is no baseline/],
      [JSON.stringify({ ...known, version: 2 }), /has version 2, and only version 1 is known/],
    ] as const) {
      folder.put('src/other.json', text);
      const { code, out, error } = await runCommand(['check', '--baseline', 'src/other.json'], folder.root);
      assert.deepEqual([code, out], [2, '']);
      assert.match(error, problem);
      const update = await runCommand(['check', '--baseline', 'src/other.json', '--update-baseline'], folder.root);
      assert.equal(update.code, 2);
      assert.match(update.error, /\. It is not written over$/m);
      assert.equal(readFileSync(path.join(folder.root, 'src/other.json'), 'utf8'), text);
    }
    // Without a catalogue its findings are missing: the baseline would forget them.
    folder.put('src/other.json', JSON.stringify(known));
    const args = ['check', '--baseline', 'src/other.json', '--update-baseline', '--catalogue', 'none.yaml'];
    const { code, error } = await runCommand(args, folder.root);
    assert.equal(code, 2);
    assert.match(error, /^none\.yaml: cannot be read[^]*^Not everything could be read: src\/other\.json stays as it is\.$/m);
    assert.equal(readFileSync(path.join(folder.root, 'src/other.json'), 'utf8'), JSON.stringify(known));
  });
});
