import { waitFor } from '../../../scripts/editor/waitFor.ts';
import { timelineRows } from '../../../scripts/editor/workbench.ts';
import { journey } from '../journeys.ts';
import { useEditor } from './editorUnderTest.ts';

const requestId = '3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36';

journey('lookUp', 'from a terminal', function () {
  this.timeout(60_000);
  // A terminal drawn by a graphics card has no text to look for.
  const editor = useEditor({ trustEverything: true, settings: () => ({ 'terminal.integrated.gpuAcceleration': 'off' }) });

  it('is a link that looks the request up', async () => {
    const { workbench, page } = editor();
    // Links come with the extension, which a log starts.
    await workbench.openFile('logs/worker.log');
    await workbench.hover('IMAGE_TOO_LARGE', '413');
    await workbench.runCommand('Terminal: Create New Terminal');
    const rows = page.locator('.xterm-rows > div');
    await rows.first().waitFor();
    await page.locator('.xterm-helper-textarea').first().focus();
    await page.keyboard.type(`printf 'request_id=%s\\n' ${requestId}`);
    await page.keyboard.press('Enter');
    const line = rows.filter({ hasText: `request_id=${requestId}` }).last();
    await line.waitFor();
    const record = timelineRows(page).filter({ hasText: 'http.jsonl:2' }).first();
    await waitFor(
      'the timeline of the request',
      async () => {
        const box = await line.boundingBox();
        if (!box) return false;
        const width = box.width > 0 ? box.width : 400;
        // About ten characters into the id: a letter is some eight pixels wide.
        await page.keyboard.down('Control');
        await page.mouse.move(box.x + Math.min(width - 5, 170), box.y + box.height / 2, { steps: 4 });
        await page.mouse.click(box.x + Math.min(width - 5, 170), box.y + box.height / 2);
        await page.keyboard.up('Control');
        return record.waitFor({ timeout: 4000 }).then(
          () => true,
          () => false,
        );
      },
      45_000,
    );
  });
});
