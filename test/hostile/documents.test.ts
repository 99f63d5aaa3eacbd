import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver/node';
import { catalogueSources } from '../../server/src/service/catalogue/sources/sources.ts';
import { runCommand } from '../protocol/support/runCommand.ts';
import { createTestFolder, startClient } from '../protocol/support/testClient.ts';

const levels = 100_000;
const wrap = (open: string, close: string): string => open.repeat(levels) + 1 + close.repeat(levels);
const many = <Item>(count: number, item: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_none, index) => item(index));
const codes = (count: number, code = (index: number) => `MANY_${index}`) =>
  many(count, (index) => ({ code: code(index), cause: 'x' }));
const catalogue = (rest: object) => JSON.stringify({ id: 'many', title: 'Many', codes: codes(10), ...rest });
/** Takes time that doubles with each letter in a matcher that tries again. */
const bombs = ['(a+)+$', '(a|a)*b', '(.*a){20}', '((a{1,100}){1,100}){1,100}', '(?<=a)b', '(a)\\1', '['];

/**
 * Documents that are too deep or too much, by their names, and the message about them. Those that can be read have no
 * message.
 */
const documents: Readonly<Record<string, { readonly file: string; readonly text: string; readonly said?: RegExp }>> = {
  'a deep catalogue in JSON': { file: 'm.error-codes.json', text: wrap('{"codes":', '}'), said: /nested too deeply/ },
  'a deep catalogue of lists': { file: 'm.error-codes.json', text: wrap('[', ']'), said: /nested too deeply/ },
  'a deep catalogue in YAML': { file: 'm.error-codes.yaml', text: wrap('[', ']'), said: /nested too deeply/ },
  'a deep list': { file: 'docs/m.json', text: wrap('[', ']'), said: /nested too deeply/ },
  'a deep OpenAPI document': {
    file: 'docs/m.json',
    text: `{"openapi":"3.0.0","paths":${wrap('{"a":', '}')}}`,
    said: /nested too deeply/,
  },
  'a deep OpenAPI document in YAML': {
    file: 'docs/m.yaml',
    text: `openapi: 3.0.0\npaths: ${wrap('{a: ', '}')}\n`,
    said: /nested too deeply/,
  },
  'a deep page in Markdown': {
    file: 'docs/m.md',
    text: `${'>'.repeat(levels)} A\n\n${'* '.repeat(levels)}B\n${'['.repeat(levels)}\n`,
    said: /m\.md/,
  },
  'a deep page in HTML': {
    file: 'docs/m.html',
    text: `${'<div>'.repeat(levels)}<p>\n${'<table><tr><td>'.repeat(levels / 10)}`,
    said: /m\.html/,
  },
  'a deep page in reStructuredText': {
    file: 'docs/m.rst',
    text: `${many(2_000, (index) => `${' '.repeat(index % 200)}* A\n`).join('')}${'+-'.repeat(levels)}+\n${'`'.repeat(levels)}\n`,
    said: /m\.rst/,
  },
  'a deep page in AsciiDoc': {
    file: 'docs/m.adoc',
    text: `${many(2_000, (index) => `${'*'.repeat((index % 5) + 1)} A\n`).join('')}${'====\n'.repeat(levels / 10)}|===\n${'|'.repeat(levels)}\n|===\n${'[['.repeat(levels)}\n`,
    said: /m\.adoc/,
  },
  'a table of one long value': { file: 'docs/m.csv', text: `code,cause\n"${'a""'.repeat(levels)}`, said: /m\.csv/ },
  'a deep schema in protobuf': { file: 'docs/m.proto', text: `${'enum Error { '.repeat(levels)}/*` },
  'a deep schema in GraphQL': { file: 'docs/m.graphql', text: `${'enum Error @a(b: [{ '.repeat(levels)}"` },
  'a deep model in Smithy': { file: 'docs/m.smithy', text: `@error("client") structure A ${'{ a: [('.repeat(levels)}` },
  'a deep collection': {
    file: 'docs/m.json',
    text: `{"info":{"schema":"https://schema.getpostman.com/x"},"item":${wrap('[{"item":', '}]')}}`,
    said: /nested too deeply/,
  },
  'deep source code': { file: 'docs/m.go', text: `package m\nconst Err = ${wrap('(', ')')}\n`, said: /m\.go/ },
  'deep settings': { file: 'api-error-codes.json', text: wrap('[', ']').slice(0, 250_000), said: /nested too deeply/ },
  'many codes on a line': {
    file: 'm.error-codes.json',
    text: catalogue({ codes: codes(100_000) }),
    said: /only the first 25000 are used/,
  },
  'many equal codes': {
    file: 'm.error-codes.json',
    text: JSON.stringify({ ...JSON.parse(catalogue({})), codes: codes(20_000, () => 'SAME') }, null, 1),
    said: /There are 19899 more problems/,
  },
  'a list of many codes': { file: 'docs/m.json', text: JSON.stringify(codes(100_000)), said: /only the first 25000 are used/ },
  'no text': { file: 'm.error-codes.json', text: '\0'.repeat(19_000_000), said: /is no text/ },
  'many shapes of secrets': {
    file: 'm.error-codes.json',
    text: catalogue({ secrets: many(5_000, (index) => ({ name: 'key', pattern: `aaa[a-z]{1,100}x${index}` })) }),
    said: /only the first 100 are used/,
  },
  'many classes, each below the last, for all statuses': {
    file: 'm.error-codes.json',
    text: catalogue({
      codes: codes(20_000).map((code, index) => ({ ...code, status: 400 + (index % 100) })),
      classes: many(5_000, (index) => ({ name: `Error${index}`, extends: `Error${index - 1}`, status: '4xx' })),
    }),
    said: /only the first 2000 are used/,
  },
  'classes in a circle': {
    file: 'm.error-codes.json',
    text: catalogue({ classes: many(1_000, (index) => ({ name: `Error${index}`, extends: `Error${(index + 1) % 1_000}` })) }),
    said: /extends itself/,
  },
  'many operations': {
    file: 'm.error-codes.json',
    text: catalogue({ operations: Object.fromEntries(many(20_000, (index) => [`Op${index}`, { codes: [] }])) }),
    said: /only the first 5000 are used/,
  },
  'patterns that try again': {
    file: 'm.error-codes.json',
    text: catalogue({ secrets: bombs.map((pattern) => ({ name: 'key', pattern })), requestId: { pattern: bombs[0] } }),
  },
  'settings with many codes': {
    file: 'api-error-codes.json',
    text: JSON.stringify({ ignoredCodes: many(500_000, String) }),
    said: /longer than 256000 characters/,
  },
};
const source = `${`const text = '${'a'.repeat(100)}';\n`.repeat(50)}switch (err.code) {\n  case 'CARD_DECLINED': break;\n}\n`;
/** Milliseconds within which all is there, on a busy machine, too. */
const soon = 20_000;
/** Milliseconds that a hover waits at most, on a busy machine, too: a broken catalogue just short enough to be read here. */
const blockedFor = 5_000;

