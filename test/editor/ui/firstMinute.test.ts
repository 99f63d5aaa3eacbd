import assert from 'node:assert/strict';
import path from 'node:path';
import { waitFor } from '../../../scripts/editor/waitFor.ts';
import { journey } from '../journeys.ts';
import { useEditor } from './editorUnderTest.ts';

const other = `import { TRPCError } from '@trpc/server';
export function react(error: TRPCError): string {
  switch (error.code) {
    case 'NOT_FOUND': return 'missing';
    case 'CONFLICT': return 'stopped';
  }
  return 'failed';
}
`;

journey('firstMinute', 'a folder that uses no known API', function () {
  this.timeout(90_000);
  const editor = useEditor({ trustEverything: true, files: { 'package.json': '{ "name": "other" }', 'src/other.ts': other } });
  const picture = (name: string): Promise<unknown> =>
    editor().page.screenshot({ path: path.join(process.cwd(), 'out', 'pictures', `firstMinute-${name}.png`) });

  it('names no API where none shows, and says how to begin', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('src/other.ts');
    const status = page.locator('#status\\.languageStatus');
    await status.waitFor();
    await waitFor('the status', async () => {
      await page.mouse.move(0, 0);
      await status.hover();
      const shown = page
        .locator('.monaco-hover:not(.hidden), .hover-language-status')
        .filter({ hasText: 'No known API here yet' });
      return shown
        .first()
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
    });
    await picture('status');
    assert.doesNotMatch(await page.locator('body').innerText(), /Pikzels/);

    await workbench.runCommand('Explorer: Focus on Error Codes View');
    await page
      .locator('.pane-header', { hasText: 'sample' })
      .first()
      .click({ position: { x: 30, y: 8 } });
    const pane = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Error Codes' }) }).first();
    await pane.getByText('No API with known error codes shows here yet').waitFor();
    await pane.locator('.monaco-button', { hasText: "Add Your API's Error Codes…" }).waitFor();
    await picture('welcome');

    await workbench.runCommand('API Error Codes: Explain Error Code…');
    const toast = page.locator('.notification-toast', { hasText: 'No API with known error codes shows here yet' });
    await toast.locator('.monaco-button', { hasText: 'Add Your API…' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('leads in four steps, and opens an example that can be changed and leaves nothing behind', async () => {
    const { workbench, page } = editor();
    await workbench.runCommand('API Error Codes: Get Started');
    const steps = page.locator('.gettingStartedContainer .step-list-container .getting-started-step');
    await waitFor('the four steps', async () => (await steps.count()) === 4);
    // Beside the steps are their pictures, where there is room.
    await page.keyboard.press('Control+B');
    await page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('svg').first().waitFor();
    await picture('walkthrough');
    await page.locator('.gettingStartedContainer .monaco-button', { hasText: 'Open the Example' }).first().click();
    await page.locator('.tab.active[data-resource-name="handleError.ts"]').waitFor();
    await page.locator('.squiggly-warning').first().waitFor();
    assert.equal(await page.locator('.tab.dirty').count(), 0);
    assert.match(await workbench.hover('INSUFFICIENT_CREDITS', '402'), /Pikzels API/);
    await workbench.applyFix('switch (error.code)', 'Add all 21 missing cases');
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    await workbench.save();
    await picture('example');
    await page.keyboard.press('Control+B');
  });
});
