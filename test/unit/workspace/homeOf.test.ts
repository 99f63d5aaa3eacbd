import assert from 'node:assert/strict';
import { homeOf } from '../../../server/src/workspace/homeOf.ts';

describe('The home of a document', () => {
  const rows: readonly (readonly [string, readonly string[], string])[] = [
    ['file:///w/a.ts', ['file:///w'], 'file:///w/a.ts'],
    ['untitled:Untitled-1', ['file:///w', 'file:///v'], 'file:///w/Untitled-1'],
    ['untitled:Untitled-1', ['vscode-vfs://github/o/r'], 'vscode-vfs://github/o/r/Untitled-1'],
    ['untitled:Untitled-1', [], 'untitled:Untitled-1'],
    ['untitled:/w/new.ts', ['file:///w'], 'file:///w/new.ts'],
    ['untitled:/elsewhere/new.ts', ['vscode-vfs://github/o/r'], 'file:///elsewhere/new.ts'],
    ['vscode-notebook-cell:/w/n.ipynb#X', ['file:///w'], 'file:///w/n.ipynb'],
    ['vscode-notebook-cell:/w/n.ipynb#X', ['memfs:/w'], 'memfs:/w/n.ipynb'],
    ['vscode-notebook-cell://github/o/r/n.ipynb#X', ['file:///w', 'vscode-vfs://github/o/r'], 'vscode-vfs://github/o/r/n.ipynb'],
  ];
  for (const [uri, folders, home] of rows)
    it(`${uri} in ${folders.join(', ') || 'no folder'}`, () => assert.equal(homeOf(uri, folders), home));
});
