import assert from 'node:assert/strict';
import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { timelineRows } from '../../../scripts/editor/workbench.ts';
import { journey } from '../journeys.ts';
import { useEditor } from './editorUnderTest.ts';

const requestId = '0d9c1f5e-7a34-4b6c-8e21-5f60a1b2c3d4';
const megabyte = 1_000_000;

describe('Large logs, in a real editor', function () {
  this.timeout(90_000);
  const editor = useEditor({ trustEverything: true });
  const open = async (name: string): Promise<Locator> => {
    const { page } = editor();
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget .monaco-inputbox input').fill(`logs/${name}`);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
    await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    return page.locator('.notification-toast', { hasText: `${name} is larger than 50 MB.` });
  };

  journey('largeLog', 'why nothing in it is explained, and what reads it', () => {
    it('is said once it is on the screen', async () => {
      const { page, folder } = editor();
      writeLog(path.join(folder, 'logs', 'large.log'), 60);
      const toast = await open('large.log');
      await page.locator('.monaco-button', { hasText: 'Open Anyway' }).click();
      await page.locator('.view-line', { hasText: 'job\u00a0done' }).first().waitFor();
      await toast.waitFor();
      assert.match(await toast.innerText(), /hovers and links are missing\. Look-ups and summaries read the file from disk\./);
      await page.screenshot({ path: 'out/pictures/largeLog.png' });
      await toast.getByRole('button', { name: 'Look Up Request ID' }).click();
      await page.locator('.quick-input-title', { hasText: 'Look Up Request ID' }).waitFor();
      await page.locator('.quick-input-widget .monaco-inputbox input').fill(requestId);
      await page.keyboard.press('Enter');
      await timelineRows(page).filter({ hasText: 'large.log' }).first().waitFor();
    });
  });

  journey('summary', '200 MB', () => {
    it('counts every record', async () => {
      const { page, folder } = editor();
      writeLog(path.join(folder, 'logs', 'huge.log'), 200);
      const toast = await open('huge.log');
      await toast.getByRole('button', { name: 'Summarise' }).click();
      const report = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      await report.locator('h1', { hasText: 'Summary of huge.log' }).waitFor({ timeout: 60_000 });
      const text = (await report.locator('body').innerText()).replace(/\s+/g, ' ');
      assert.match(text, /Records 200,001 /);
      assert.match(text, /Read 1 file, 200\.0 MB/);
      assert.match(text, /INSUFFICIENT_CREDITS 1 402/);
      await page.screenshot({ path: 'out/pictures/largeSummary.png' });
    });
  });
});

/** Lines of 1,000 bytes, and one that fails in the middle. */
function writeLog(file: string, megabytes: number): void {
  const line = (text: string): string => `${`2026-03-15T08:00:00.000Z INFO  [worker-1] ${text}`.padEnd(999)}\n`;
  const block = line('job done').repeat(megabyte / 1_000);
  const log = openSync(file, 'w');
  for (let written = 0; written < megabytes; written += 1) {
    if (written === megabytes / 2)
      writeSync(log, `2026-03-15T08:00:01.000Z ERROR [worker-1] job failed: 402 INSUFFICIENT_CREDITS request_id=${requestId}\n`);
    writeSync(log, block);
  }
  closeSync(log);
}
