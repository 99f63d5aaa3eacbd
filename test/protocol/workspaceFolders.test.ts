import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver/node';
import { createTestFolder, startClient, type TestClient } from './support/testClient.ts';

describe('workspace folders', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof createTestFolder>;
  let other: ReturnType<typeof createTestFolder>;
  let client: TestClient | undefined;

  beforeEach(() => {
    folder = createTestFolder();
    other = createTestFolder();
    folder.put('package.json', '{}');
    other.put('package.json', '{}');
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    folder.remove();
    other.remove();
  });

  /** Waits until these are the places of the code in `open.ts`, each an address and a line from 1. */
  const waitForPlaces = async (expected: readonly string[]): Promise<void> => {
    const deadline = Date.now() + 10_000;
    let found: readonly string[] = [];
    do {
      const places: Location[] | undefined = await client?.connection.sendRequest<Location[]>('textDocument/references', {
        textDocument: { uri: folder.uri('src/open.ts') },
        position: { line: 0, character: 20 },
        context: { includeDeclaration: false },
      });
      found = (places ?? []).map(({ uri, range }) => `${uri}:${range.start.line + 1}`);
    } while (found.join() !== expected.join() && Date.now() < deadline);
    assert.deepEqual(found, expected);
  };

  it('are followed when they are added and removed', async () => {
    other.put('src/codes.ts', "// api.pikzels.com\nexport const PikzelsError = { Broke: 'INSUFFICIENT_CREDITS' } as const;\n");
    const use =
      "import { PikzelsError } from './codes'; // api.pikzels.com\nswitch (err.code) {\n  case PikzelsError.Broke: break;\n}\n";
    folder.put('src/use.ts', use);
    client = await startClient({ folders: [folder.root], capabilities: { workspace: { workspaceFolders: true } } });
    const change = (event: { readonly added: readonly object[]; readonly removed: readonly object[] }) =>
      client?.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    const added = { uri: other.uri(''), name: 'other' };
    const open = folder.uri('src/open.ts');
    await client.open(open, "if (err.code === 'INSUFFICIENT_CREDITS') {} // api.pikzels.com\n");
    await waitForPlaces([`${open}:1`]);
    await change({ added: [added], removed: [] });
    await waitForPlaces([`${folder.uri('src/use.ts')}:3`, `${open}:1`, `${other.uri('src/codes.ts')}:2`]);
    await change({ added: [], removed: [added] });
    await waitForPlaces([`${open}:1`]);
  });
});
