import assert from 'node:assert/strict';
import { journey } from '../journeys.ts';
import { useEditor } from './editorUnderTest.ts';

journey('restricted', 'hovers, findings and look-ups', function () {
  this.timeout(60_000);
  const editor = useEditor({ trustEverything: false });

  it('is recognised all the same', async () => {
    const { workbench, page } = editor();
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).first().waitFor();
    await workbench.openFile('src/handleError.ts');
    assert.match(await workbench.hover('INSUFFICIENT_CREDITS', '402'), /API balance is too low/);
    await page.locator('.squiggly-warning').first().waitFor();
  });

  it('has its logs searched, and reports that no others were', async () => {
    const { workbench, page } = editor();
    await workbench.lookUp('b27d41f0-95ce-4a83-8f6b-1e0c93d7a254', 'INSUFFICIENT_CREDITS');
    await workbench.runCommand('API Error Codes: Look Up Request ID…');
    await page.locator('.quick-input-title', { hasText: 'Look Up Request ID' }).waitFor();
    await page.locator('.quick-input-widget input').fill('00000000-0000-4000-8000-000000000000');
    await page.keyboard.press('Enter');
    const inRestrictedMode =
      /Searched 3 log files[\s\S]*In restricted mode, folders outside the workspace and log engines are not searched/;
    await page.locator('.notification-toast', { hasText: inRestrictedMode }).waitFor();
  });
});
