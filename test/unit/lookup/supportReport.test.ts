import assert from 'node:assert/strict';
import { buildTimeline } from '../../../server/src/service/requests/requestTimeline.ts';
import { renderSupportReport } from '../../../server/src/service/requests/supportReport.ts';
import { recogniser, requestId } from '../logs/pikzelsRecogniser.ts';
import { findAllRecords } from './foundRecords.ts';

const findSecrets = () => Promise.resolve([]);
const render = (text: string) =>
  renderSupportReport({
    requestId,
    timeline: buildTimeline(findAllRecords('logs/app.log', text)),
    recogniser,
    redaction: { findSecrets, keepKinds: new Set() },
  });

describe('renderSupportReport', () => {
  it('shows no terminal colours, and marks where a log gives no zone', async () => {
    const { markdown } = await render(
      `\u001b[90m2026-05-04 12:00:00\u001b[0m \u001b[31mERROR\u001b[0m request_id=${requestId}\n`,
    );
    assert.match(markdown, /^2026-05-04 12:00:00\.000 UTC \(no zone given\) · error · `logs\/app\.log:1`$/m);
    assert.match(markdown, new RegExp(`^2026-05-04 12:00:00 ERROR request_id=${requestId}$`, 'm'));
  });

  it('shows what would be unseen, or would turn the direction of text around', async () => {
    const { markdown } = await render(
      `\uFEFF2026-05-04T12:00:00Z ERROR user\u202Enimda\u2066 \u200Broot\u0007 \u{E0041}x\u200D 👩\u200D💻 می\u200Cخواهم request_id=${requestId}\n`,
    );
    assert.ok(
      markdown.includes(
        `2026-05-04T12:00:00Z ERROR user[U+202E]nimda[U+2066] [U+200B]root␇ [U+E0041]x[U+200D] 👩\u200D💻 می\u200Cخواهم request_id=${requestId}`,
      ),
      markdown,
    );
  });

  it('takes credentials out that unseen characters split', async () => {
    const { markdown } = await render(`INFO pass\u200Bword=hunter\u200B22zq ${requestId}\n`);
    assert.ok(!/hunter|22zq/.test(markdown), markdown);
  });

  it('contains the facts for support, and takes credentials out', async () => {
    const { markdown: report, redacted } = await render(
      `{"level":"info","time":"2026-05-04T12:00:00Z","method":"POST","url":"/v1/thumbnails?token=abc123","request_id":"${requestId}"}\n` +
        `{"level":"error","time":"2026-05-04T12:00:03.200Z","status":402,"code":"INSUFFICIENT_CREDITS","user":"jane@example.com","request_id":"${requestId}"}\n`,
    );
    assert.equal(
      report,
      [
        `# Request \`${requestId}\``,
        '',
        `- Request ID: \`${requestId}\``,
        '- Time: 2026-05-04 12:00:00.000 UTC to 2026-05-04 12:00:03.200 UTC (3.2 s)',
        '- Request: `POST /v1/thumbnails?token=[redacted secret value]`',
        '- HTTP status: 402',
        '- Error code: `INSUFFICIENT_CREDITS`',
        '- Documented cause (Pikzels API): API balance is too low for the requested operation, or Smart Balance is enabled but the configured top-up cannot cover this request',
        '',
        '## Log records',
        '',
        '2026-05-04 12:00:00.000 UTC · info · `logs/app.log:1`',
        '',
        '```text',
        `{"level":"info","time":"2026-05-04T12:00:00Z","method":"POST","url":"/v1/thumbnails?token=[redacted secret value]","request_id":"${requestId}"}`,
        '```',
        '',
        '2026-05-04 12:00:03.200 UTC · error · `logs/app.log:2`',
        '',
        '```text',
        `{"level":"error","time":"2026-05-04T12:00:03.200Z","status":402,"code":"INSUFFICIENT_CREDITS","user":"[redacted e-mail address]","request_id":"${requestId}"}`,
        '```',
        '',
        'Redacted: secret value × 2, e-mail address.',
        '',
      ].join('\n'),
    );
    assert.deepEqual(redacted, [
      { kind: 'secret value', count: 2 },
      { kind: 'e-mail address', count: 1 },
    ]);
  });

  it('keeps what a log holds inside its fence', async () => {
    const { markdown: report } = await render('INFO ```` <b>bold</b> [x](y)\n');
    assert.match(report, /^`````text\nINFO ```` <b>bold<\/b> \[x\]\(y\)\n`````$/m);
  });

  it('reports when times had no zone, and how many records are left out', async () => {
    const { markdown: report } = await render('2026-05-04 12:00:00 INFO x\n'.repeat(150));
    assert.match(report, /read as UTC/);
    assert.match(report, /50 further records are left out/);
  });
});
