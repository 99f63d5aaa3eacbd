import assert from 'node:assert/strict';
import { createBrowserHost } from '../../../server/src/adapters/browser/createBrowserHost.ts';
import type { Host } from '../../../server/src/workspace/host.ts';
import { testCatalogues } from '../support/testService.ts';

const folder = 'vscode-vfs://github/o/r';

/** A host over files by their paths in the folder, and the questions that it asked for them. */
function createHost(files: Map<string, string | Uint8Array>): { readonly host: Host; readonly asked: string[] } {
  const asked: string[] = [];
  const editor = {
    readFile(uri: string, most: number) {
      asked.push(uri);
      const content = files.get(decodeURIComponent(uri.slice(folder.length + 1)));
      if (content === undefined) return Promise.resolve({ problem: 'missing' });
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return Promise.resolve(bytes.length > most ? { problem: 'large' } : { bytes });
    },
    listFiles(from: string, most: number) {
      asked.push(`list ${from}`);
      const found = [...files.keys()].map((name) => `${folder}/${name.split('/').map(encodeURIComponent).join('/')}`);
      return Promise.resolve({ files: found.filter((uri) => uri.startsWith(`${from}/`)).slice(0, most) });
    },
  };
  return { host: createBrowserHost(editor, 'https://example.com/extension/dist'), asked };
}

const at = (name: string): string => `${folder}/${name}`;
const never = new AbortController().signal;

