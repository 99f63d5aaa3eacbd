import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findGrammar } from '../../../scripts/languages.mjs';
import { createLanguageService } from '../../../server/src/service/index.ts';
import { createParserPool } from '../../../server/src/service/syntax/parserPool.ts';
import { pikzelsWorkspace, testDocument, testFacts } from '../support/testService.ts';

function createCountingPool() {
  const loads: string[] = [];
  const pool = createParserPool({
    async load(name) {
      loads.push(name);
      return readFileSync(
        name === 'web-tree-sitter.wasm'
          ? `node_modules/web-tree-sitter/${name}`
          : findGrammar(name.replace(/^tree-sitter-|\.wasm$/g, '')),
      );
    },
  });
  return { pool, loads: () => loads.filter((name) => name !== 'web-tree-sitter.wasm') };
}

describe('grammars', () => {
  it('are loaded when first needed, and once', async () => {
    const { pool, loads } = createCountingPool();
    const service = createLanguageService({ parsers: pool, rulePage: () => undefined });
    const facts = testFacts({ inWorkspace: pikzelsWorkspace });
    await service.findFindings(testDocument('print("nothing here")', 'python'), facts);
    assert.deepEqual(loads(), []);
    const text = 'match err.code:\n    case "INVALID_STYLE":\n        pass\n';
    await Promise.all(
      [1, 2, 3].map((number) => service.findFindings({ uri: `file:///${number}.py`, languageId: 'python', text }, facts)),
    );
    assert.deepEqual(loads(), ['tree-sitter-python.wasm']);
  });

  it('are given back when no document needs them any more', async () => {
    const { pool, loads } = createCountingPool();
    const service = createLanguageService({ parsers: pool, rulePage: () => undefined });
    await service.warm('python');
    await service.warm('vue');
    assert.deepEqual(
      [...pool.loaded()].sort((a, b) => a.localeCompare(b)),
      ['javascript', 'python', 'tsx', 'typescript'],
    );
    service.keepOnly(['python', 'log']);
    assert.deepEqual(pool.loaded(), ['python']);
    service.keepOnly([]);
    assert.deepEqual(pool.loaded(), []);
    await service.warm('python');
    assert.deepEqual(pool.loaded(), ['python']);
    // WebAssembly does not free code: a loaded grammar is used again.
    assert.equal(loads().filter((name) => name.includes('python')).length, 1);
  });

  it('that cannot be loaded are tried again', async () => {
    let broken = true;
    const pool = createParserPool({
      async load(name) {
        if (broken) throw new Error('the disk is gone');
        return readFileSync(name === 'web-tree-sitter.wasm' ? `node_modules/web-tree-sitter/${name}` : findGrammar('python'));
      },
    });
    await assert.rejects(pool.parserFor('python'), /the disk is gone/);
    broken = false;
    assert.ok(await pool.parserFor('python'));
  });
});
