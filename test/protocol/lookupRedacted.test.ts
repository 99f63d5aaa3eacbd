import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ids = ['18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234', '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1235'] as const;
const secret = 'hunter22zq';

describe('api-error-codes lookup, redacted', function () {
  this.timeout(30_000);
  let folder = '';
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.resolve('dist/cli.cjs'), 'lookup', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'lookup-'));
    const lines = [
      `2026-05-04T12:00:00Z ERROR INSUFFICIENT_CREDITS status=402 request_id=${ids[0]} password=${secret} <b> jane@example.com`,
      `2026-05-04T12:00:01Z INFO again with ${secret} from 203.0.113.9 request_id=${ids[1]}`,
    ];
    writeFileSync(path.join(folder, 'app.log'), `${lines.join('\n')}\n`);
    writeFileSync(path.join(folder, 'ids.txt'), `${[...ids, 'req-none'].join('\n')}\n`);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('prints the support report as Markdown', () => {
    const { status, stdout } = run(ids[0], '--format', 'markdown');
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^# Request `18b2ad5e-[^]*^- Error code: `INSUFFICIENT_CREDITS`$[^]*^Redacted: secret value, e-mail address\.$/m,
    );
    assert.ok(!stdout.includes(secret), stdout);
  });

  it('prints the timeline as a page that loads nothing', () => {
    const { status, stdout } = run(ids[0], '--format', 'html');
    assert.equal(status, 0);
    assert.match(stdout, /<tr class="error">[^]*INSUFFICIENT_CREDITS[^]*&lt;b&gt;[^]*app\.log:1/);
    assert.ok(!/<script|<link|<img|src=|url\(/.test(stdout), stdout);
    assert.ok(!stdout.includes(secret) && !stdout.includes('jane@'), stdout);
  });

  for (const format of ['pretty', 'json']) {
    it(`redacts ${format} when asked to`, () => {
      assert.ok(run(ids[0], '--format', format).stdout.includes(secret));
      const { stdout } = run(ids[0], '--format', format, '--redact');
      assert.ok(!stdout.includes(secret) && stdout.includes('[redacted secret value]') && stdout.includes(ids[0]), stdout);
    });
  }

  for (const format of ['pretty', 'json', 'markdown', 'html']) {
    it(`leaves nothing of one request's secret in the records of another, as ${format}`, () => {
      const { status, stdout } = run('--ids-file', 'ids.txt', '--format', format, '--redact');
      assert.equal(status, 1);
      assert.ok(!stdout.includes(secret), stdout);
      for (const id of [...ids, 'req-none']) assert.ok(stdout.includes(id), stdout);
    });
  }

  for (const format of ['pretty', 'json', 'html'])
    it(`leaves nothing of a secret in the lines around a record and in what ties records, as ${format}`, () => {
      const session = '9a8b7c6d5e4f3a2b1c0d';
      const lines = [
        `2026-05-04T12:00:00Z INFO password=${secret}`,
        `2026-05-04T12:00:01Z INFO session_id=${session} request_id=${ids[0]}`,
        `2026-05-04T12:00:02Z INFO session_id=${session} went on`,
      ];
      writeFileSync(path.join(folder, 'around.txt'), `${lines.join('\n')}\n`);
      const { stdout } = run(ids[0], 'around.txt', '--format', format, '--redact', '--related', '-C', '1');
      assert.ok(stdout.includes('went on') && stdout.includes('[redacted secret value]'), stdout);
      assert.ok(!stdout.includes(secret) && !stdout.includes(session), stdout);
    });

  it('keeps the personal data that is named, and no other', () => {
    const { stdout } = run('--ids-file', 'ids.txt', '--redact', '--keep', 'ip-address', '--keep', 'iban');
    assert.ok(stdout.includes('203.0.113.9') && !stdout.includes('jane@') && !stdout.includes(secret), stdout);
    const wrong = run(ids[0], '--redact', '--keep', 'password');
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /It must be one of card-number, email-address, iban, ip-address, phone-number\./);
  });
});
