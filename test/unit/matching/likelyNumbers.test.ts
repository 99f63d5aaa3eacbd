import assert from 'node:assert/strict';
import { keepLikelyNumbers } from '../../../server/src/service/matching/likelyNumbers.ts';

describe('keepLikelyNumbers', () => {
  const isKept = (text: string): boolean => {
    const start = text.indexOf('4103');
    return keepLikelyNumbers(text, [{ code: '4103', start, end: start + 4 }]).length > 0;
  };

  for (const subject of [
    ...[
      'err.code',
      'err.getCode()',
      'errorCode',
      'e.errorCode()',
      'body.error_code',
      'ERR_CODE',
      'e.pgcode',
      'errcode',
      'subCode',
    ],
    ...[
      'e.errno',
      'errNo',
      'err.number',
      'error.errorNumber',
      'e.getSQLState()',
      'e.sqlstate',
      'sqlState',
      'error.type',
      'errorType',
    ],
    ...['error.reason', 'failureReason', 'e.args[0]', 'error.kind', 'errorName'],
  ]) {
    it(`keeps a number that is compared with ${subject}`, () => {
      assert.ok(isKept(`if (${subject} === 4103) retryLater();`));
      assert.ok(isKept(`switch (${subject}) {\n  case 1:\n    a();\n  case 4103:\n    b();\n}\n`));
    });
  }

  for (const text of ['const CARD_GONE = 4103;', 'CARD_GONE(4103, "gone"),', "if (anything === '4103') go();"])
    it(`keeps ${text}`, () => assert.ok(isKept(text)));

  for (const text of ['const port = listen(4103);', 'encode([1, 4103, 7]);', 'width: 4103px'])
    it(`leaves out ${text}`, () => assert.ok(!isKept(text)));
});
