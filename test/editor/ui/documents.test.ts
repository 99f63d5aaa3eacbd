import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { waitFor } from '../../../scripts/editor/waitFor.ts';
import { timelineRows } from '../../../scripts/editor/workbench.ts';
import { journey } from '../journeys.ts';
import { useEditor } from './editorUnderTest.ts';

const requestId = '3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36';
const answer = '{ "error": { "code": "INSUFFICIENT_CREDITS" }, "request_id": "18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234" }\n';
const http = `### Make a thumbnail
POST https://api.pikzels.com/v2/thumbnail/text

HTTP/1.1 504 Gateway Timeout
X-Request-Id: ${requestId}

{ "error": { "code": "GENERATION_TIMEOUT" } }
`;
const catalogue = `id: harbour
title: Harbour API
detect: { hosts: [api.harbour.test] }
codes:
  - code: TIDE_TOO_LOW
    status: 503
    cause: The water is too low
  - code: BERTH_TAKEN
    status: 409
    cause: A ship is there already
`;
const harbour = `// Talks to api.harbour.test.
export function land(error: { code: string }): string {
  switch (error.code) {
    case 'TIDE_TOO_LOW':
      return 'wait';
    case 'BERTH_TAKEN':
      return 'leave';
  }
  return 'look';
}
`;
const cell = [
  "import { PikzelsError } from './pikzelsClient';\n",
  'declare const error: PikzelsError;\n',
  'switch (error.code) {\n',
];
const notebook = {
  cells: [
    {
      cell_type: 'code',
      source: [...cell, "  case 'INSUFFICIENT_CREDITS':\n", '    break;\n', '}\n'],
      metadata: { vscode: { languageId: 'typescript' } },
      outputs: [],
      execution_count: null,
    },
  ],
  metadata: { language_info: { name: 'typescript' } },
  nbformat: 4,
  nbformat_minor: 5,
};

