import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { timelineRows } from '../../../scripts/editor/workbench.ts';
import { journey } from '../journeys.ts';
import { useEditor } from './editorUnderTest.ts';

journey('summary', 'chart and tables', function () {
  this.timeout(60_000);
  const editor = useEditor({ trustEverything: true });
  const report = (): FrameLocator => editor().page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

  it('shows codes over time as a picture, and the same numbers as tables', async () => {
    const { workbench } = editor();
    await workbench.openFile('logs/worker.log');
    await workbench.runCommand('API Error Codes: Summarise This Log');
    await report().locator('h1', { hasText: 'worker.log' }).waitFor();
    await report().locator('canvas').first().waitFor();
    const text = (await report().locator('body').innerText()).replace(/\s+/g, ' ');
    assert.match(text, /INSUFFICIENT_CREDITS \d+ 402 API balance is too low/);
    assert.match(text, /Failing requests/);
    assert.ok((await report().locator('table').count()) >= 3);
    // The picture has its meaning in words too.
    assert.match((await report().locator('canvas').first().getAttribute('aria-label')) ?? '', /\S/);
  });

  it('goes from bar to bar by the keyboard, and describes each', async () => {
    const { page } = editor();
    const canvas = report().locator('canvas').first();
    await canvas.focus();
    const labels = new Set<string>();
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'End']) {
      await page.keyboard.press(key);
      labels.add((await canvas.getAttribute('aria-label')) ?? '');
    }
    for (const label of labels) assert.match(label, /^2026-\d\d-\d\d \d\d:\d\d UTC, [A-Z_]+: \d/);
  });

  it('is there again after the window was loaded anew', async () => {
    const { page, workbench } = editor();
    await workbench.reload();
    await page.locator('.tab', { hasText: 'Summary of worker.log' }).click();
    await report().locator('h1', { hasText: 'worker.log' }).waitFor({ timeout: 45_000 });
    // Its links still look requests up.
    await report().locator('#failing a', { hasText: 'b27d41f0' }).click();
    await timelineRows(page).filter({ hasText: 'http.jsonl:5' }).waitFor({ timeout: 45_000 });
  });
});
