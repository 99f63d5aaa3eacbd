import assert from 'node:assert/strict';
import { waitFor } from '../../../scripts/editor/waitFor.ts';
import { useEditor } from './editorUnderTest.ts';

describe('The Error Codes view, in a real editor', function () {
  this.timeout(60_000);
  const editor = useEditor({ trustEverything: true });

  it('lists which codes are handled where, and which never; filters, and leads to the places', async () => {
    const { workbench, page } = editor();
    await workbench.runCommand('Explorer: Focus on Error Codes View');
    const pane = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Error Codes' }) }).first();
    const rows = pane.locator('.monaco-list-row');
    const text = async (): Promise<string> => (await rows.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
    const shows = (pattern: RegExp): Promise<string> =>
      waitFor(`${String(pattern)} in the view`, async () => {
        const shown = await text();
        return pattern.test(shown) && shown;
      });
    // The pane is small under the folder: the folder makes room.
    await page
      .locator('.pane-header', { hasText: 'sample' })
      .first()
      .click({ position: { x: 30, y: 8 } });
    await shows(/Pikzels API\s*[1-9]\d* of 31 handled/);

    await workbench.runCommand('API Error Codes: Filter Error Codes…');
    const input = page.locator('.quick-input-widget input');
    await input.waitFor();
    await input.fill('billing');
    await page.keyboard.press('Enter');
    const filtered = await waitFor('the filtered codes', async () => {
      const shown = await text();
      return shown.includes('INSUFFICIENT_CREDITS') && !shown.includes('VALIDATION_ERROR') && shown;
    });
    assert.match(filtered, /402\s*2 of 2 handled/);
    assert.match(filtered, /INSUFFICIENT_CREDITS\s*3 places/);

    await rows.filter({ hasText: 'INSUFFICIENT_CREDITS' }).first().click();
    await page.keyboard.press('ArrowRight');
    await shows(/handleError\.ts:\d+\s*handled · src/);
    await rows.filter({ hasText: 'handleError.ts' }).first().click();
    await page.locator('.tab.active[data-resource-name="handleError.ts"]').waitFor();

    await workbench.runCommand('API Error Codes: Show All Error Codes');
    await workbench.runCommand('API Error Codes: Show Only Codes That Are Never Handled');
    const never = await waitFor('the codes that are never handled', async () => {
      const shown = await text();
      return shown.includes('CANNOT_DELETE_PROCESSING') && !shown.includes('INSUFFICIENT_CREDITS') && shown;
    });
    assert.match(never, /CANNOT_DELETE_PROCESSING\s*never/);

    await workbench.runCommand('API Error Codes: Copy Error Codes as Markdown');
    const copied = await waitFor('the Markdown on the clipboard', async () => {
      const clipboard = await page.evaluate(() => navigator.clipboard.readText());
      return clipboard.startsWith('## Pikzels API') && clipboard;
    });
    assert.match(copied, /\| `CANNOT_DELETE_PROCESSING` \| 400 \| \*\*never\*\* \|/);
  });
});
