import assert from 'node:assert/strict';
import { runCommand } from './support/runCommand.ts';
import { runGit, shopCatalogue, shopSite } from './support/shop.ts';
import { createTestFolder } from './support/testClient.ts';

describe('a run that looks at nothing', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  const run = (...args: string[]) => runCommand(args, folder.root);
  const noApi = /no API with known error codes shows in 1 file\. To begin, .*api-error-codes import DOCUMENT --out /;

  beforeEach(() => {
    folder = createTestFolder();
  });
  afterEach(() => folder.remove());

  it('reports it, and how to begin, where no API with known codes shows', async () => {
    folder.put('src/a.ts', 'export const a = 1;\n');
    const { code, out, error } = await run('check');
    assert.deepEqual([code, error], [0, '']);
    assert.match(out, new RegExp(`^Nothing was checked: ${noApi.source}`));
    assert.ok(!/Pikzels|No findings/.test(out), out);
    const required = await run('check', '--require-catalogue');
    assert.deepEqual([required.code, required.out], [2, out]);
    assert.match((await run('coverage')).out, new RegExp(`^Nothing was read: ${noApi.source}`));
  });

  it('keeps reports for programs whole, and writes it to standard error', async () => {
    folder.put('src/a.ts', 'export const a = 1;\n');
    for (const format of ['json', 'sarif', 'junit', 'github']) {
      const { code, out, error } = await run('check', '--require-catalogue', '--format', format);
      assert.equal(code, 2, format);
      assert.match(error, noApi);
      assert.ok(!out.includes('Nothing was'), format);
      if (format === 'json' || format === 'sarif') assert.doesNotThrow(() => JSON.parse(out) as unknown);
    }
    const written = await run('check', '--out', 'report.txt');
    assert.deepEqual([written.code, written.out], [0, '']);
    assert.match(written.error, noApi);
    const coverage = await run('coverage', '--format', 'json');
    assert.match(coverage.error, noApi);
    assert.deepEqual(JSON.parse(coverage.out), { version: 1, skipped: [], catalogues: [] });
  });

  it('takes nothing out of installed packages for the project, though git does not ignore them', async () => {
    folder.put('node_modules/pikzels/index.js', "module.exports = 'https://api.pikzels.com';\n");
    folder.put('node_modules/shop/shop.error-codes.yaml', shopCatalogue('CARD_DECLINED'));
    folder.put('src/a.ts', shopSite('INSUFFICIENT_CREDITS'));
    const { out, error } = await run('check');
    assert.match(out, /^Nothing was checked: /);
    assert.match(out, noApi);
    assert.equal(error, '');
    // A folder that is named is looked into all the same.
    assert.match(
      (await run('check', 'node_modules')).error,
      /^node_modules\/pikzels\/index\.js: is in a folder of third-party code/m,
    );
  });

  it('reports that there is no source file', async () => {
    folder.put('docs/a.txt', '');
    const { code, out } = await run('check', 'docs');
    assert.equal(code, 0);
    assert.match(out, /^Nothing was checked: there is no source file in docs\. Name files or folders of code/);
    assert.equal((await run('check', 'docs', '--require-catalogue')).code, 2);
    assert.match((await run('coverage')).out, /^Nothing was read: there is no source file here\./);
    assert.match((await run('logs')).error, /^There are no logs here by their names/);
    const lookup = await run('lookup', 'req-1', '--format', 'json');
    assert.match(lookup.error, /^There are no logs here by their names/);
    assert.doesNotThrow(() => JSON.parse(lookup.out) as unknown);
  });

  it('is not reported where the API shows, whether its codes are used or not, and whatever has changed', async () => {
    folder.put('shop.error-codes.yaml', shopCatalogue('CARD_DECLINED'));
    folder.put('src/a.ts', 'export const a = 1;\n');
    runGit(folder.root, 'init', '-q');
    runGit(folder.root, 'add', '.');
    runGit(folder.root, 'commit', '-qm', 'first');
    const { code, out } = await run('check', '--require-catalogue');
    assert.deepEqual([code, out], [0, 'No findings, 1 file checked.\n']);
    const unchanged = await run('check', '--require-catalogue', '--changed-since', 'HEAD');
    assert.deepEqual([unchanged.code, unchanged.out], [0, 'Nothing was checked: no source file has changed since HEAD.\n']);
  });

  it('names the catalogue that does not show, and the setting that switches it on', async () => {
    folder.put('elsewhere/shop.error-codes.yaml', shopCatalogue('CARD_DECLINED'));
    for (const name of ['elsewhere', 'project']) folder.put(`${name}/package.json`, '{}');
    folder.put('project/src/a.ts', 'export const a = 1;\n');
    const check = (...args: string[]) =>
      runCommand(['check', '--catalogue', '../elsewhere/shop.error-codes.yaml', ...args], `${folder.root}/project`);
    const { code, out } = await check('--require-catalogue');
    assert.equal(code, 2);
    assert.match(out, /nothing shows that 1 file uses Shop API\. Say so with files\.shop\.include in api-error-codes\.yaml/);
    folder.put('project/api-error-codes.yaml', 'files: { shop: { include: ["src/**"] } }\n');
    const said = await check('--require-catalogue');
    assert.deepEqual([said.code, said.out], [0, 'No findings, 1 file checked.\n']);
    folder.put('project/src/a.ts', shopSite('CARD_DECLINED'));
    assert.equal((await check('--require-catalogue')).code, 0);
  });
});
