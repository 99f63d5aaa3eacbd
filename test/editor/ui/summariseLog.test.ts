import assert from 'node:assert/strict';
import { useEditor } from './editorUnderTest.ts';

describe('A log, summarised in a real editor', function () {
  this.timeout(60_000);
  const editor = useEditor({ trustEverything: true });

  it('shows codes over time as a picture, and the same numbers as tables', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('logs/worker.log');
    await workbench.runCommand('API Error Codes: Summarise This Log');
    const report = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await report.locator('h1', { hasText: 'worker.log' }).waitFor();
    await report.locator('canvas').first().waitFor();
    const text = (await report.locator('body').innerText()).replace(/\s+/g, ' ');
    assert.match(text, /INSUFFICIENT_CREDITS \d+ 402 API balance is too low/);
    assert.match(text, /Failing requests/);
    assert.ok((await report.locator('table').count()) >= 3);
    // What the picture says, it says in words too.
    assert.match((await report.locator('canvas').first().getAttribute('aria-label')) ?? '', /\S/);
  });
});
