import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { journey } from '../journeys.ts';
import { useEditor } from './editorUnderTest.ts';
import { findLowContrast } from './findLowContrast.ts';

const requestId = 'b27d41f0-95ce-4a83-8f6b-1e0c93d7a254';

journey('accessibility', 'contrast, and names and roles', function () {
  this.timeout(60_000);
  const editor = useEditor({ trustEverything: true });
  // Of several tabs, the one that is shown.
  const shown = (): FrameLocator =>
    editor().page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('iframe#active-frame');

  it('names each row of the view with its place in the tree, what it is, and how it is handled', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('src/handleError.ts');
    await workbench.runCommand('Explorer: Focus on Error Codes View');
    const tree = page.getByRole('tree', { name: 'Error Codes' });
    const row = (name: RegExp) => tree.getByRole('treeitem', { name });
    await row(/^Pikzels API \d+ of 31 handled/).waitFor();
    assert.equal(await row(/^Pikzels API/).getAttribute('aria-level'), '1');
    await row(/^400 \d of 8 handled/).waitFor();
    await row(/^VALIDATION_ERROR, 400, \d+ places?, Request payload failed validation/).waitFor();
    assert.equal(await row(/^VALIDATION_ERROR/).getAttribute('aria-expanded'), 'false');
  });

  it('names the records of a timeline, and the parts of its table', async () => {
    const { workbench, page } = editor();
    await workbench.lookUp(requestId, 'INSUFFICIENT_CREDITS');
    const records = page.locator('.part.panel').getByRole('treeitem', { name: /INSUFFICIENT_CREDITS.*API balance is too low/ });
    await records.first().waitFor();
    await workbench.runCommand('API Error Codes: Show Timeline as Table');
    const grid = shown().getByRole('grid', { name: /Records/ });
    await grid.getByRole('row').nth(1).waitFor();
    assert.deepEqual(
      await grid.getByRole('columnheader').evaluateAll((heads) => heads.filter((head) => head.textContent === '')),
      [],
    );
    await shown().getByRole('searchbox', { name: 'Filter' }).waitFor();
    await shown().getByRole('group', { name: /\S/ }).getByRole('button', { name: 'Go to Handler' }).waitFor();
    assert.match(await shown().getByRole('status').innerText(), /^\d+ of \d+ records$/);
  });

  it('names the chart, the tables and the links of a summary', async () => {
    const { workbench } = editor();
    await workbench.openFile('logs/worker.log');
    await workbench.runCommand('API Error Codes: Summarise This Log');
    await shown().getByRole('heading', { level: 1, name: 'Summary of worker.log' }).waitFor();
    await shown().getByRole('img', { name: /\S/ }).first().waitFor();
    for (const name of ['Error codes', 'Failing requests, the last first', 'Levels'])
      await shown().getByRole('region', { name, exact: true }).getByRole('table').waitFor();
    await shown().getByRole('link', { name: requestId }).first().waitFor();
  });

  for (const theme of ['Light Modern', 'Dark Modern', 'Default High Contrast', 'Default High Contrast Light'])
    it(`has enough contrast in tables and summaries, in the theme ${theme}`, async () => {
      const { workbench, page, folder } = editor();
      mkdirSync(path.join(folder, '.vscode'), { recursive: true });
      writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
      await workbench.runCommand('API Error Codes: Show Timeline as Table');
      await shown().locator('tbody tr:focus').waitFor();
      await shown().locator(`body[data-vscode-theme-id="${theme}"]`).waitFor();
      // The dimmed place and the error's colours have a different background in a chosen row.
      for (let row = await shown().locator('tbody tr').count(); row > 0; row--) {
        assert.deepEqual(await findLowContrast(shown()), []);
        await page.keyboard.press('ArrowDown');
      }
      await workbench.openFile('logs/worker.log');
      await workbench.runCommand('API Error Codes: Summarise This Log');
      await shown().locator('#failing a').first().waitFor();
      await shown().locator(`body[data-vscode-theme-id="${theme}"]`).waitFor();
      assert.deepEqual(await findLowContrast(shown()), []);
    });
});
