import assert from 'node:assert/strict';
import { readPastedId } from '../../../client/src/lookup/pastedId.ts';

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';

describe('readPastedId', () => {
  for (const pasted of [
    id,
    `  ${id}\r\n`,
    `"${id}",`,
    `“${id}”.`,
    `(${id}).`,
    `<${id}>`,
    `Request ID: ${id}`,
    `X-Request-Id:${id}`,
    `"request_id": "${id}",`,
    `requestId=${id}`,
    `my request id is ${id}`,
    `Hello, it failed again.\nThe id was ${id}, since noon. Thanks!`,
    `${id}\u200B`,
    `\u00A0${id}\u00A0`,
    id.replaceAll('-', '\u2011'),
    id.replaceAll('-', '–'),
  ]) {
    it(`takes the id out of ${JSON.stringify(pasted).slice(0, 60)}`, () => assert.equal(readPastedId(pasted), id));
  }

  for (const [pasted, expected] of [
    ['req_7sK2mVx0KcY5nL.', 'req_7sK2mVx0KcY5nL'],
    ['Request id: req-1', 'req-1'],
    [id.toUpperCase(), id.toUpperCase()],
    [`req-${id}`, `req-${id}`],
    ['c2VjcmV0LWlk==', 'c2VjcmV0LWlk=='],
    ['Root=1-67891233-abcdef012345678912345678', 'Root=1-67891233-abcdef012345678912345678'],
    ['a/b:c', 'a/b:c'],
    ['order 12 failed', 'order 12 failed'],
    [`${id} ${id.replace('1', '2')}`, `${id} ${id.replace('1', '2')}`],
    ['...', '...'],
    ['', ''],
  ] as const) {
    it(`leaves ${JSON.stringify(pasted).slice(0, 50)} ${pasted === expected ? 'as it is' : 'its id'}`, () =>
      assert.equal(readPastedId(pasted), expected));
  }

  it('ends soon on hostile text', () => {
    for (const part of ['"', 'id', 'a_', ' ', 'a-', '(', ').']) readPastedId(part.repeat(1_000));
  }).timeout(10_000);
});
