import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Parser } from 'web-tree-sitter';
import { findGrammar } from '../../../scripts/languages.mjs';
import { loadAnew } from '../../../server/src/adapters/files/grammarFiles.ts';
import { createLanguageService } from '../../../server/src/service/index.ts';
import { createParserPool } from '../../../server/src/service/syntax/parserPool.ts';
import { pikzelsWorkspace, testCatalogues, testFacts } from '../support/testService.ts';

const text = "switch (err.code) {\n  case 'INSUFFICIENT_CREDITS': break;\n}\n";
const document = { uri: 'file:///src/client.ts', languageId: 'typescript', text };
const facts = testFacts({ inWorkspace: pikzelsWorkspace });

/** Facts with which reading a document breaks the parser's runtime down. */
const breaking = testFacts({
  inWorkspace: pikzelsWorkspace,
  set: { ...testCatalogues, matcher: { ...testCatalogues.matcher, findAll: breakRuntime } },
});

/** Asks WebAssembly for an address outside of its memory. */
function breakRuntime(): never {
  const parser = Object.assign(Object.create(Parser.prototype), { 0: 0x7ffffff0, 1: 0x7ffffff0, logCallback: null }) as Parser;
  parser.parse('x');
  throw new Error('the parser did not break down');
}

function createService() {
  const libraries: string[] = [];
  const parsers = createParserPool({
    load: async (name) =>
      readFileSync(
        name === 'web-tree-sitter.wasm'
          ? `node_modules/web-tree-sitter/${name}`
          : findGrammar(name.replace(/^tree-sitter-|\.wasm$/g, '')),
      ),
    loadLibrary() {
      const file = createRequire(import.meta.url).resolve('web-tree-sitter');
      libraries.push(file);
      return loadAnew(file);
    },
  });
  return { service: createLanguageService({ parsers, rulePage: () => undefined }), libraries };
}

describe('after a breakdown of the parser', () => {
  it('the request fails, and the next one is answered out of a new runtime', async () => {
    const { service, libraries } = createService();
    assert.equal((await service.findFindings(document, facts)).findings.length, 1);
    await assert.rejects(service.findFindings({ ...document, text: `${text}\n` }, breaking), /out of bounds/);
    assert.equal((await service.findFindings(document, facts)).findings.length, 1);
    const python = { uri: 'file:///a.py', languageId: 'python', text: "if err.code == 'INSUFFICIENT_CREDITS':\n    pass\n" };
    assert.ok(await service.provideHover(python, facts, python.text.indexOf('INSUFF') + 1));
    assert.equal(libraries.length, 1);
  });

  it('a text that did it twice is left alone, with a notice, until it changes', async () => {
    const { service } = createService();
    await assert.rejects(service.findFindings(document, breaking));
    await assert.rejects(service.findFindings(document, breaking));
    const { findings, notices } = await service.findFindings(document, facts);
    assert.deepEqual([findings, notices], [[], ['breaks the parser and is not analysed']]);
    assert.ok((await service.provideHover(document, facts, text.indexOf('INSUFF') + 1))?.markdown.includes('INSUFFICIENT'));
    assert.equal((await service.findFindings({ ...document, text: `${text} ` }, facts)).findings.length, 1);
  });

  it('requests that were under way at the same time end as well', async () => {
    const { service } = createService();
    const others = Array.from({ length: 20 }, (_, at) =>
      service.findFindings({ ...document, uri: `file:///src/${at}.ts` }, facts).then(
        ({ findings }) => findings.length,
        () => 0,
      ),
    );
    await assert.rejects(service.findFindings(document, breaking));
    await Promise.all(others);
    for (let at = 0; at < 20; at += 1)
      assert.equal((await service.findFindings({ ...document, uri: `file:///src/${at}.ts` }, facts)).findings.length, 1);
  });
});
