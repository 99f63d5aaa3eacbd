import assert from 'node:assert/strict';
import { renderLookup, renderPretty } from '../../../server/src/cli/lookupOutput.ts';
import type { Lookup } from '../../../server/src/service/requests/lookup.ts';
import { buildTimeline } from '../../../server/src/service/requests/requestTimeline.ts';
import { recogniser } from '../logs/pikzelsRecogniser.ts';
import { readRecords } from '../../../server/src/service/logs/reading/readRecords.ts';

const requestId = 'req-1000001';

function search(text: string, id = requestId): Lookup {
  const records = readRecords(text, recogniser).map((record) => ({
    source: 'file',
    file: 'a.log',
    line: record.line + 1,
    record,
    text: text.slice(record.span.start, record.span.end),
    excerpt: false,
  }));
  const requests = [
    { requestId: id, timeline: buildTimeline(records, id), truncated: false, related: [], total: records.length, outside: 0 },
  ];
  return { requests, engines: [], files: 1, bytes: text.length, otherFiles: 0, skipped: [], cancelled: false };
}

const render = (text: string) => renderPretty(search(text), recogniser, false);

describe('renderPretty', () => {
  it('shows the place of the id when that is not at the beginning of the record', () => {
    const time = '"time":"2026-05-04T12:00:00Z"';
    assert.match(
      render(`{\n  ${time},\n  "request_id": "${requestId}"\n}`),
      /^ {2}\{\n {4}"time":"2026-05-04T12:00:00Z",\n {4}"request_id": "req-1000001"\n {2}\}$/m,
    );
    const long = render(`{${time},"body":"${'x'.repeat(1_000)}","request_id":"${requestId}","n":"${'y'.repeat(1_000)}"}`);
    assert.match(long, /x…\n {2}…x+","request_id":"req-1000001","n":"y+…$/m);
  });

  it('shows the place of an id in a different spelling', () => {
    const id = '7f3c9a52-41de-4b0c-9a83-d2e6c01f5b77';
    const plain = id.replaceAll('-', '').toUpperCase();
    const asked = search(`{\n  "time":"2026-05-04T12:00:00Z",\n  "trace": "${plain}"\n}`, id);
    assert.match(renderPretty(asked, recogniser, false), new RegExp(`^ {4}"trace": "${plain}"$`, 'm'));
  });

  it('leaves out the records of longer ids, and reports it', () => {
    const text = ['', '2', '3'].map((digit) => `2026-05-04T12:00:00Z INFO reqId=${requestId}${digit}\n`).join('');
    assert.match(render(text), /^req-1000001: 1 record\n[^]*^2 records that only contain it in a longer id are left out\.$/m);
    const { records, leftOut } = JSON.parse(renderLookup(search(text))) as { records: unknown[]; leftOut: number };
    assert.deepEqual([records.length, leftOut], [1, 2]);
  });

  it('shows a line with colours without them', () => {
    assert.match(
      render(`2026-05-04T12:00:00Z \u001b[31mERROR\u001b[0m ${requestId} \u001b]0;x\u0007`),
      /Z ERROR req-1000001 �\]0;x�$/m,
    );
  });

  it('shows by their numbers the characters that would turn the text around', () => {
    assert.match(render(`2026-05-04T12:00:00Z ERROR ${requestId} user\u202Enimda\u200B`), /user\[U\+202E\]nimda\[U\+200B\]$/m);
  });
});
