import assert from 'node:assert/strict';
import { readRecordAt } from '../../../server/src/service/logs/reading/readRecordAt.ts';
import { recogniser, requestId as id } from './pikzelsRecogniser.ts';
import { context, linesOf, readEverywhere as read } from './readEverywhere.ts';

const factsOf = (text: string) =>
  read(text).map(({ format, level, status, code, requestId }) => [format, level, status, code, requestId]);

describe('records over several lines', () => {
  it('reads JSON that is printed over several lines as one record', () => {
    const record = { level: 'error', time: '2026-05-04T12:00:00Z', error: { code: 'NOT_FOUND' }, request_id: id, status: 404 };
    const text = `${JSON.stringify(record, undefined, 2)}\n${JSON.stringify({ ...record, status: 410 }, undefined, '\t')}\n`;
    assert.deepEqual(factsOf(text), [
      ['json', 'error', 404, 'NOT_FOUND', id],
      ['json', 'error', 410, 'NOT_FOUND', id],
    ]);
    assert.deepEqual(linesOf(text), [
      [1, 9],
      [10, 9],
    ]);
  });

  it('reads a stack trace as one record where a collector put a time or a name before each of its lines', () => {
    const trace = [
      `ERROR failed request_id=${id}`,
      '    at post (client.ts:56:11)',
      '\tat com.example.Api.call(Api.java:12)',
      'Caused by: java.io.IOException: 402 INSUFFICIENT_CREDITS',
      '\t... 12 more',
      '{"level":"info","msg":"next","status":200}',
    ];
    for (const prefix of [
      '2026-05-04T12:00:00.123456789Z ',
      '[pod/web-6d4b75cb6d-hwnl9/app] 2026-05-04T12:00:00.123456789Z ',
      'web-6d4b75cb6d-hwnl9 app ',
      'web-1  | 2026-05-04T12:00:00.123456789Z ',
    ]) {
      const [first, second, more] = read(trace.map((line) => prefix + line).join('\n'));
      assert.deepEqual(
        [first?.lines, first?.level, first?.status, first?.code],
        [5, 'error', 402, 'INSUFFICIENT_CREDITS'],
        prefix,
      );
      assert.deepEqual([second?.level, second?.status, more], ['info', 200, undefined], prefix);
    }
    assert.deepEqual(
      linesOf('2026-05-04T12:00:00Z   indented message\n2026-05-04T12:00:00Z at noon\n2026-05-04T12:00:01Z INFO x'),
      [
        [1, 1],
        [2, 1],
        [3, 1],
      ],
    );
  });

  it('reads JSON over several lines behind the name of a container as one record', () => {
    const value = { level: 'error', time: '2026-05-04T12:00:00Z', error: { code: 'NOT_FOUND' }, request_id: id, status: 404 };
    const lines = JSON.stringify(value, undefined, 2).split('\n');
    for (const prefix of ['web-1  | ', '[pod/web-6d4b75cb6d-hwnl9/app] ', '\u001b[36mweb-1  | \u001b[0m']) {
      const [record, more] = read(`${prefix}${lines.join(`\n${prefix}`)}\n${prefix}INFO next`);
      assert.deepEqual(
        [record?.carrier, record?.format, record?.time?.ms, record?.level, record?.status, record?.code, record?.requestId],
        ['container', 'json', Date.UTC(2026, 4, 4, 12), 'error', 404, 'NOT_FOUND', id],
      );
      assert.equal(more?.level, 'info');
    }
  });

  for (const indent of [undefined, 2]) {
    it(`reads each object of an array${indent === undefined ? '' : ' over several lines'} as a record`, () => {
      const text = JSON.stringify(
        [
          { level: 'info', msg: 'a ] } b' },
          { level: 'warn', status: 503 },
        ],
        undefined,
        indent,
      );
      const records = read(text);
      assert.deepEqual(
        records.map(({ level, status }) => [level, status]),
        [
          ['info', undefined],
          ['warn', 503],
        ],
      );
      assert.equal(records.map(({ span }) => text.slice(span.start, span.end)).join(',').length <= text.length, true);
    });
  }

  it('reads an array with one object to a line', () => {
    assert.deepEqual(linesOf('[\n{"level":"info","msg":"a"},\n{"level":"info","msg":"b"}\n]\n'), [
      [1, 2],
      [3, 2],
    ]);
  });

  it('reads objects that are joined without a line break', () => {
    assert.deepEqual(factsOf('{"level":"info","status":200}{"level":"error","status":500}\n'), [
      ['json', 'info', 200, undefined, undefined],
      ['json', 'error', 500, undefined, undefined],
    ]);
  });

  it('reads every record of an OTLP export, with its attributes', () => {
    const record = (severityText: string, attributes: object[]) => ({
      timeUnixNano: '1777896131120000000',
      severityText,
      body: { stringValue: 'm' },
      traceId: '5b8aa5a2d2c872e8321cf37308d69df2',
      attributes,
    });
    const attributes = [
      { key: 'http.response.status_code', value: { intValue: '409' } },
      { key: 'error.code', value: { stringValue: 'CONFLICT' } },
      { key: 'request_id', value: { stringValue: id } },
    ];
    const batch = {
      resourceLogs: [
        { resource: {}, scopeLogs: [{ scope: {}, logRecords: [record('INFO', []), record('ERROR', attributes)] }] },
        { resource: {}, scopeLogs: [{ scope: {}, logRecords: [record('WARN', [])] }] },
      ],
    };
    for (const indent of [undefined, 2]) {
      assert.deepEqual(factsOf(JSON.stringify(batch, undefined, indent)), [
        ['otlp', 'info', undefined, undefined, '5b8aa5a2d2c872e8321cf37308d69df2'],
        ['otlp', 'error', 409, known('CONFLICT'), id],
        ['otlp', 'warn', undefined, undefined, '5b8aa5a2d2c872e8321cf37308d69df2'],
      ]);
    }
  });

  it('reads the record of an export around a place where the text begins inside the export', () => {
    const logRecords = ['INFO', 'ERROR', 'WARN'].map((severityText) => ({
      timeUnixNano: '1777896131120000000',
      severityText,
      body: { stringValue: `${severityText} status=409` },
    }));
    const text = JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] }).slice(70);
    const record = readRecordAt(text, text.indexOf('ERROR status'), recogniser, context);
    assert.deepEqual([record?.format, record?.level, record?.status], ['otlp', 'error', 409]);
    assert.equal(text.slice(record?.span.start, record?.span.end), JSON.stringify(logRecords[1]));
  });

  it('reads each event of a CloudWatch subscription', () => {
    const messages = [`START RequestId: ${id} Version: 1\n`, `2026-05-04T12:00:00.113Z\t${id}\tERROR\t{"statusCode":402}\n`];
    const text = JSON.stringify({
      messageType: 'DATA_MESSAGE',
      logEvents: messages.map((message) => ({ id: '1', timestamp: 1777896131120, message })),
    });
    assert.deepEqual(factsOf(text), [
      ['lambda', undefined, undefined, undefined, id],
      ['lambda', 'error', 402, undefined, id],
    ]);
    assert.equal(read(text)[0]?.time?.ms, 1777896131120);
  });

  it("reads journald's export", () => {
    const entry = (priority: number) =>
      `__CURSOR=s=1\n__REALTIME_TIMESTAMP=1777896131120000\nPRIORITY=${priority}\nMESSAGE=m ${id}\n`;
    assert.deepEqual(factsOf(`${entry(3)}\n${entry(6)}\n`), [
      ['journald', 'error', undefined, undefined, id],
      ['journald', 'info', undefined, undefined, id],
    ]);
  });

  it('gives a request of Rails its lines, up to those of the next', () => {
    const request = (tag: string, status: number) =>
      [
        `Started GET "/x" for ::1 at 2026-05-04 12:00:00 +0000`,
        'Processing by X#show as JSON',
        `Completed ${status} Failed in 3ms`,
      ]
        .map((line) => `${tag}${line}\n`)
        .join('');
    assert.deepEqual(
      factsOf(`${request(`[${id}] `, 422)}${request(`[${id}] `, 200)}${request('[other] ', 404)}`).map(([, , status]) => status),
      [422, 200, 404],
    );
    assert.deepEqual(linesOf(request('', 422)), [[1, 3]]);
  });

  it('gives a Java stack trace to its record', () => {
    const text = [
      '2026-05-04 12:00:00.123 ERROR [main] com.example.Api - failed',
      'java.lang.IllegalStateException: NOT_FOUND',
      '\tat com.example.Api.send(Api.java:12)',
      'Caused by: java.io.IOException: 503',
      '\t... 12 more',
      '2026-05-04 12:00:01.123 INFO [main] com.example.Api - next',
    ].join('\n');
    assert.deepEqual(linesOf(text), [
      [1, 5],
      [6, 1],
    ]);
    assert.equal(read(text)[0]?.code, 'NOT_FOUND');
  });

  it("gives the lines below .NET's category to it", () => {
    assert.deepEqual(linesOf('fail: Api.Client[0]\n      Failed\n      System.Exception: x\ninfo: Api.Client[0]\n      Next\n'), [
      [1, 3],
      [4, 2],
    ]);
  });

  it('reads the level on the second line of java.util.logging', () => {
    const [record, more] = read('May 04, 2026 1:02:03 PM com.example.Api send\nSEVERE: failed\njava.io.IOException: x\n');
    assert.equal(more, undefined);
    assert.deepEqual(
      [record?.format, record?.level, record?.message, record?.time],
      ['logback', 'error', 'failed', { ms: Date.UTC(2026, 4, 4, 13, 2, 3), zoneAssumed: true }],
    );
  });

  it('gives a stack trace in a container’s lines to its record, not to another container’s', () => {
    assert.deepEqual(
      linesOf(
        ['web-1  | 2026-05-04 12:00:00 ERROR x', 'web-1  |     at y (z.js:1)', 'db-1   |     at y', 'web-1  | INFO next'].join(
          '\n',
        ),
      ),
      [
        [1, 2],
        [3, 1],
        [4, 1],
      ],
    );
  });

  it('takes a JSON body below a line of text for a part of its record', () => {
    const text = `2026-05-04 12:00:00 ERROR answer:\n{\n  "error": { "code": "NOT_FOUND" },\n  "request_id": "${id}"\n}\nINFO next\n`;
    assert.deepEqual(linesOf(text), [
      [1, 5],
      [6, 1],
    ]);
    assert.deepEqual(factsOf(text)[0], ['text', 'error', undefined, 'NOT_FOUND', id]);
  });

  it('finds code, status and id in JSON inside JSON, however often it is escaped', () => {
    let text = JSON.stringify({ error: { code: 'NOT_FOUND' }, status: 404, request_id: id });
    for (let times = 0; times < 3; times++) {
      assert.deepEqual(factsOf(`2026-05-04 12:00:00 ERROR client body: ${text}`), [['text', 'error', 404, 'NOT_FOUND', id]]);
      text = JSON.stringify(text);
    }
  });

  it('finds a code between terminal colours', () => {
    assert.deepEqual(factsOf('\u001b[31mERROR\u001b[0m failed \u001b[1mNOT_FOUND\u001b[0m'), [
      ['text', 'error', undefined, 'NOT_FOUND', undefined],
    ]);
  });
});

/** The code, as far as the built-in catalogue has it. */
function known(code: string): string | undefined {
  return recogniser.entriesOf(code).length > 0 ? code : undefined;
}
