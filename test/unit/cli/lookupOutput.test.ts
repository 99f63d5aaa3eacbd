import assert from 'node:assert/strict';
import { renderPretty } from '../../../server/src/cli/lookupOutput.ts';
import { readRecords } from '../../../server/src/service/logs/readRecords.ts';
import { recogniser } from '../logs/pikzelsRecogniser.ts';

const requestId = 'req-1000001';

function render(text: string): string {
  const records = readRecords(text, recogniser).map((record) => ({
    source: 'file',
    file: 'a.log',
    line: record.line + 1,
    record,
    text: text.slice(record.span.start, record.span.end),
    excerpt: false,
  }));
  const found = [{ requestId, records, truncated: false }];
  return renderPretty({ found, files: 1, bytes: text.length, skipped: [], cancelled: false }, recogniser, false);
}

describe('renderPretty', () => {
  it('shows where the id stands when that is not at the beginning of the record', () => {
    const time = '"time":"2026-05-04T12:00:00Z"';
    assert.match(render(`{\n  ${time},\n  "request_id": "${requestId}"\n}`), /^ {2}\{\n {4}"request_id": "req-1000001"$/m);
    const long = render(`{${time},"body":"${'x'.repeat(1_000)}","request_id":"${requestId}","n":"${'y'.repeat(1_000)}"}`);
    assert.match(long, /x…\n {2}…x+","request_id":"req-1000001","n":"y+…$/m);
  });

  it('shows a line with colours without them', () => {
    assert.match(
      render(`2026-05-04T12:00:00Z \u001b[31mERROR\u001b[0m ${requestId} \u001b]0;x\u0007`),
      /Z ERROR req-1000001 �\]0;x�$/m,
    );
  });
});
