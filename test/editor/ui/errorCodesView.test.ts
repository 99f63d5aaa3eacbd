import assert from 'node:assert/strict';
import { waitFor } from '../../../scripts/editor/waitFor.ts';
import { journey } from '../journeys.ts';
import { useEditor } from './editorUnderTest.ts';

journey('view', 'codes, places and findings', function () {
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
    await workbench.runCommand('API Error Codes: Show Only Codes That Are Not Handled');
    const never = await waitFor('the codes that are not handled', async () => {
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

  it('is gone through by the keyboard: from an API to a place, and to the menu of a code', async () => {
    const { workbench, page } = editor();
    await workbench.runCommand('API Error Codes: Show All Error Codes');
    await workbench.runCommand('Explorer: Focus on Error Codes View');
    // The keys walk through what is shown: until all codes are, that is another tree.
    const rows = page.locator('.pane .monaco-list-row');
    await rows.filter({ hasText: /Pikzels API\s*[1-9]\d* of 31 handled/ }).waitFor();
    const focused = (text: string | RegExp) => page.locator('.pane .monaco-list-row.focused', { hasText: text });
    await page.keyboard.press('Home');
    await focused('Pikzels API').waitFor();
    // This key opens a row, and in an open one goes to the first below. A tree that is being filled takes no key.
    for (const text of [/^400/, 'VALIDATION_ERROR', 'handleError.ts:11'])
      await waitFor(`the row ${String(text)}`, async () => {
        await page.keyboard.press('ArrowRight');
        return focused(text)
          .waitFor({ timeout: 2000 })
          .then(
            () => true,
            () => false,
          );
      });
    await page.keyboard.press('Enter');
    await page.locator('.tab.active[data-resource-name="handleError.ts"]').waitFor();
    await page.locator('#status\\.editor\\.selection', { hasText: 'Ln 11' }).waitFor();
    await workbench.runCommand('Explorer: Focus on Error Codes View');
    await page.keyboard.press('ArrowLeft');
    await focused('VALIDATION_ERROR').waitFor();
    await page.keyboard.press('Shift+F10');
    await page.locator('.monaco-menu .action-label', { hasText: 'Copy Code' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('opens nothing that could be edited or must be saved: a click explains a code, its menu copies and finds it', async () => {
    const { workbench, page } = editor();
    await workbench.runCommand('API Error Codes: Show Only Codes That Are Not Handled');
    const pane = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Error Codes' }) }).first();
    const row = (code: string) => pane.locator('.monaco-list-row', { hasText: code }).first();
    const shown = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('body');
    // Faster than an explanation is shown: the last one stays.
    for (const code of ['CANNOT_DELETE_PROCESSING', 'INVALID_AMOUNT', 'TITLE_TIMEOUT', 'CONFLICT']) await row(code).click();
    await page.locator('.tab.active', { hasText: 'Preview CONFLICT.md' }).waitFor();
    await shown.filter({ hasText: 'CONFLICT · ' }).waitFor();
    assert.equal(await page.locator('.tab.dirty').count(), 0);
    assert.equal(await page.locator('.tab', { hasText: 'Untitled' }).count(), 0);
    // Explanations take turns in one tab.
    assert.equal(await page.locator('.tab', { hasText: 'Preview' }).count(), 1);

    const choose = async (code: string, entry: string): Promise<void> => {
      await row(code).click({ button: 'right' });
      const item = page.locator('.context-view .action-item', { hasText: new RegExp(`^${entry}$`) });
      await item.waitFor();
      // A menu that has just opened takes no click.
      await waitFor(`the end of the menu at ${entry}`, async () => {
        await item.click({ timeout: 1000 }).catch(() => undefined);
        return (await item.count()) === 0;
      });
    };
    await choose('INVALID_AMOUNT', 'Copy Code');
    await waitFor(
      'the code on the clipboard',
      async () => (await page.evaluate(() => navigator.clipboard.readText())) === 'INVALID_AMOUNT',
    );
    await choose('INVALID_AMOUNT', 'Open Catalogue Entry');
    await page.locator('.tab.active[data-resource-name="pikzels.yaml"]').waitFor();
    assert.match(await workbench.visibleText(), /INVALID_AMOUNT/);
    const input = page.locator('.search-view .search-widget textarea').first();
    await waitFor('the code in the search', async () => {
      // A menu closes when the editor that has just opened takes the focus.
      if (!(await input.isVisible())) await choose('INVALID_AMOUNT', 'Find in Code');
      return (await input.inputValue({ timeout: 1000 }).catch(() => '')) === 'INVALID_AMOUNT';
    });
    await workbench.runCommand('API Error Codes: Show All Error Codes');
  });

  it('lists the findings of files that are not open, once it is asked to check the workspace', async () => {
    const { workbench, page } = editor();
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('API Error Codes: Check Workspace');
    const problems = page.locator('.markers-panel .monaco-list-row');
    await problems.filter({ hasText: 'handleError.ts' }).first().waitFor();
    await problems.filter({ hasText: '21 Pikzels API error codes are not handled' }).first().waitFor();
    await page.screenshot({ path: 'out/pictures/checkWorkspace.png' });
    // Opened, a file's findings are listed once.
    await workbench.openFile('src/handleError.ts');
    await page.locator('.squiggly-warning').first().waitFor();
    await waitFor(
      'the finding, once',
      async () => (await problems.filter({ hasText: '21 Pikzels API error codes are not handled' }).count()) === 1,
    );
  });
});