describe('The host in a browser', () => {
  it('finds catalogues, and documents that settings name', async () => {
    const files = new Map([
      ['a.error-codes.yaml', 'id: a'],
      ['docs/b c.md', '# B'],
      ['docs/d.md', '# D'],
      ['old/e.error-codes.yaml', 'id: e'],
      ['.gitignore', 'old/'],
    ]);
    const { host } = createHost(files);
    const found = await host.listCatalogues(folder);
    assert.deepEqual(
      found.files.map(({ uri, name }) => ({ uri, name })),
      [{ uri: at('a.error-codes.yaml'), name: 'a.error-codes.yaml' }],
    );
    assert.deepEqual(await found.files[0]?.read(), { text: 'id: a' });

    const named = await host.expandCatalogues(folder, './docs/b c.md', undefined);
    assert.deepEqual(await named.files[0]?.read(), { text: '# B' });
    assert.equal(named.files[0]?.name, 'docs/b c.md');
    assert.deepEqual(
      (await host.expandCatalogues(folder, 'docs/*.md', undefined)).files.map(({ name }) => name),
      ['docs/b c.md', 'docs/d.md'],
    );
  });

  it('names what it does not read', async () => {
    const { host } = createHost(
      new Map([
        ['a.md', ''],
        ['big.gz', ''],
      ]),
    );
    const problemOf = async (pattern: string, inside: string | undefined = folder) =>
      (await host.expandCatalogues(inside, pattern, undefined)).problem;
    assert.equal(await problemOf('b.md'), 'b.md does not exist');
    assert.equal(await problemOf('*.csv'), '*.csv matches no file');
    assert.equal(await problemOf('../x/a.md'), '../x/a.md lies outside of the folder, and a browser reads only that');
    for (const outside of ['/etc/a.md', '~/a.md', 'C:\\a.md', 'https://example.com/a.md'])
      assert.equal(await problemOf(outside), `${outside} lies outside of the folder, and a browser reads only that`);
    const [packed] = (await host.expandCatalogues(folder, 'big.gz', undefined)).files;
    assert.deepEqual(await packed?.read(), { problem: 'is compressed, and is not read in a browser' });
    const [document] = (await host.expandCatalogues(folder, 'a.md', undefined)).files;
    assert.deepEqual(await document?.readRelated('../../x.md'), { problem: `lies outside of ${folder}` });
    assert.deepEqual(await document?.readRelated('x.md'), { problem: 'does not exist', isMissing: true, uri: at('x.md') });
  });

  it('sees which APIs show in a folder, and which not', async () => {
    const text = `fetch('https://${testCatalogues.catalogues[0]?.detect.hosts[0]}')`;
    const showsIn = async (files: Map<string, string>, root = folder): Promise<readonly string[]> => [
      ...(await createHost(files).host.scanEvidence(root, testCatalogues, never)).evidence.keys(),
    ];
    const [first] = testCatalogues.catalogues;
    assert.deepEqual(await showsIn(new Map([['src/a.ts', text]])), [first?.id]);
    assert.deepEqual(
      await showsIn(
        new Map([
          ['README.md', text],
          ['node_modules/x/a.ts', text],
          ['yarn.lock', text],
        ]),
      ),
      [],
    );
    assert.deepEqual(
      await showsIn(
        new Map([
          ['src/a.ts', text],
          ['.gitignore', 'src'],
        ]),
      ),
      [],
    );
    assert.deepEqual(
      await showsIn(
        new Map([
          ['src/a.ts', text],
          ['lib/b.ts', ''],
        ]),
        at('lib'),
      ),
      [],
    );
  });

  it('finds the source files that hold a needle', async () => {
    const { host } = createHost(
      new Map<string, string | Uint8Array>([
        ['a.ts', "'CODE'"],
        ['b.py', 'nothing'],
        ['c.md', 'CODE'],
        ['gen/d.ts', 'CODE'],
        ['e.ts', Uint8Array.of(0xff, 0xfe, ...[...'CODE'].flatMap((sign) => [sign.charCodeAt(0), 0]))],
        ['f.ts', Uint8Array.of(0, 1, 2)],
      ]),
    );
    assert.deepEqual(await host.findCodeFiles(folder, ['CODE'], ['gen']), { files: [at('a.ts'), at('e.ts')], problems: [] });
    // So many are looked for where each file is read.
    const many = Array.from({ length: 501 }, (_, index) => `CODE_${index}`);
    assert.equal((await host.findCodeFiles(folder, many, [])).files.length, 5);
  });

  it('says how many source files it leaves out', async () => {
    const files = new Map(Array.from({ length: 501 }, (_, index) => [`${index}.ts`, 'CODE']));
    const { files: found, problems } = await createHost(files).host.findCodeFiles(folder, ['CODE'], []);
    assert.equal(found.length, 500);
    assert.deepEqual(problems, ['The folder has 501 source files, and a browser reads the first 500 of them']);
  });

  it('knows projects and ignored files from their names', async () => {
    const { host } = createHost(
      new Map([
        ['package.json', ''],
        ['packages/one/go.mod', ''],
        ['packages/one/src/a.go', ''],
        ['src/b.ts', ''],
        ['src/.gitignore', 'b.ts'],
      ]),
    );
    await host.listCatalogues(folder);
    assert.equal(host.rootOf(at('packages/one/src/a.go'), undefined), at('packages/one'));
    assert.equal(host.rootOf(at('src/b.ts'), undefined), folder);
    assert.equal(host.isIgnored(at('src/b.ts')), true);
    assert.equal(host.isIgnored(at('packages/one/src/a.go')), false);
    assert.equal(host.isFolder(at('packages')), true);
    assert.equal(host.isFolder(at('package.json')), false);
    const paths = [
      [folder, at('a%20b/c.ts'), 'a b/c.ts'],
      [folder, folder, ''],
      [at('packages/one'), at('a.ts'), '../../a.ts'],
      [at('packages/one'), at('packages/two/a.ts'), '../two/a.ts'],
      [folder, 'vscode-vfs://elsewhere/o/r/a.ts', 'vscode-vfs://elsewhere/o/r/a.ts'],
    ] as const;
    for (const [from, to, path] of paths) assert.equal(host.relative(from, to), path);
  });

  it('asks for a text once, until its file changes', async () => {
    const files = new Map([['a.ts', 'one']]);
    const { host, asked } = createHost(files);
    await host.findCodeFiles(folder, ['one'], []);
    assert.deepEqual(await host.readSource(at('a.ts'), 1_000), { text: 'one' });
    assert.deepEqual(await host.readSource(at('a.ts'), 2), { reason: 'is larger than 0.002 KB' });
    assert.deepEqual(asked, [`list ${folder}`, at('a.ts')]);
    files.set('a.ts', 'two').set('b.ts', 'two');
    await host.forgetFiles([at('a.ts')]);
    assert.deepEqual((await host.findCodeFiles(folder, ['two'], [])).files, [at('a.ts'), at('b.ts')]);
    files.delete('a.ts');
    await host.forgetFiles();
    assert.equal(await host.readSource(at('a.ts'), 1_000), undefined);
    assert.deepEqual(await host.readSource(at('b.ts'), 2), { reason: 'is larger than 0.002 KB' });
  });

  it('takes every address for a file but those of the editor itself', () => {
    const { host } = createHost(new Map());
    assert.equal(host.fileOf('memfs:/a.ts'), 'memfs:/a.ts');
    assert.equal(host.fileOf('vscode-test-web://mount/'), 'vscode-test-web://mount');
    for (const uri of [
      'untitled:Untitled-1',
      'output:log',
      'git:/a.ts',
      'vscode-notebook-cell:/n.ipynb#1',
      'api-error-codes-example:/a.ts',
    ])
      assert.equal(host.fileOf(uri), undefined, uri);
  });
});
