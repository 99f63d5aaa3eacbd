import assert from 'node:assert/strict';
import { findTerminalLinks } from '../../../server/src/service/features/findTerminalLinks.ts';
import { recogniser, recogniserOf, requestId } from '../logs/pikzelsRecogniser.ts';

describe('findTerminalLinks', () => {
  const shown = new Set(['pikzels']);
  const find = (line: string, known = recogniser, apis: ReadonlySet<string> = shown) =>
    findTerminalLinks(line, known, apis).map(({ kind, value }) => [kind, value]);

  it('finds request ids and codes in the order of the line', () => {
    assert.deepEqual(find(`failed: 402 INSUFFICIENT_CREDITS (request_id=${requestId})`), [
      ['code', 'INSUFFICIENT_CREDITS'],
      ['requestId', requestId],
    ]);
  });

  it('takes a code of an API that does not show here only where no other has it', () => {
    assert.deepEqual(find('rpc error: NOT_FOUND', recogniser, new Set()), []);
    assert.deepEqual(find('rpc error: NOT_FOUND'), [['code', 'NOT_FOUND']]);
  });

  it('takes an ordinary word for a code only with a name before it', () => {
    const words = recogniserOf(['UNAUTHORIZED', 'timeout', 'Conflict', 'rate_limited']);
    const [{ id } = { id: '' }] = words.catalogues;
    const here = new Set([id]);
    assert.deepEqual(find('UNAUTHORIZED: a timeout is no Conflict, rate_limited', words, here), [['code', 'rate_limited']]);
    assert.deepEqual(find('code=timeout', words, here), [['code', 'timeout']]);
  });

  it('looks at a bounded part of a line', () => {
    assert.deepEqual(find(`${' '.repeat(20_000)}request_id=${requestId}`), []);
    assert.equal(find(`request_id=${requestId} `.repeat(500)).length, 100);
  });
});
