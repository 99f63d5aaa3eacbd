import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { generators, prepareInput } from '../../server/src/service/generate/generators.ts';
import type { Catalogue, ErrorCode } from '../../server/src/service/types.ts';
import { testCatalogues, testParsers } from '../unit/support/testService.ts';
import { commentPayloads, isBadComment, literalPayloads, type Payload, wordPayloads } from './support/payloads.ts';

const everyPayload = [...literalPayloads, ...wordPayloads, ...commentPayloads];

function codeOf(code: string, cause: string): ErrorCode {
  return { code, statuses: [], cause, groups: [], unique: true, retired: false, replacedBy: [], formerStatus: [], inferred: [] };
}

/** A catalogue of these codes; each has each cause, one after the other. */
function catalogueOf(codes: readonly string[], causes: readonly string[], title: string): Catalogue {
  const known = testCatalogues.catalogueById('pikzels');
  assert.ok(known);
  const entries = codes.map((code, index) => codeOf(code, causes[index % causes.length] ?? ''));
  return { ...known, id: 'shop', title, codes: new Map(entries.map((entry) => [entry.code, entry])), builtin: false };
}

const isHalf = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** How a generator's language is parsed, recognised and run. A generator without a row fails. */
const ways: Readonly<Record<string, { grammar: string; comment: RegExp; languageId: string; withoutHalves?: boolean }>> = {
  typescript: { grammar: 'typescript', comment: /(?:^|\s)(\/\/.*|\/\*\*.*)$/gm, languageId: 'typescript' },
  python: { grammar: 'python', comment: /^\s*(#.*)$/gm, languageId: 'python' },
  go: { grammar: 'go', comment: /^\s*(\/\/.*)$/gm, languageId: 'go', withoutHalves: true },
  'json-schema': { grammar: '', comment: /(?!)/g, languageId: 'json' },
};

async function parses(grammar: string, text: string): Promise<boolean> {
  const tree = await (await testParsers.parserFor(grammar)).parse(text);
  const isClean = tree?.rootNode.hasError === false;
  tree?.delete();
  return isClean;
}

describe('generate writes texts of a catalogue as texts', function () {
  this.timeout(60_000);
  it('in every language', () =>
    assert.deepEqual(
      generators.map(({ id }) => id).filter((id) => !(id in ways)),
      [],
    ));

  for (const generator of generators) {
    const way = ways[generator.id];
    if (!way) continue;
    it(`causes, titles and paths in ${generator.title}`, async () => {
      for (const { name, text } of commentPayloads) {
        const input = prepareInput(catalogueOf(['CARD_DECLINED'], [text], text), text, undefined);
        const written = generator.write(input);
        assert.ok(written !== undefined, name);
        assert.doesNotMatch(
          written.replace(/[\n\t]/g, ''),
          /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/u,
          name,
        );
        if (way.grammar === '') assert.ok(JSON.parse(written));
        else assert.ok(await parses(way.grammar, written), `${name}\n${written}`);
        const [head, ...comments] = [...written.matchAll(way.comment)].map(([, comment = '']) => comment.replace(/\s*\*\/$/, ''));
        if (head !== undefined) assert.match(head, /DO NOT EDIT\.$/);
        for (const comment of [...(head === undefined ? [] : [head]), ...comments])
          assert.ok(!isBadComment(way.languageId, comment.replace(/^\/\*\*/, '//')), `${name}: ${comment}`);
      }
    });

    it(`codes in ${generator.title}`, async () => {
      for (const { name, text } of everyPayload) {
        const written = generator.write(prepareInput(catalogueOf([text, 'CARD_DECLINED'], [''], 'Shop'), 'shop', undefined));
        if (way.withoutHalves && isHalf.test(text)) assert.equal(written, undefined, 'it is refused');
        else if (way.grammar !== '')
          assert.ok(written !== undefined && (await parses(way.grammar, written)), `${name}\n${written}`);
      }
    });
  }
});

const codes = [...new Set(everyPayload.map(({ text }: Payload) => text))];
const causes = commentPayloads.map(({ text }) => text);

describe('generated code does nothing but list the codes when it runs', function () {
  this.timeout(120_000);
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'api-error-codes-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (id: string, file: string, change: (text: string) => string, all: readonly string[]): void => {
    const generator = generators.find((candidate) => candidate.id === id);
    for (const title of causes) {
      const text = generator?.write(prepareInput(catalogueOf(all, causes, title), title, 'Code'));
      assert.ok(text !== undefined);
      writeFileSync(path.join(folder, file), change(text));
      if (title === causes.at(-1)) return;
    }
  };
  const run = (context: Mocha.Context, program: string, args: readonly string[]): unknown => {
    const { error, status, stdout, stderr } = spawnSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GOFLAGS: '-mod=mod', GO111MODULE: 'off' },
    });
    if (error) {
      process.stdout.write(`      skipped: there is no ${program} here\n`);
      return context.skip();
    }
    assert.equal(status, 0, `${stdout}${stderr}`);
    assert.ok(!existsSync(path.join(folder, 'ran')), 'a program out of the catalogue has run');
    return JSON.parse(stdout);
  };

  it('in TypeScript', function () {
    write(
      'typescript',
      'codes.mjs',
      (text) => `${transformSync(text, { loader: 'ts' }).code}\nconsole.log(JSON.stringify(Object.entries(Code)));`,
      codes,
    );
    assert.deepEqual(
      run(this, process.execPath, ['codes.mjs']),
      codes.map((code) => [code, code]),
    );
  });

  it('in Python', function () {
    write('python', 'codes.py', (text) => `${text}\nimport json\nprint(json.dumps([member.value for member in Code]))\n`, codes);
    assert.deepEqual(run(this, 'python3', ['codes.py']), codes);
  });

  it('in Go', function () {
    const whole = codes.filter((code) => !isHalf.test(code));
    write(
      'go',
      'codes.go',
      (text) =>
        text
          .replace(/^package .*$/m, 'package main\n\nimport ("encoding/json"; "os")')
          .replace(
            /\n\)\n$/,
            (end) =>
              `${end}\nfunc main() { json.NewEncoder(os.Stdout).Encode([]Code{${[...text.matchAll(/^\t(\w+) +Code = /gm)].map(([, name]) => name).join(', ')}}) }\n`,
          ),
      whole,
    );
    assert.deepEqual(run(this, 'go', ['run', 'codes.go']), whole);
  });
});
