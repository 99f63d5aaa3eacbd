import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { waitFor } from '../../../scripts/editor/waitFor.ts';
import { useEditor } from './editorUnderTest.ts';

describe('Error codes in code, in a real editor', function () {
  this.timeout(60_000);
  const editor = useEditor({ trustEverything: true });

  it('explains a code on hover', async () => {
    const { workbench } = editor();
    await workbench.openFile('src/handleError.ts');
    const text = await workbench.hover('INSUFFICIENT_CREDITS', '402');
    assert.match(text, /INSUFFICIENT_CREDITS · 402 Payment Required · Pikzels API/);
    assert.match(text, /API balance is too low for the requested operation/);
  });

  it('marks a switch that leaves codes out, and adds the missing cases', async () => {
    const { workbench, page, folder } = editor();
    await workbench.openFile('src/handleError.ts');
    const squiggle = page.locator('.squiggly-warning');
    await squiggle.first().waitFor();
    assert.match(await workbench.hover('switch (error.code)', 'not handled'), /21 Pikzels API error codes are not handled/);

    await workbench.applyFix('switch (error.code)', 'Add all 21 missing cases');
    await squiggle.first().waitFor({ state: 'detached' });
    await workbench.save();
    const saved = await waitFor('the fix on disk', () => {
      const text = readFileSync(path.join(folder, 'src', 'handleError.ts'), 'utf8');
      return text.includes("case 'TITLE_TIMEOUT':") && text;
    });
    assert.match(saved, /case 'API_KEY_INACTIVE':/);
    assert.match(saved, /Thumbnail scoring exceeded timeout/);
  });

  it('completes the codes of a list, each with its status', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('src/retry.ts');
    await workbench.clickAfter("'SERVICE_UNDER_MAINTENANCE',");
    await page.keyboard.press('Enter');
    await page.keyboard.type("'");
    await workbench.suggestion('INSUFFICIENT_CREDITS');
    await page.keyboard.type('TITLE');
    await workbench.suggestion('TITLE_TIMEOUT');
    assert.match(await workbench.suggestionDetails('504'), /Title generation exceeded timeout/);
    await workbench.acceptSuggestion('TITLE_TIMEOUT');
    await waitFor('the completed code', async () => (await workbench.visibleText()).includes("'TITLE_TIMEOUT'"));
  });

  it('explains an answer that is pasted into a new document like a record of a log', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('src/handleError.ts');
    await workbench.hover('INSUFFICIENT_CREDITS', '402');
    // Beside the tabs, a double click makes a new document.
    const box = await page.locator('.editor-group-container .tabs-container').first().boundingBox();
    assert.ok(box);
    await page.mouse.dblclick(box.x + box.width - 20, box.y + 12);
    await page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
    await page.keyboard.insertText(
      'HTTP/1.1 402 Payment Required\n\n{ "error": { "code": "INSUFFICIENT_CREDITS" }, "request_id": "18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234" }\n',
    );
    const text = await workbench.hover('INSUFFICIENT_CREDITS', '402');
    assert.match(text, /API balance is too low/);
    assert.match(text, /Request ID 18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234/);
  });
});