describe('a document that is too deep or too much takes no other with it', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  beforeEach(() => {
    folder = createTestFolder();
    const shop = ['CARD_DECLINED', 'OUT_OF_STOCK'].map((code) => ({ code, cause: 'Known.' }));
    folder.put('shop.error-codes.json', JSON.stringify({ id: 'shop', title: 'Shop', codes: shop }));
    folder.put('package.json', '{}');
    folder.put('src/use.ts', source);
    folder.put('app.log', `2026-05-04T12:00:00Z ERROR CARD_DECLINED ${'a'.repeat(5_000)} request_id=req-12345\n`);
  });
  afterEach(() => folder.remove());

  const put = ({ file, text }: { readonly file: string; readonly text: string }): void => {
    if (file.startsWith('docs/')) folder.put('api-error-codes.json', JSON.stringify({ catalogues: [file] }));
    folder.put(file, text);
  };

  it('has a row for each kind of document', () => {
    const endings = Object.values(documents).map(({ file }) => file.replace(/^.*\./, '.'));
    for (const { title, endings: known } of catalogueSources)
      assert.ok(
        known.some((ending) => endings.includes(ending)),
        title,
      );
  });

  for (const [name, document] of Object.entries(documents)) {
    it(`${name}: on the command line`, async () => {
      put(document);
      for (const args of [
        ['check', '--format', 'json'],
        ['lookup', 'req-12345'],
      ]) {
        const begun = Date.now();
        const { out, error } = await runCommand(args, folder.root);
        assert.ok(Date.now() - begun < soon, `took ${Date.now() - begun} ms`);
        assert.match(out, args[0] === 'check' ? /OUT_OF_STOCK/ : /CARD_DECLINED/, error);
        if (document.said) assert.match(error, document.said);
        assert.doesNotMatch(error, /call stack/);
        assert.ok(error.length < 20_000, `says ${error.length} characters`);
      }
    });
  }

  it('in the editor: others are answered meanwhile', async () => {
    const client = await startClient({ folders: [folder.root] });
    const uri = folder.uri('src/use.ts');
    await client.open(uri, source);
    const hover = () =>
      client.connection.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position: { line: 51, character: 10 },
      });
    const longest: Record<string, number> = {};
    for (const [name, document] of Object.entries(documents)) {
      put(document);
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: folder.uri(document.file), type: 2 }],
      });
      // Files must be quiet for half a second before they are read.
      for (const until = performance.now() + 700; performance.now() < until; ) {
        const begun = performance.now();
        assert.ok(await hover());
        longest[name] = Math.max(longest[name] ?? 0, Math.round(performance.now() - begun));
      }
    }
    // A path of more folders than there can be.
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uri(`${'a/'.repeat(10_000)}b.ts`), type: 2 }],
    });
    assert.ok(await hover());

    assert.deepEqual(
      client.logged.filter((message) => /call stack/.test(message)),
      [],
    );
    console.log(`      longest: ${JSON.stringify(longest)}`);
    assert.deepEqual(
      Object.entries(longest).filter(([, time]) => time > blockedFor),
      [],
    );
    await client.stop();
  });
});
