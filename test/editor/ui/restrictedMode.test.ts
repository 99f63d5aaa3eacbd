import assert from 'node:assert/strict';
import { useEditor } from './editorUnderTest.ts';

describe('A folder that is not trusted, in a real editor', function () {
  this.timeout(60_000);
  const editor = useEditor({ trustEverything: false });

  it('is recognised all the same', async () => {
    const { workbench, page } = editor();
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).first().waitFor();
    await workbench.openFile('src/handleError.ts');
    assert.match(await workbench.hover('INSUFFICIENT_CREDITS', '402'), /API balance is too low/);
    await page.locator('.squiggly-warning').first().waitFor();
  });
});
