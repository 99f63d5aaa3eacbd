import assert from 'node:assert/strict';
import { waitFor } from '../../../scripts/editor/waitFor.ts';
import { journey } from '../journeys.ts';
import { useEditor } from './editorUnderTest.ts';

journey('findings', 'the ways on from each', function () {
  this.timeout(60_000);
  const editor = useEditor({ trustEverything: true });

  it('lead from the problems to the place, and from the status to the view', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('src/handleError.ts');
    await page.locator('.squiggly-warning').first().waitFor();
    await workbench.runCommand('View: Toggle Problems');
    const problem = page.locator('.markers-panel .monaco-list-row', { hasText: '21 Pikzels API error codes are not handled' });
    await problem.first().dblclick();
    await page.locator('#status\\.editor\\.selection', { hasText: 'Ln 10' }).waitFor();
    // The key that runs a command would go to the editor that takes the focus meanwhile.
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await workbench.runCommand('View: Hide Panel');
    const status = page.locator('.hover-language-status', { hasText: 'Pikzels API: 31 error codes' });
    await waitFor('the status', async () => {
      await page.mouse.move(0, 0);
      await page.locator('#status\\.languageStatus').hover();
      return status
        .first()
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
    });
    await status.locator('a', { hasText: 'Show Error Codes' }).first().click();
    await page.locator('.pane .monaco-list-row', { hasText: 'Pikzels API' }).first().waitFor();
  });

  it('lead from a hover to the handling places, and from a finding to its page, rendered', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('src/handleError.ts', 10);
    assert.match(await workbench.hover('INSUFFICIENT_CREDITS', 'handled in'), /handled in \d+ places/);
    await page.locator('.monaco-hover:not(.hidden) a', { hasText: /handled in \d+ places/ }).click();
    await page.locator('.peekview-widget .ref-tree .monaco-list-row', { hasText: 'handle_error.py' }).first().waitFor();
    await page.keyboard.press('Escape');
    await workbench.hover('switch (error.code)', 'unhandled-code');
    await page.screenshot({ path: 'out/pictures/findingHover.png' });
    await page.locator('.monaco-hover:not(.hidden) a.code-link').first().click();
    await page.locator('.tab.active', { hasText: 'unhandled-code.md' }).waitFor();
    const rendered = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('h1');
    await rendered.filter({ hasText: 'unhandled-code' }).waitFor();
    await page.screenshot({ path: 'out/pictures/rulePage.png' });
  });

  it('lead from the line over a switch to its codes: a missing one is added, a handled one is gone to', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('src/handleError.ts', 10);
    const lens = page.locator('.codelens-decoration a', { hasText: '10 of 31 Pikzels API error codes handled' });
    await lens.click();
    const row = (code: string) => page.locator('.quick-input-list .monaco-list-row', { hasText: code }).first();
    await row('API_KEY_INACTIVE').waitFor();
    await page.screenshot({ path: 'out/pictures/siteCodes.png' });
    await page.keyboard.type('TITLE_TIMEOUT');
    // Rows move until the list is filtered.
    await row('API_KEY_INACTIVE').waitFor({ state: 'hidden' });
    await row('TITLE_TIMEOUT').click();
    await waitFor('the new case', async () => (await workbench.visibleText()).includes("case 'TITLE_TIMEOUT':"));
    // The editor goes to the new case, which takes the line over the switch out of sight.
    await page.locator('#status\\.editor\\.selection', { hasText: 'Ln 27' }).waitFor();
    await workbench.openFile('src/handleError.ts', 8);
    await page.locator('.codelens-decoration a', { hasText: '10 of 31 Pikzels API error codes handled · 1 stub' }).click();
    await row('API_KEY_INACTIVE').waitFor();
    await page.keyboard.type('TOO_MANY');
    await row('API_KEY_INACTIVE').waitFor({ state: 'hidden' });
    await row('TOO_MANY_REQUESTS').click();
    const position = page.locator('#status\\.editor\\.selection', { hasText: 'Ln 22' });
    await position.waitFor();
  });

  it('offer few fixes at once, and ask where the API is not meant', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('src/handleError.ts', 10);
    await workbench.applyFix('switch (error.code)', 'Not this API here…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Not the Pikzels API here: this place' }).click();
    await waitFor('the comment', async () =>
      (await workbench.visibleText()).includes('// error-codes: ignore -- not the Pikzels API'),
    );
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
  });
});
