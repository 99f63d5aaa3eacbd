import assert from 'node:assert/strict';
import { createCatalogue } from '../../../server/src/service/catalogue/createCatalogue.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import type { Catalogue } from '../../../server/src/service/types.ts';
import { readMarkedText } from '../support/markedText.ts';
import { createTestService, testDocument, testFacts } from '../support/testService.ts';

/** A catalogue with the codes of two well-known APIs, once as it ships and once as a user's own. */
function createCatalogueOf(id: string, builtin: boolean): Catalogue {
  const codes = ['ValidationError', 'AccessDenied', 'NoSuchBucket', 'NOT_FOUND', 'aborted'];
  return createCatalogue(
    {
      id,
      title: `API of ${id}`,
      open: true,
      detect: { modules: ['boto3', '@aws-sdk/client-s3'] },
      codes: codes.map((code) => ({ code, cause: `Cause of ${code}` })),
    },
    { builtin, locations: [] },
  );
}

const workspaceOf = (catalogue: Catalogue) =>
  testFacts({
    set: createCatalogueSet([catalogue]),
    inWorkspace: new Map([[catalogue.id, { by: 'name', text: 'boto3' }]]),
  });

const shipped = workspaceOf(createCatalogueOf('aws', true));
const own = workspaceOf(createCatalogueOf('shop', false));

interface Row {
  readonly languageId: string;
  /** With the cursor in a code. */
  readonly source: string;
  /** Whether the code is explained and counted for the shipped catalogue, and for the user's own. */
  readonly shipped: boolean;
  readonly own: boolean;
}

const rows: readonly Row[] = [
  // The same names of other systems.
  { languageId: 'python', source: 'from django.core.exceptions import Validation⟦|⟧Error\n', shipped: false, own: true },
  { languageId: 'python', source: 'raise Validation⟦|⟧Error("empty")\n', shipped: false, own: true },
  { languageId: 'python', source: 'if e.code == "NOT_⟦|⟧FOUND":\n    a()\n', shipped: false, own: true },
  { languageId: 'python', source: 'STATES = ["abor⟦|⟧ted"]\n', shipped: false, own: true },
  { languageId: 'typescript', source: `if (err.code === 'Access⟦|⟧Denied') a();`, shipped: false, own: true },
  {
    languageId: 'typescript',
    source: `switch (err.code) { case 'Access⟦|⟧Denied': a(); break; case 'aborted': b(); }`,
    shipped: false,
    own: true,
  },
  { languageId: 'typescript', source: `import { Validation⟦|⟧Error } from './errors';`, shipped: false, own: true },
  // A code that only one API has.
  { languageId: 'python', source: 'if e.code == "NoSuch⟦|⟧Bucket":\n    a()\n', shipped: true, own: true },
  {
    languageId: 'python',
    source: 'if e.code == "NoSuchBucket":\n    a()\nif f.code == "Access⟦|⟧Denied":\n    b()\n',
    shipped: true,
    own: true,
  },
  // The API is in the file.
  { languageId: 'python', source: 'import boto3\nif e.code == "Access⟦|⟧Denied":\n    a()\n', shipped: true, own: true },
  {
    languageId: 'typescript',
    source: `import { S3 } from '@aws-sdk/client-s3';\nif (err.name === 'Access⟦|⟧Denied') a();`,
    shipped: true,
    own: true,
  },
  { languageId: 'python', source: 'import boto3\nraise forms.Validation⟦|⟧Error("empty")\n', shipped: false, own: true },
  // Beside the API, a bare name is that of something else.
  {
    languageId: 'python',
    source: 'import boto3\nfrom django.core.exceptions import Validation⟦|⟧Error\n',
    shipped: false,
    own: true,
  },
];

