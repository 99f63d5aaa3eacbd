import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRecordAt } from '../../../server/src/service/logs/reading/readRecordAt.ts';
import { recogniser } from './pikzelsRecogniser.ts';
import { readRecords } from '../../../server/src/service/logs/reading/readRecords.ts';

const trace = [
  '2026-05-04 12:00:00,123 ERROR worker failed',
  'Traceback (most recent call last):',
  '  File "a.py", line 1, in <module>',
  '',
  'pikzels.Error: INSUFFICIENT_CREDITS',
  '2026-05-04 12:00:01,000 INFO worker next',
  '',
].join('\n');

const linesOf = (text: string) => readRecords(text, recogniser).map(({ line, lines }) => [line, lines]);

describe('readRecords', () => {
  it('gives a stack trace to its record', () => {
    assert.deepEqual(linesOf(trace), [
      [0, 5],
      [5, 1],
    ]);
    assert.equal(readRecords(trace, recogniser)[0]?.code, 'INSUFFICIENT_CREDITS');
  });

  it('keeps another program’s line apart from a JSON record, and a stack trace with it', () => {
    assert.deepEqual(linesOf('{"msg":"a"}\nlistening on 3000\n    at x (y.js:1:1)\n{"msg":"b"}\n'), [
      [0, 1],
      [1, 2],
      [3, 1],
    ]);
  });

  it('takes each line of a text without times for a record', () => {
    assert.deepEqual(linesOf('one\ntwo\n  more\nthree'), [
      [0, 1],
      [1, 2],
      [3, 1],
    ]);
  });

  it('has spans without the line break, with CRLF too', () => {
    const text = '\uFEFFINFO a\r\nINFO b\r\n';
    assert.deepEqual(
      readRecords(text, recogniser).map(({ span }) => text.slice(span.start, span.end)),
      ['\uFEFFINFO a', 'INFO b'],
    );
  });

  it('finds nothing in an empty text', () => {
    assert.deepEqual(readRecords('', recogniser), []);
    assert.deepEqual(readRecords('\n\n', recogniser), []);
  });

  it('never throws, and its records cover the text in order', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\n',
        '\r\n',
        '{"a":',
        '"',
        '2026-05-04T12:00:00Z ',
        'request_id=',
        '\ud800',
        '<34>1 ',
        '=',
        'NOT_FOUND',
        '\u001b[',
        '{\n',
        '[{"level":1}',
        '},',
        ']',
        '{"resourceLogs":[{"scopeLogs":[{"logRecords":[',
        '{"timeUnixNano":"1"}',
        '__CURSOR=',
        'web-1  | ',
        '\tat x',
        '[a] Started GET "/" for ::1 at ',
        '[a] Completed 200 ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const { span } of readRecords(text, recogniser)) {
          assert.ok(span.start >= end && span.end > span.start && span.end <= text.length);
          assert.equal(text.slice(end, span.start).replace(/[\s,\uFEFF]/g, ''), '');
          end = span.end;
        }
        assert.equal(text.slice(end).trim(), '');
      }),
    );
  });

  for (const [name, text] of Object.entries({
    'one long line': 'a'.repeat(1_000_000),
    quotes: '"'.repeat(1_000_000),
    'open braces': '{"a":'.repeat(200_000),
    'deep JSON': `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
    pairs: 'a=b '.repeat(250_000),
    'escaped quotes': `a="${'\\"'.repeat(400_000)}`,
    names: 'request_id='.repeat(100_000),
    requests: 'GET '.repeat(250_000),
    'lone surrogates': '\ud800'.repeat(500_000),
    'zero bytes': '\0'.repeat(1_000_000),
    'open lines': '{\n'.repeat(100_000),
    'open arrays': '[{\n'.repeat(50_000),
    'an endless export': `{"resourceLogs":[{"logRecords":[${'{"timeUnixNano":"1",'.repeat(40_000)}`,
    'a long export': `{"logEvents":[${'{"message":"m"},'.repeat(60_000)}{}]}`,
    tags: `${'[a] '.repeat(250_000)}Completed`,
    colons: '1:2.'.repeat(250_000),
    bars: 'a | '.repeat(250_000),
    'stack trace in a container': 'web-1 | \tat x\n'.repeat(60_000),
    'requests that nobody closes': `127.0.0.1 - - [04/May/2026:12:00:00 +0000] "GET ${':'.repeat(12_000)}\n`.repeat(400),
    indented: `2026-05-04 12:00:00 x\n${' y\n'.repeat(300_000)}`,
  })) {
    it(`ends soon on ${name}`, () => {
      readRecords(text, recogniser);
      readRecordAt(text, text.length / 2, recogniser);
    }).timeout(10_000);
  }
});

describe('readRecordAt', () => {
  it('reads the same record as reading all does, wherever in it one asks', () => {
    for (const record of readRecords(trace, recogniser)) {
      for (const offset of [record.span.start, record.span.start + 5, record.span.end]) {
        assert.deepEqual(readRecordAt(trace, offset, recogniser), record);
      }
    }
  });

  it('finds none in blank lines before the first record', () => {
    assert.equal(readRecordAt('\n\nINFO a', 0, recogniser), undefined);
  });

  it('looks no further than it must in a large text', () => {
    const text = '{"level":30,"time":1777896131120,"msg":"request completed"}\n'.repeat(100_000);
    const begun = performance.now();
    for (let offset = 0; offset < text.length; offset += text.length / 100) readRecordAt(text, Math.floor(offset), recogniser);
    assert.ok(performance.now() - begun < 10_000);
  });
});