describe('Documents of every kind, in a real editor', function () {
  this.timeout(60_000);
  const editor = useEditor({ trustEverything: true });
  const put = (name: string, text: string): void => {
    const file = path.join(editor().folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };

  journey('answers', 'in an `.http` file and in a new document', () => {
    it('explains the answer in an `.http` file, which starts the extension, and looks its request up', async () => {
      const { workbench, page } = editor();
      put('try.http', http);
      await workbench.openFile('try.http');
      const text = await workbench.hover('GENERATION_TIMEOUT', '504');
      assert.match(text, /504 Gateway Timeout · Pikzels API/);
      assert.match(text, new RegExp(`Request ID ${requestId}`));
      await page.locator('.monaco-hover:not(.hidden) a', { hasText: 'Look up' }).click();
      await timelineRows(page).filter({ hasText: 'http.jsonl:2' }).waitFor();
      // At its end the look-up takes the focus.
      await page.locator('.part.panel :focus').first().waitFor();
    });

    it('explains an answer that is pasted into a new document like a record of a log', async () => {
      const { workbench, page } = editor();
      // Beside the tabs, a double click makes a new document.
      const box = await page.locator('.editor-group-container .tabs-container').first().boundingBox();
      assert.ok(box);
      await page.mouse.dblclick(box.x + box.width - 20, box.y + 12);
      await page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
      // Its tab is there before the document takes keys.
      await page.locator('.editor-instance .monaco-editor.focused').waitFor();
      await page.keyboard.insertText(`HTTP/1.1 402 Payment Required\n\n${answer}`);
      const text = await workbench.hover('INSUFFICIENT_CREDITS', '402');
      assert.match(text, /API balance is too low/);
      assert.match(text, /Request ID 18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234/);
    });
  });

  journey('documents', 'hovers', () => {
    for (const [name, text] of [
      ['docs/runbook.md', '# Runbook\n\nOn `INSUFFICIENT_CREDITS`, top up.\n'],
      ['config/alerts.json', '{ "alerts": [{ "code": "INSUFFICIENT_CREDITS", "to": "billing" }] }\n'],
      ['config/alerts.yaml', 'alerts:\n  - code: INSUFFICIENT_CREDITS\n    to: billing\n'],
    ] as const)
      it(`explains a code in ${name}`, async () => {
        const { workbench } = editor();
        // Code starts the extension, these documents do not.
        await workbench.openFile('src/handleError.ts');
        put(name, text);
        await workbench.openFile(name);
        assert.match(await workbench.hover('INSUFFICIENT_CREDITS', '402'), /402 Payment Required · Pikzels API/);
      });
  });

  journey('notebook', 'a cell', () => {
    it('has findings, hovers and fixes as a file has', async () => {
      const { workbench, page } = editor();
      put('src/analysis.ipynb', JSON.stringify(notebook));
      await page.keyboard.press('Control+P');
      await page.locator('.quick-input-widget .monaco-inputbox input').fill('src/analysis.ipynb');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'analysis.ipynb' }).first().click();
      const inCell = page.locator('.notebookOverlay .cell .monaco-editor');
      await inCell.locator('.view-line', { hasText: 'INSUFFICIENT_CREDITS' }).waitFor();
      const squiggle = inCell.locator('.squiggly-warning').first();
      await squiggle.waitFor();
      const code = inCell.locator('.view-line span span', { hasText: 'INSUFFICIENT_CREDITS' }).last();
      const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: '402 Payment Required' });
      await waitFor('a hover in the cell', async () => {
        await page.mouse.move(0, 0);
        const box = await code.boundingBox();
        if (box) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
        return hover
          .first()
          .waitFor({ timeout: 3000 })
          .then(
            () => true,
            () => false,
          );
      });
      await page.mouse.move(0, 0);
      await hover.first().waitFor({ state: 'hidden' });
      const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Add all 30 missing cases' });
      await waitFor('the quick fix in the cell', async () => {
        // The key that closes a list leaves the cell where there is no list: the click goes back into it.
        await inCell.locator('.view-line', { hasText: 'switch' }).click({ position: { x: 20, y: 8 } });
        await page.mouse.move(0, 0);
        await page.keyboard.press('Control+.');
        const shown = await fix.waitFor({ timeout: 3000 }).then(
          () => true,
          () => false,
        );
        if (!shown) await page.keyboard.press('Escape');
        return shown;
      });
      await fix.hover({ force: true });
      await fix.click();
      await squiggle.waitFor({ state: 'detached' });
      await workbench.save();
      await waitFor('the fix on disk', () =>
        readFileSync(path.join(editor().folder, 'src', 'analysis.ipynb'), 'utf8').includes("case 'TITLE_TIMEOUT':"),
      );
    });
  });

  journey('navigation', 'from a code to its entry, to its places, and to a new name', () => {
    const place = (line: number) => editor().page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line},` });

    it('goes to the entry of a catalogue, and peeks into it', async () => {
      const { workbench, page } = editor();
      put('harbour.error-codes.yaml', catalogue);
      put('src/land.ts', harbour);
      await workbench.openFile('src/land.ts');
      await workbench.hover('BERTH_TAKEN', '409');
      await workbench.clickAfter("'BERTH_TA");
      await page.keyboard.press('F12');
      await page.locator('.tab.active[data-resource-name="harbour.error-codes.yaml"]').waitFor();
      await place(8).waitFor();
      await workbench.openFile('src/land.ts');
      await workbench.clickAfter("'BERTH_TA");
      await workbench.runCommand('Peek Definition');
      await page
        .locator('.peekview-widget .view-line', { hasText: 'A ship is there already'.replaceAll(' ', '\u00a0') })
        .waitFor();
      await page.keyboard.press('Escape');
    });

    it('renames a code of one’s own catalogue in code and catalogue', async () => {
      const { workbench, page, folder } = editor();
      await workbench.clickAfter("'BERTH_TA");
      const input = page.locator('.rename-box input');
      await waitFor('the box for the new name', async () => {
        await page.keyboard.press('F2');
        return input.waitFor({ timeout: 3000 }).then(
          () => true,
          () => false,
        );
      });
      assert.equal(await input.inputValue(), 'BERTH_TAKEN');
      await input.fill('BERTH_OCCUPIED');
      await page.keyboard.press('Enter');
      await waitFor('the new name in the code', async () => (await workbench.visibleText()).includes("case 'BERTH_OCCUPIED':"));
      await workbench.runCommand('File: Save All');
      await waitFor('the new name in the catalogue', () =>
        readFileSync(path.join(folder, 'harbour.error-codes.yaml'), 'utf8').includes('code: BERTH_OCCUPIED'),
      );
      assert.match(await workbench.hover('BERTH_OCCUPIED', '409'), /Harbour API/);
    });
  });

  journey('settings', 'found, changed and in force at once', () => {
    it('takes the line over a switch away when its box is cleared', async () => {
      const { workbench, page } = editor();
      await workbench.openFile('src/handleError.ts');
      const lens = page.locator('.codelens-decoration a', { hasText: 'error codes handled' });
      await lens.first().waitFor();
      await workbench.runCommand('Preferences: Open Settings (UI)');
      const settings = page.locator('.settings-editor');
      await settings.locator('.suggest-input-container .view-lines').click();
      await page.keyboard.type('error codes');
      const sections = settings.locator('.settings-toc-container .monaco-list-row');
      await sections.filter({ hasText: 'API Error Codes' }).first().waitFor();
      await sections.filter({ hasText: 'Known APIs' }).first().waitFor();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('apiErrorCodes.codeLens.enabled');
      const setting = settings.locator('.setting-item-contents', { hasText: 'Code Lens: Enabled' });
      await setting.locator('.setting-value-checkbox').click();
      await settings.locator('.setting-item-contents.is-configured').waitFor();
      await page.keyboard.press('Escape');
      await workbench.openFile('src/handleError.ts');
      await lens.first().waitFor({ state: 'detached' });
    });
  });
});
