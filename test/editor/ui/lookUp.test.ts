import assert from 'node:assert/strict';
import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { waitFor } from '../../../scripts/editor/waitFor.ts';
import { timelineRows } from '../../../scripts/editor/workbench.ts';
import { journey } from '../journeys.ts';
import { useEditor } from './editorUnderTest.ts';

journey('lookUp', 'in logs and from their hovers', function () {
  this.timeout(90_000);
  const editor = useEditor({ trustEverything: true });

  it('is found in logs that git ignores, compressed ones too, as a timeline', async () => {
    const { workbench } = editor();
    const timeline = await workbench.lookUp('3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36', 'worker.log.1.gz');
    const rows = timeline.split('\n');
    assert.equal(rows.length, 5);
    assert.match(rows[0] ?? '', /http\.jsonl:2/);
    assert.match(timeline, /504 GENERATION_TIMEOUT/);
    assert.match(timeline, /worker\.log:1\b/);
  });

  it('opens a record at its line', async () => {
    const { workbench, page } = editor();
    await timelineRows(page).filter({ hasText: 'worker.log:3' }).click();
    await page.locator('.tab.active', { hasText: 'worker.log' }).waitFor();
    await page.locator('.statusbar-item', { hasText: 'Ln 3, Col 1' }).waitFor();
    assert.match(await workbench.visibleText(), /customer 4711 waited/);
  });

  it('opens a record of a compressed log', async () => {
    const { page } = editor();
    await timelineRows(page).filter({ hasText: 'worker.log.1.gz' }).first().click();
    await page.locator('.tab.active', { hasText: 'worker.log.1.gz' }).waitFor();
    await page.locator('.view-line', { hasText: 'job 8813 attempt 1 failed' }).waitFor();
  });

  it('gives a support report without secrets', async () => {
    const { workbench, page } = editor();
    await workbench.lookUp('b27d41f0-95ce-4a83-8f6b-1e0c93d7a254', 'INSUFFICIENT_CREDITS');
    await workbench.runCommand('API Error Codes: Copy Support Report');
    const dialog = page.locator('.monaco-dialog-box', { hasText: 'e-mail address' });
    await dialog.waitFor();
    assert.match(await workbench.visibleText(), /\[redacted\s+e-mail address\]/);
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.locator('.notification-toast', { hasText: 'report' }).waitFor();
    const report = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(report, /b27d41f0-95ce-4a83-8f6b-1e0c93d7a254/);
    assert.match(report, /API balance is too low/);
    assert.doesNotMatch(report, /ada@example\.com/);
  });

  it('is looked up from the hover of a log', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('logs/worker.log');
    const text = await workbench.hover('IMAGE_TOO_LARGE', '413');
    assert.match(text, /Input image exceeds the 10 MB size limit/);
    await page.locator('.monaco-hover:not(.hidden) a', { hasText: 'Look up' }).click();
    await timelineRows(page).filter({ hasText: 'http.jsonl:4' }).waitFor();
  });

  it('proposes the id on the clipboard, which typing replaces', async () => {
    const { workbench, page } = editor();
    await page.evaluate(() => navigator.clipboard.writeText('Request ID: 91f4d6b3-70ae-4c28-8d1f-5b3e07c9a642.'));
    // No editor, so that only the clipboard has a proposal.
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('API Error Codes: Look Up Request ID…');
    await page.locator('.quick-input-title', { hasText: 'Look Up Request ID' }).waitFor();
    const input = page.locator('.quick-input-widget input');
    assert.equal(await input.inputValue(), '91f4d6b3-70ae-4c28-8d1f-5b3e07c9a642');
    await page.keyboard.type('req-1');
    assert.equal(await input.inputValue(), 'req-1');
    await page.keyboard.press('Escape');
  });

  it('shows any pasted id as text', async () => {
    const { workbench, page } = editor();
    const requestId = 'x[click](command:workbench.action.terminal.new)\u202Ey';
    await workbench.runCommand('API Error Codes: Look Up Request ID…');
    await page.locator('.quick-input-title', { hasText: 'Look Up Request ID' }).waitFor();
    await page.locator('.quick-input-widget input').fill(requestId);
    await page.keyboard.press('Enter');
    const toast = page.locator('.notification-toast', { hasText: 'No log record contains' });
    await toast.waitFor();
    assert.match(await toast.innerText(), /x\[click\]\u2060?\(command:workbench\.action\.terminal\.new\)\[U\+202E\]y/);
    assert.equal(await toast.locator('a[href]').count(), 0);
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('shows where it searched when nothing is found', async () => {
    const { workbench, page } = editor();
    await workbench.runCommand('API Error Codes: Look Up Request ID…');
    await page.locator('.quick-input-title', { hasText: 'Look Up Request ID' }).waitFor();
    await page.locator('.quick-input-widget input').fill('00000000-0000-4000-8000-000000000000');
    await page.keyboard.press('Enter');
    await page.locator('.notification-toast', { hasText: /Searched 3 log files/ }).waitFor();
  });

  it('numbers the lines of an excerpt as its file does', async () => {
    const { workbench, page, folder } = editor();
    const requestId = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
    const lines = Array.from(
      { length: 5_000 },
      (_, line) => `2026-03-15T08:00:00Z INFO line ${line + 1} ${'of a long log '.repeat(5)}`,
    );
    lines[3_999] = `2026-03-15T08:00:01Z ERROR it failed request_id=${requestId}`;
    writeFileSync(path.join(folder, 'logs', 'long.log.gz'), gzipSync(lines.join('\n')));
    await workbench.lookUp(requestId, 'long.log.gz:4000');
    await timelineRows(page).filter({ hasText: 'long.log.gz:4000' }).click();
    const line = page.locator('.view-line', { hasText: 'it\u00a0failed' });
    await line.waitFor();
    const number = await waitFor('the number of the line', () =>
      line.evaluate((element) => {
        const contents = [...element.querySelectorAll('span')].map((span) => getComputedStyle(span, '::before').content);
        return contents.find((content) => /\d/.test(content));
      }),
    );
    assert.match(number, /^"4000"$/);
    // The editor's own, which counts from the beginning of the excerpt, would contradict it.
    assert.equal(await page.locator('.editor-instance .line-numbers').count(), 0);
  });

  it('gives way to another look-up, and can be cancelled with what it has found still there', async () => {
    const { workbench, page, folder } = editor();
    const begin = async (requestId: string): Promise<void> => {
      await workbench.runCommand('API Error Codes: Look Up Request ID…');
      await page.locator('.quick-input-title', { hasText: 'Look Up Request ID' }).waitFor();
      await page.locator('.quick-input-widget input').fill(requestId);
      await page.keyboard.press('Enter');
    };
    const notice = (requestId: string) => page.locator('.notification-toast', { hasText: `Looking up ${requestId}` });
    const [first, second] = ['b27d41f0-95ce-4a83-8f6b-1e0c93d7a254', '3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36'];
    // Nothing but a hole, which takes long to read and no room.
    const large = path.join(folder, 'logs', 'large.log');
    writeFileSync(large, '');
    truncateSync(large, 1e12);
    try {
      await begin(first);
      await notice(first).waitFor();
      await begin(second);
      await notice(second).waitFor();
      await notice(first).waitFor({ state: 'hidden' });
      await timelineRows(page).filter({ hasText: 'http.jsonl:2' }).waitFor();
      assert.equal(await timelineRows(page).filter({ hasText: first }).count(), 0);
      await notice(second).getByRole('button', { name: 'Cancel' }).click();
      await page
        .locator('.part.panel', { hasText: new RegExp(`${second}: 5 records.*the look-up was cancelled: there may be more`) })
        .waitFor();
      assert.equal(await timelineRows(page).filter({ hasText: 'http.jsonl:2' }).count(), 1);
    } finally {
      rmSync(large);
    }
  });
});
