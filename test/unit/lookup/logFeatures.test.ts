import assert from 'node:assert/strict';
import { cutRecordText } from '../../../server/src/service/requests/foundRecord.ts';
import { findLogHighlights } from '../../../server/src/service/logs/logHighlights.ts';
import { provideLogHover } from '../../../server/src/service/features/logHover.ts';
import { findRequestIdLinks } from '../../../server/src/service/features/logLinks.ts';
import { isLogDocument } from '../../../server/src/service/logs/isLogDocument.ts';
import { formatRecordTime } from '../../../server/src/service/render/recordTime.ts';
import { recogniser, requestId } from '../logs/pikzelsRecogniser.ts';
import { formatDuration } from '../../../server/src/shared/formatDuration.ts';
import { lookupCommandUri } from '../../../server/src/service/render/lookupCommand.ts';

const log = [
  `{"level":30,"time":1777896131120,"request_id":"${requestId}","statusCode":402,"code":"INSUFFICIENT_CREDITS"}`,
  `😀 2026-05-04 12:00:00 ERROR [${requestId}] NOT_FOUND`,
  '',
].join('\n');

describe('findLogHighlights', () => {
  it('finds codes, ids and statuses in the order of the text', () => {
    const found = findLogHighlights(log, recogniser).map(({ kind, span }) => [kind, log.slice(span.start, span.end)]);
    assert.deepEqual(found, [
      ['requestId', requestId],
      ['status', '402'],
      ['code', 'INSUFFICIENT_CREDITS'],
      ['requestId', requestId],
      ['code', 'NOT_FOUND'],
    ]);
  });

  it('looks only at the lines of a range, with offsets in the whole text', () => {
    const at = log.indexOf('NOT_FOUND');
    const found = findLogHighlights(log, recogniser, { start: at, end: at });
    assert.deepEqual(
      found.map(({ span }) => log.slice(span.start, span.end)),
      [requestId, 'NOT_FOUND'],
    );
  });

  it('finds nothing in an empty text', () => assert.deepEqual(findLogHighlights('', recogniser), []));
});

describe('provideLogHover', () => {
  const hover = (what: string, commandLinks = true) =>
    provideLogHover(log, log.indexOf(what) + 1, recogniser, { timeZone: 'utc', commandLinks });

  it('shows the record’s id, with a link, and its time', () => {
    const found = hover('INSUFFICIENT_CREDITS');
    assert.deepEqual([found?.highlight.kind, found?.highlight.value], ['code', 'INSUFFICIENT_CREDITS']);
    assert.ok(found?.markdown.includes(`Request ID \`${requestId}\` · [Look up](command:apiErrorCodes.lookUpRequestId?`));
    assert.match(found?.markdown ?? '', /2026-05-04 12:02:11\.120 UTC$/);
  });

  it('gives the command line to clients without links, and shows that a time had no zone', () => {
    const found = hover('NOT_FOUND', false);
    assert.ok(found?.markdown.includes(`look up: \`api-error-codes lookup ${requestId}\``));
    assert.match(found?.markdown ?? '', /read as UTC/);
  });

  it('answers on a status and an id, not elsewhere', () => {
    assert.equal(hover('402')?.highlight.kind, 'status');
    assert.equal(hover(requestId)?.highlight.kind, 'requestId');
    assert.equal(hover('level'), undefined);
    assert.equal(provideLogHover(log, log.length, recogniser, { timeZone: 'utc', commandLinks: true }), undefined);
  });
});

describe('findRequestIdLinks', () => {
  it('finds each id, and its address survives decoding', () => {
    assert.deepEqual(
      findRequestIdLinks(log, recogniser).map(({ requestId: id }) => id),
      [requestId, requestId],
    );
    const uri = lookupCommandUri('a"b c%');
    assert.deepEqual(JSON.parse(decodeURIComponent(uri.slice(uri.indexOf('?') + 1))), ['a"b c%']);
  });

  it('bounds their number', () => {
    assert.equal(findRequestIdLinks(`request_id=${requestId}\n`.repeat(10_000), recogniser).length, 5_000);
  });
});

describe('isLogDocument', () => {
  for (const uri of [
    'file:///a/x.log',
    'file:///x.log.1',
    'file:///x.log-20260504',
    'file:///x.log.2.gz',
    'file:///x.jsonl',
    'output:tasks',
  ]) {
    it(`takes ${uri} for a log`, () => assert.ok(isLogDocument({ uri, languageId: 'plaintext' })));
  }
  it('takes other files for none', () => {
    assert.ok(isLogDocument({ uri: 'untitled:Untitled-1', languageId: 'log' }));
    for (const uri of ['file:///log.ts', 'file:///x.login', 'file:///x.log.ts'])
      assert.ok(!isLogDocument({ uri, languageId: 'typescript' }));
  });
});

describe('cutRecordText', () => {
  it('keeps the id in a long record', () => {
    const text = `${'x '.repeat(20_000)}${requestId}${' y'.repeat(20_000)}`;
    const cut = cutRecordText(text, 40_000);
    assert.ok(cut.includes(requestId) && cut.length <= 10_100 && cut.startsWith('…') && cut.endsWith('…'));
  });

  it('does not cut a word in two', () => {
    const cut = cutRecordText(`${'a'.repeat(7_990)} password=abcdefghijklmnop ${'b '.repeat(5_000)}`, 0);
    assert.ok(!/password=\w+…$/.test(cut), cut.slice(-40));
  });
});

describe('times for people', () => {
  it('shows moments and durations', () => {
    assert.equal(formatRecordTime(0, 'utc'), '1970-01-01 00:00:00.000 UTC');
    assert.match(formatRecordTime(0, 'local'), /^19(69|70)-\d\d-\d\d \d\d:\d\d:00\.000 [+-]\d\d:\d\d$/);
    assert.equal(formatRecordTime(Number.MAX_VALUE, 'utc'), '');
    assert.deepEqual([0, 999, 999.6, 3_200, 59_940, 59_960, 125_000, 3_840_000, 183_600_000].map(formatDuration), [
      '0 ms',
      '999 ms',
      '1.0 s',
      '3.2 s',
      '59.9 s',
      '1 min 0 s',
      '2 min 5 s',
      '1 h 4 min',
      '2 d 3 h',
    ]);
  });
});
