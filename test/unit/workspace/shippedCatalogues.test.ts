import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCatalogueFile } from '../../../server/src/service/catalogue/readCatalogue.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { describesSameApi, shippedCatalogues } from '../../../server/src/service/catalogue/shippedCatalogues.ts';
import { findFileEvidence } from '../../../server/src/service/evidence/fileEvidence.ts';
import { createCatalogueStore } from '../../../server/src/workspace/catalogueStore.ts';
import type { CatalogueHost } from '../../../server/src/workspace/host.ts';
import { testCatalogues } from '../support/testService.ts';

/** A host in whose folders only these APIs show. @param read gets the name of each shipped file that is read */
function createHost(shown: readonly string[], read: string[]): CatalogueHost {
  return {
    findConfiguration: () => Promise.resolve(undefined),
    listCatalogues: () => Promise.resolve({ files: [] }),
    expandCatalogues: () => Promise.resolve({ files: [] }),
    scanEvidence: () => Promise.resolve({ evidence: new Map(shown.map((id) => [id, { by: 'name', text: id }])) }),
    readShipped(file) {
      read.push(file);
      return Promise.resolve({
        uri: `file:///${file}`,
        text: readFileSync(path.resolve('server/data/catalogues', file), 'utf8'),
      });
    },
  };
}

const builtin = testCatalogues.catalogues;
const open = async (shown: readonly string[], read: string[] = [], without: readonly string[] = []) => {
  const store = createCatalogueStore(createHost(shown, read), builtin);
  const changed = await store.reload([{ path: '/a', links: [], shipped: { without: new Set(without) } }]);
  return { store, changed };
};