describe('everyday codes of shipped catalogues', () => {
  for (const { source, languageId, ...expected } of rows)
    for (const [kind, facts] of [
      ['shipped', shipped],
      ['own', own],
    ] as const)
      it(`${kind}: ${source} ${expected[kind] ? 'counts' : 'says nothing'}`, async () => {
        const { text, cursor } = readMarkedText(source);
        const service = createTestService();
        const document = testDocument(text, languageId);
        const hover = await service.provideHover(document, facts, cursor);
        const mention = await service.findMention(document, facts, cursor);
        const mentions = await service.collectMentions(document, facts);
        service.forget('file:///src/client.ts');
        const code = text.slice(0, cursor).match(/\w+$/)?.[0] + (text.slice(cursor).match(/^\w+/)?.[0] ?? '');
        const counted = mentions?.places.some((place) => place.code === code) === true;
        assert.deepEqual([hover !== undefined, mention !== undefined, counted], [expected[kind], expected[kind], expected[kind]]);
      });

  it('count where the file names the API and a package beside it uses it, but words of every system', async () => {
    const facts = testFacts({ set: createCatalogueSet([createCatalogueOf('stripe', true)]) });
    for (const [text, counted] of [
      [`function isStripeError(e) { return e.code === 'NoSuchBucket' || e.code === 'NOT_FOUND'; }`, ['NoSuchBucket']],
      [`function isOwnError(e) { return e.code === 'NoSuchBucket' || e.code === 'NOT_FOUND'; }`, []],
    ] as const) {
      const service = createTestService();
      const mentions = await service.collectMentions(testDocument(text), facts);
      service.forget('file:///src/client.ts');
      assert.deepEqual(mentions?.places.map(({ code }) => code) ?? [], counted, text);
    }
  });

  it('are no names of variables and properties where the API only shows elsewhere', async () => {
    const create = (builtin: boolean) =>
      createCatalogue(
        {
          id: 'chatter',
          title: 'Chatter',
          open: true,
          detect: { modules: ['chatter'] },
          codes: [{ code: 'is_archived' }, { code: '1000' }].map((code) => ({ ...code, cause: 'Why' })),
        },
        { builtin, locations: [] },
      );
    for (const [source, builtin, roles] of [
      ['if (channel.is_archived) a();', true, []],
      ['const { is_archived } = channel;', true, []],
      ['const row = { is_archived: true, at: 1 };', true, []],
      ['if (channel.is_archived) a();', false, ['named']],
      [`import chat from 'chatter';\nif (channel.is_archived) a();`, true, ['named']],
      [`set('is_archived');`, true, ['named']],
      [`if (e.error === 'is_archived') a();`, true, ['compared']],
      [`switch (e.error) { case 'a': a(); break; case 'is_archived': b(); break; case 'c': c(); }`, true, ['compared']],
      [`switch (e.reason) { case 'a': a(); break; case 'is_archived': b(); break; case 'c': c(); }`, true, ['compared']],
      [`switch (reason) { case 'a': a(); break; case 'is_archived': b(); break; case 'c': c(); }`, true, ['named']],
      // A range of numbers is no code.
      ['if (e.code >= 1000) a();', false, []],
      ['if (e.code === 1000) a();', false, ['compared']],
    ] as const) {
      const service = createTestService();
      const facts = testFacts({
        set: createCatalogueSet([create(builtin)]),
        inWorkspace: new Map([['chatter', { by: 'name', text: 'chatter' }]]),
      });
      const mentions = await service.collectMentions(testDocument(`${source}\n`), facts);
      service.forget('file:///src/client.ts');
      assert.deepEqual(mentions?.places.map(({ role }) => role) ?? [], roles, source);
    }
  });

  it('are no long numbers, whatever these are called', async () => {
    const catalogue = createCatalogue(
      {
        id: 'mongo',
        title: 'Mongo',
        open: true,
        codes: [
          { code: '11000', name: 'DuplicateKey', cause: 'There is one' },
          { code: '112', name: 'WriteConflict', cause: 'Twice' },
        ],
      },
      { builtin: true, locations: [] },
    );
    const facts = testFacts({
      set: createCatalogueSet([{ ...catalogue, id: 'mongodb' }]),
      inWorkspace: new Map([['mongodb', { by: 'name', text: 'mongoose' }]]),
    });
    for (const [comparison, counts] of [
      ['err.code === 11000', true],
      [`err.code === 'DuplicateKey'`, false],
      ['err.code === 112', false],
    ] as const) {
      const service = createTestService();
      const mentions = await service.collectMentions(testDocument(`if (${comparison}) a();\n`), facts);
      service.forget('file:///src/client.ts');
      assert.equal(mentions?.places.some(({ role }) => role === 'compared') === true, counts, comparison);
    }
  });

  it('are no words of the API where a comparison says whose they are', async () => {
    for (const [comparison, counts] of [
      [`error.code === 'NOT_FOUND'`, true],
      [`error.errors[0].type === 'NOT_FOUND'`, true],
      // tRPC's client
      [`error.data?.code === 'NOT_FOUND'`, false],
      [`data.code === 'NOT_FOUND'`, false],
      // The project's own
      [`error.code === BucketErrorCode.NOT_FOUND`, false],
      [`error.code === BucketErrorCode.NoSuchBucket`, true],
    ] as const) {
      const text = `import { S3 } from '@aws-sdk/client-s3';\nif (${comparison}) a();\n`;
      const service = createTestService();
      const mentions = await service.collectMentions(testDocument(text), shipped);
      service.forget('file:///src/client.ts');
      assert.equal(mentions?.places.some(({ role }) => role === 'compared') === true, counts, comparison);
      assert.equal(mentions !== undefined, counts, comparison);
    }
    const beside = `import { S3 } from '@aws-sdk/client-s3';\nimport { TRPCClientError } from '@trpc/client';\n`;
    const service = createTestService();
    const mentions = await service.collectMentions(testDocument(`${beside}if (e.code === 'NOT_FOUND') a();\n`), shipped);
    service.forget('file:///src/client.ts');
    assert.equal(mentions, undefined);
  });

  it('count where the API is named in the file or its path', async () => {
    const facts = workspaceOf(createCatalogueOf('stripe', true));
    const compared = "if ($e->code === 'NOT_FOUND') { a(); }";
    for (const [text, counts] of [
      [`<?php class StripeCustomer { function f($e) { ${compared} } }`, true],
      [`<?php class Customer { function f($e) { ${compared} } }`, false],
      [`<?php class Pinstripes { function f($e) { ${compared} } }`, false],
    ] as const) {
      const service = createTestService();
      const mentions = await service.collectMentions(testDocument(text, 'php'), facts);
      service.forget('file:///src/client.ts');
      assert.equal(mentions !== undefined, counts, text);
    }
  });
});
