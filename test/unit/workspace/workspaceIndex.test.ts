import assert from 'node:assert/strict';
import type { Host } from '../../../server/src/workspace/host.ts';
import type { LanguageService } from '../../../server/src/service/index.ts';
import type { FactsFinder } from '../../../server/src/workspace/documentFacts.ts';
import { defaultSettings } from '../../../server/src/service/settings/settings.ts';
import { createWorkspaceIndex } from '../../../server/src/workspace/workspaceIndex.ts';

const constantsIn = /const (\w+) = 'CODE'/g;

/** An index over texts by path. Its files name the code `CODE`, or a constant for it. */
function createIndex(texts: ReadonlyMap<string, string>) {
  const read: string[] = [];
  let folders: readonly string[] = [];
  const host = {
    fileOf: (uri: string) => uri.slice('file://'.length),
    uriOf: (file: string) => `file://${file}`,
    relative: (folder: string, file: string) => file.slice(folder.length + 1),
    needlesOf: () => ['CODE'],
    findCodeFiles: (folder: string, needles: readonly string[]) =>
      Promise.resolve({
        files: [...texts].flatMap(([file, text]) =>
          file.startsWith(`${folder}/`) && needles.some((needle) => text.includes(needle)) ? [file] : [],
        ),
        problems: [],
      }),
    readSource(file: string) {
      read.push(file);
      return Promise.resolve({ text: texts.get(file) ?? '' });
    },
  };
  const service = {
    collectMentions: ({ text }: { readonly text: string }) =>
      Promise.resolve({ places: [], sites: [], constants: [...text.matchAll(constantsIn)].map(([, name]) => [name, 'CODE']) }),
  };
  const index = createWorkspaceIndex({
    host: host as unknown as Host,
    service: service as unknown as LanguageService,
    facts: { setOf: () => ({}), factsOf: () => Promise.resolve({}) } as unknown as FactsFinder,
    folders: () => folders,
    settingsOf: () => Promise.resolve(defaultSettings),
    excludesOf: () => Promise.resolve([]),
    openDocument: () => undefined,
    idle: () => Promise.resolve(),
    withProgress: (run, signal) => run(signal, () => undefined),
    fileRead: () => Promise.resolve(),
    fileGone: () => undefined,
    changed: () => undefined,
    say: (problem) => assert.fail(problem),
  });
  return {
    index,
    /** The files that were read since the last call. */
    async readIn(now: readonly string[], change: () => void): Promise<readonly string[]> {
      folders = now.map((folder) => `file://${folder}`);
      change();
      await index.settled();
      return [...new Set(read.splice(0))].sort();
    },
  };
}

describe('folders that come and go', () => {
  const texts = new Map([
    ['/a/one.ts', 'CODE'],
    ['/a/two.ts', 'const LongName = 1; // CODE'],
    ['/a/use.ts', 'Declined'],
    ['/b/three.ts', "const Declined = 'CODE'"],
    ['/b/other.ts', 'nothing'],
  ]);

  it('reads the files of a folder that comes, and others only where they use its constants', async () => {
    const { index, readIn } = createIndex(texts);
    assert.deepEqual(await readIn(['/a'], () => index.refresh()), ['/a/one.ts', '/a/two.ts']);
    const added = await readIn(['/a', '/b'], () => index.changeFolders(['file:///b']));
    assert.deepEqual(added, ['/a/use.ts', '/b/three.ts']);
    assert.equal(index.files().size, 4);
    assert.equal(index.declaring().length, 1);
  });

  it('forgets the files of a folder that goes, and reads those that used its constants', async () => {
    const { index, readIn } = createIndex(texts);
    await readIn(['/a', '/b'], () => index.refresh());
    assert.deepEqual(await readIn(['/a'], () => index.changeFolders([])), ['/a/use.ts']);
    assert.ok([...index.files().keys()].every((uri) => uri.startsWith('file:///a/')));
    assert.deepEqual(index.declaring(), []);
  });

  it('reads the users of constants in a folder that comes', async () => {
    const { index, readIn } = createIndex(texts);
    await readIn(['/b'], () => index.refresh());
    const added = await readIn(['/a', '/b'], () => index.changeFolders(['file:///a']));
    assert.deepEqual(added, ['/a/one.ts', '/a/two.ts', '/a/use.ts']);
  });
});