describe('shipped catalogues', () => {
  it('cost nothing where no API of theirs shows: nothing is read, and the catalogues in use are as without them', async () => {
    const read: string[] = [];
    const { store, changed } = await open([], read);
    assert.deepEqual([read, changed], [[], false]);
    assert.deepEqual(store.catalogues('/a'), builtin);
    const set = createCatalogueSet(store.catalogues('/a'));
    for (const { head } of shippedCatalogues) assert.equal(set.catalogueById(head.id), undefined);
    assert.deepEqual(set.matcher.findAll('"23505" "rate_limit_exceeded" "card_declined" "ENOENT"'), []);
  });

  it('are in use in a folder where their API shows, and only there', async () => {
    const read: string[] = [];
    const { store, changed } = await open(['postgresql'], read);
    assert.deepEqual([read, changed], [['shipped/postgresql.yaml'], true]);
    assert.deepEqual(
      store.catalogues('/a').map(({ id }) => id),
      ['postgresql', 'pikzels'],
    );
    assert.deepEqual(store.catalogues('/b'), builtin);
  });

  it('are the same catalogues after a second look, so that prepared work stays', async () => {
    const { store } = await open(['postgresql']);
    const before = store.catalogues('/a');
    assert.equal(await store.reload([{ path: '/a', links: [], shipped: { without: new Set() } }]), false);
    assert.equal(store.catalogues('/a'), before);
  });

  it('give way to a catalogue of the user with their id, name, host or module', () => {
    const [shipped] = shippedCatalogues.filter(({ head }) => head.id === 'postgresql');
    const [own] = builtin;
    assert.ok(shipped && own);
    assert.ok(!describesSameApi(own, shipped));
    assert.ok(describesSameApi({ ...own, id: 'postgresql' }, shipped));
    assert.ok(describesSameApi({ ...own, detect: { ...own.detect, names: ['PostgreSQL'] } }, shipped));
    assert.ok(describesSameApi({ ...own, detect: { ...own.detect, modules: ['psycopg'] } }, shipped));
  });

  for (const { file, head } of shippedCatalogues) {
    it(`${head.id} is open, names its sources with a date, and shows by modules or hosts alone`, () => {
      const text = readFileSync(path.resolve('server/data/catalogues', file), 'utf8');
      const { file: read, problems } = readCatalogueFile(text);
      assert.deepEqual(problems, []);
      assert.equal(file, `shipped/${head.id}.yaml`);
      assert.equal(read?.open, true);
      assert.match(text.slice(0, text.indexOf('\nid:')), /20\d\d-\d\d-\d\d/);
      assert.deepEqual([head.detect.names, head.detect.keyPrefixes], [[], []]);
      assert.ok(head.detect.modules.length > 0);
      // Once an API shows in a folder, codes of a form that no other API has prove it in further packages of that folder.
      const ownForm = /^(?:P\d{4}|auth\/[a-z-]+)$/;
      for (const { unique, code } of read?.codes ?? [])
        assert.ok(!unique || ownForm.test(String(code)), `${code} would prove its API by itself`);
    });
  }

  const signs: readonly (readonly [text: string, ids: readonly string[]])[] = [
    [`<?php $db = new PDO('mysql:host=localhost;dbname=a');`, ['mysql']],
    [`<?php if ($e->errorInfo[1] === 1062) { a(); }`, ['mysql']],
    [`<?php $db = new mysqli('localhost');`, ['mysql']],
    [`<?php $db = new PDO('pgsql:host=localhost;dbname=a');`, ['postgresql']],
    [`{ "require": { "ext-pdo_mysql": "*", "ext-pgsql": "*" } }`, ['mysql', 'postgresql']],
    ['// https://www.postgresql.org/docs/current/errcodes-appendix.html', ['postgresql']],
    [`<?php echo $errorInfo[2] . 'mysql';`, []],
  ];
  for (const [text, ids] of signs)
    it(`show where PHP uses a database: ${text}`, () => {
      const catalogues = shippedCatalogues.map(({ head }) => ({ ...head, codes: new Map() }));
      assert.deepEqual([...findFileEvidence(text, 'a.php', { catalogues } as never).keys()].sort(), ids);
    });

  // The same error in the SDKs of several languages, and errors that only one SDK has a class for.
  const classes: readonly (readonly [file: string, language: string, name: string, code: string])[] = [
    ['aws', 'typescript', 'ResourceNotFoundException', 'ResourceNotFoundException'],
    ['aws', 'java', 'ResourceNotFoundException', 'ResourceNotFoundException'],
    ['aws', 'csharp', 'ResourceNotFoundException', 'ResourceNotFoundException'],
    ['aws', 'kotlin', 'ResourceNotFoundException', 'ResourceNotFoundException'],
    ['aws', 'rust', 'ResourceNotFoundException', 'ResourceNotFoundException'],
    ['aws', 'rust', 'EfsMountTimeoutException', 'EFSMountTimeoutException'],
    ['aws', 'csharp', 'LimitExceededException', 'LimitExceededException'],
    ['aws', 'typescript', 'NotFound', 'NotFound'],
    ['aws', 'go', 'types.NotFound', 'NotFound'],
    ['aws', 'ruby', 'Aws::S3::Errors::NotFound', 'NotFound'],
    ['postgresql', 'python', 'errorcodes.UNIQUE_VIOLATION', '23505'],
    ['kubernetes', 'rust', 'is_not_found', 'NotFound'],
    ['slack', 'ruby', 'Slack::Web::Api::Errors::MissingScope', 'missing_scope'],
    ['slack', 'ruby', 'Slack::Web::Api::Errors::TooManyRequestsError', 'ratelimited'],
  ];
  for (const [file, language, name, code] of classes)
    it(`${file} knows ${name} in ${language}`, () => {
      const { file: read } = readCatalogueFile(readFileSync(path.resolve(`server/data/catalogues/shipped/${file}.yaml`), 'utf8'));
      const found = read?.classes?.filter((each) => each.name === name && each.in?.[language] !== undefined) ?? [];
      assert.ok(found.some(({ codes }) => codes?.includes(code)));
    });
});
