import assert from 'node:assert/strict';
import { findFileEvidence, findName, findVocabularies } from '../../../server/src/service/evidence/fileEvidence.ts';
import { testCatalogues } from '../support/testService.ts';

const shown = (text: string, path = 'src/a.ts') => findFileEvidence(text, path, testCatalogues).get('pikzels');

describe('the evidence for an API in a file', () => {
  it('is a host, a key prefix, a name or a unique code, comments included', () => {
    assert.deepEqual(shown("fetch('https://api.pikzels.com/v2')"), { by: 'host', text: 'api.pikzels.com' });
    assert.deepEqual(shown("startsWith('pkz_')"), { by: 'keyPrefix', text: 'pkz_' });
    assert.deepEqual(shown('// talks to Pikzels'), { by: 'name', text: 'Pikzels' });
    assert.deepEqual(shown('process.env.PIKZELS_API_KEY'), { by: 'name', text: 'PIKZELS_API_KEY' });
    assert.deepEqual(shown('const pikzelsClient = 1'), { by: 'name', text: 'pikzelsClient' });
    assert.deepEqual(shown('', 'src/services/pikzels.ts'), { by: 'name', text: 'pikzels' });
    assert.deepEqual(shown("case 'SMART_BALANCE_PAYMENT_FAILED':"), { by: 'code', text: 'SMART_BALANCE_PAYMENT_FAILED' });
  });

  it('is not found within a longer word', () => {
    assert.equal(shown('pikzelsworth, apikzels, x_pkz_, NO_SMART_BALANCE_PAYMENT_FAILED_YET'), undefined);
    assert.equal(shown("case 'NOT_FOUND': case 'CONFLICT':"), undefined);
  });

  it('finds a name at the borders of words in identifiers of any style', () => {
    for (const [text, written] of [
      ['createPikzelsClient', 'createPikzelsClient'],
      ['my-pikzels-app', 'my-pikzels-app'],
      ['PIKZELS2', 'PIKZELS2'],
      ['theirpikzels', undefined],
      ['PIKZELSX', undefined],
    ] as const) {
      assert.equal(findName(text, 'pikzels'), written, text);
    }
  });
});

describe('other vocabularies', () => {
  const ids = (text: string) =>
    findVocabularies(text)
      .map(({ id }) => id)
      .sort();

  it('show by their modules', () => {
    assert.deepEqual(ids("import { status } from '@grpc/grpc-js';"), ['grpc']);
    assert.deepEqual(ids("import { TRPCError } from '@trpc/server';"), ['trpc']);
    assert.deepEqual(ids('import "google.golang.org/grpc/codes"'), ['grpc']);
    assert.deepEqual(ids("require('@apollo/server/errors')"), ['graphql']);
  });

  it('do not show by a part of another module’s name', () => {
    assert.deepEqual(ids("import x from 'bulletin'; import y from 'not-grpc-at-all'; import z from 'firebaseui';"), []);
  });
});
