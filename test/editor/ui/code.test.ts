import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { waitFor } from '../../../scripts/editor/waitFor.ts';
import { journey } from '../journeys.ts';
import { useEditor } from './editorUnderTest.ts';

const python = `from pikzels_client import PikzelsError


def react(error: PikzelsError) -> str:
    match error.code:
        case "INSUFFICIENT_CREDITS":
            return "stop"
    return "go on"
`;

journey('code', 'TypeScript and Python', function () {
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

  it('takes a fix back with undo, as one step', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('src/handleError.ts', 10);
    await workbench.clickAfter('switch (error.code)');
    await page.keyboard.press('Control+Z');
    await page.locator('.squiggly-warning').first().waitFor();
    assert.doesNotMatch(await workbench.visibleText(), /is not handled yet/);
    await page.keyboard.press('Control+Y');
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
  });

  it('does the same in Python: hover, completion, fix and undo', async () => {
    const { workbench, page, folder } = editor();
    writeFileSync(path.join(folder, 'python', 'react.py'), python);
    await workbench.openFile('python/react.py');
    assert.match(await workbench.hover('INSUFFICIENT_CREDITS', '402'), /402 Payment Required · Pikzels API/);
    await workbench.clickAfter('return "stop"');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('case "');
    await workbench.suggestion('MISSING_API_KEY');
    await page.keyboard.type('TITLE');
    await workbench.acceptSuggestion('TITLE_TIMEOUT');
    await page.keyboard.press('End');
    await page.keyboard.type(':');
    await page.keyboard.press('Enter');
    await page.keyboard.type('    return "retry"');
    assert.match(await workbench.hover('match error.code', 'not handled'), /29 Pikzels API error codes are not handled/);
    await workbench.applyFix('match error.code', 'Add all 29 missing cases');
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    await waitFor('the cases', async () => /is not handled yet/.test(await workbench.visibleText()));
    await page.keyboard.press('Control+Z');
    await page.locator('.squiggly-warning').first().waitFor();
    assert.doesNotMatch(await workbench.visibleText(), /is not handled yet/);
  });
});
