import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { useEditor } from './editorUnderTest.ts';
import { findLowContrast } from './findLowContrast.ts';

for (const theme of ['Light Modern', 'Dark Modern', 'Default High Contrast', 'Default High Contrast Light']) {
  describe(`Tables and summaries in the theme ${theme}, in a real editor`, function () {
    this.timeout(60_000);
    const editor = useEditor({ trustEverything: true, settings: () => ({ 'workbench.colorTheme': theme }) });
    // Of several tabs, the one that is shown.
    const shown = (): FrameLocator =>
      editor().page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('iframe#active-frame');

    it('have enough contrast', async () => {
      const { workbench, page } = editor();
      await workbench.lookUp('b27d41f0-95ce-4a83-8f6b-1e0c93d7a254', 'INSUFFICIENT_CREDITS');
      await workbench.runCommand('API Error Codes: Show Timeline as Table');
      await shown().locator('tbody tr:focus').waitFor();
      // The dimmed place and the error's colours have a different background in a chosen row.
      for (let row = await shown().locator('tbody tr').count(); row > 0; row--) {
        assert.deepEqual(await findLowContrast(shown()), []);
        await page.keyboard.press('ArrowDown');
      }
      await workbench.openFile('logs/worker.log');
      await workbench.runCommand('API Error Codes: Summarise This Log');
      await shown().locator('#failing a').first().waitFor();
      assert.deepEqual(await findLowContrast(shown()), []);
    });
  });
}
