import assert from 'node:assert/strict';
import { openapi } from '../../../../server/src/service/catalogue/sources/openapi.ts';

const host = { readRelated: () => Promise.resolve({ problem: 'does not exist' }) };

async function read(document: object) {
  const { codes, from } = await openapi.read(
    { name: 'api.json', text: JSON.stringify({ openapi: '3.0.0', paths: {}, ...document }, null, 2) },
    host,
  );
  return { codes: codes.map(({ entry }) => [entry.code, entry.status, entry.cause]), from };
}

describe('the codes in an OpenAPI document beside its schemas', () => {
  it('is a table in the description of the API', async () => {
    const description =
      'Hello.\n\n## Errors\n\n| Code | Status | Meaning |\n|---|---|---|\n| `CARD_DECLINED` | 402 | Declined. |\n| `SOLD_OUT` | 409 | Gone. |\n';
    assert.deepEqual(await read({ info: { title: 'Shop', description } }), {
      codes: [
        ['CARD_DECLINED', 402, 'Declined.'],
        ['SOLD_OUT', 409, 'Gone.'],
      ],
      from: ['1 description'],
    });
  });

  it('says what is left out of a table with codes', async () => {
    const description =
      'Hello.\n\n## Errors\n\n| Code | Meaning |\n|---|---|\n| `CARD_DECLINED` | Declined. |\n| see below | Others. |\n| `SOLD_OUT` | Gone. |\n';
    const text = JSON.stringify({ openapi: '3.0.0', paths: {}, info: { title: 'Shop', description } }, null, 2);
    const { notes } = await openapi.read({ name: 'api.json', text }, host);
    assert.deepEqual(
      notes.map(({ line, message }) => [line, message]),
      [[5, 'In the description: Table 1: 1 of 3 entries are not read (line 8): "see below" is no code.']],
    );
  });

  it('is not an example of an answer, and not a table about something else', async () => {
    const description = '## Limits\n\n| Plan | Requests |\n|---|---|\n| Free | 100 |\n\n```json\n{"code": "SOLD_OUT"}\n```\n';
    assert.deepEqual((await read({ info: { title: 'Shop', description } })).codes, []);
  });

  it('are extensions that list codes, with the status of their response', async () => {
    const responses = {
      '200': { description: 'OK' },
      '409': { description: 'Conflict', 'x-error-codes': [{ code: 'SOLD_OUT', message: 'Gone.' }] },
    };
    assert.deepEqual((await read({ info: { title: 'Shop' }, paths: { '/buy': { post: { responses } } } })).codes, [
      ['SOLD_OUT', 409, 'Gone.'],
    ]);
    assert.deepEqual(
      (await read({ info: { title: 'Shop' }, 'x-errors': { CARD_DECLINED: { status: 402, description: 'Declined.' } } })).codes,
      [['CARD_DECLINED', 402, 'Declined.']],
    );
  });
});
