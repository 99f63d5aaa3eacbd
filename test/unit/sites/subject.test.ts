import assert from 'node:assert/strict';
import {
  classifySubject,
  namesOtherDatabase,
  normaliseSubject,
  readsLikeCodeList,
  readsLikeStatus,
} from '../../../server/src/service/sites/subject.ts';

describe('the kind of a subject', () => {
  for (const text of [
    'code',
    'err.code',
    'error?.code',
    'errorCode',
    'error_code',
    'err_code',
    'ERROR_CODE',
    'e.Code',
    'e.getCode()',
    'err.Code()',
    'body["error"]["code"]',
    "body['error']['code']",
    'response.data.error.code',
    'reason',
    'err.type',
    'error.kind',
    'codeStr',
    'errorCodeName',
    'apiErrorCode',
    '(err as ApiError).code',
    'error',
    'err.name',
    'e.pgcode',
    'ex.getSQLState()',
    'pgErr.SQLState()',
    'exception.SqlState',
    'error_code.deref()',
    'err.code.toUpperCase()',
    'e.code.lower()',
    'Code.Trim()',
  ]) {
    it(`${text} reads like an error code`, () => assert.equal(classifySubject(text), 'code'));
  }
  for (const text of [
    'state',
    'job.status',
    'jobState',
    'order.status',
    'event.type',
    'action.type',
    'tab',
    'role',
    'props.mode',
    'msg.kind',
    'req.method',
    'res.status',
    'address.state',
  ]) {
    it(`${text} reads like something else`, () => assert.equal(classifySubject(text), 'capped'));
  }
  for (const text of ['value', 'x', 'zipCode', 'countryCode', 'key', 'name', '']) {
    it(`${text || 'nothing'} reads like neither`, () => assert.equal(classifySubject(text), 'neutral'));
  }

  it('knows statuses and lists of codes by name', () => {
    for (const text of [
      'res.status',
      'response.statusCode',
      'resp.StatusCode',
      'status_code',
      'err.response.status',
      'httpStatus',
    ])
      assert.ok(readsLikeStatus(text), text);
    for (const text of ['job.state', 'code', 'statusText']) assert.ok(!readsLikeStatus(text), text);
    for (const text of ['RETRYABLE_CODES', 'authErrors', 'retryable', 'errorCodes']) assert.ok(readsLikeCodeList(text), text);
    for (const text of ['columns', 'decodeTable', 'states']) assert.ok(!readsLikeCodeList(text), text);
  });

  it('takes spellings of one subject for the same', () => {
    assert.equal(normaliseSubject('err?.code'), normaliseSubject('err.code'));
    assert.equal(normaliseSubject('(err as ApiError).code'), normaliseSubject('err.code'));
    assert.equal(normaliseSubject('err!.code'), normaliseSubject('err . code'));
  });
});

describe('a subject of a database', () => {
  for (const [text, catalogue, other] of [
    ['e.SqliteExtendedErrorCode', 'mysql', true],
    ['pgErr.code', 'mysql', true],
    ['mysqlErr.Number', 'mysql', false],
    ['mysqlErr.Number', 'postgresql', true],
    ['err.code', 'mysql', false],
    ['sqliteError.code', 'stripe', false],
  ] as const)
    it(`${text} is ${other ? 'none' : 'possibly one'} of ${catalogue}`, () =>
      assert.equal(namesOtherDatabase(text, catalogue), other));
});
