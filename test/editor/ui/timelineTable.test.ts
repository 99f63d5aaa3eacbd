import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { timelineRows } from '../../../scripts/editor/workbench.ts';
import { waitFor } from '../../../scripts/editor/waitFor.ts';
import { journey } from '../journeys.ts';
import { useEditor } from './editorUnderTest.ts';

const requestId = '3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36';

journey('lookUp', 'from a customer’s id to the support report, by the keyboard', function () {
  this.timeout(90_000);
  const editor = useEditor({ trustEverything: true });
  /** A row keeps the focus in a page that is not in front: keys reach the page once its frame has it, too. */
  const tableHasFocus = () =>
    waitFor('the table with the focus', async () =>
      table()
        .locator('body')
        .evaluate(() => document.hasFocus())
        .catch(() => false),
    );
  const table = (): FrameLocator => editor().page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

  it('looks the id up', async () => {
    const { page, workbench } = editor();
    await workbench.runCommand('API Error Codes: Look Up Request ID…');
    await page.locator('.quick-input-title', { hasText: 'Look Up Request ID' }).waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(requestId);
    await page.keyboard.press('Enter');
    await timelineRows(page).filter({ hasText: 'http.jsonl:2' }).waitFor({ timeout: 45_000 });
  });

  it('shows whose records these are and their messages, and copies one', async () => {
    const { page, workbench } = editor();
    await page.locator('.part.panel', { hasText: `${requestId}: 5 records` }).waitFor();
    const row = timelineRows(page).filter({ hasText: 'worker.log:3' });
    assert.match(await row.innerText(), /customer 4711 waited/);
    // The meaning of a code is in the tooltip for the eye, and in the label for the ear.
    const failed = timelineRows(page).filter({ hasText: 'GENERATION_TIMEOUT' }).first();
    assert.match(
      (await failed.getAttribute('aria-label')) ?? '',
      /504 GENERATION_TIMEOUT, .*Generation request exceeded timeout/,
    );
    await workbench.runCommand('Request Timeline: Focus on Request Timeline View');
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+F10');
    await page.locator('.monaco-menu .action-label', { hasText: 'Copy Record' }).waitFor();
    // From the last entry upwards: there is no other below.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: 'The record is on the clipboard' }).waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^\{.*GENERATION_TIMEOUT/);
  });

  it('shows the timeline as a table, with the first record in focus', async () => {
    const { workbench } = editor();
    await workbench.runCommand('API Error Codes: Show Timeline as Table');
    await table().locator('tbody tr:focus[aria-rowindex="2"]').waitFor();
    assert.equal(await table().locator('tbody tr').count(), 5);
    assert.equal(await table().locator('table').getAttribute('role'), 'grid');
    assert.match(await table().locator('[aria-live=polite]').innerText(), /^5 of 5 records$/);
    // The meaning of a code is in the chosen row, for the eye and the ear.
    assert.match(await table().locator('tbody tr:focus').innerText(), /GENERATION_TIMEOUT: Generation request exceeded timeout/);
    const failed = table().locator('tbody tr', { hasText: 'GENERATION_TIMEOUT' }).first();
    assert.match((await failed.innerText()).replace(/\s+/g, ' '), / A WARN 504 GENERATION_TIMEOUT .*http\.jsonl:2/);
    assert.match(await table().locator('tbody tr', { hasText: 'worker.log:1' }).first().innerText(), /\+\d/);
  });

  it('moves through rows and cells', async () => {
    const { page } = editor();
    await page.keyboard.press('End');
    await table().locator('tbody tr:focus[aria-rowindex="6"][aria-selected=true]').waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await table().locator('tbody tr:focus[aria-rowindex="3"]').waitFor();
    await page.keyboard.press('ArrowRight');
    await table().locator('td.time:focus').waitFor();
  });

  it('filters, and shows how many records are left', async () => {
    const { page } = editor();
    await page.keyboard.press('/');
    await page.keyboard.type('worker.log:3 customer');
    await table().locator('[aria-live=polite]', { hasText: '1 of 5 records' }).waitFor();
    assert.equal(await table().locator('tbody tr:visible').count(), 1);
  });

  it('copies a row', async () => {
    const { page } = editor();
    await page.keyboard.press('ArrowDown');
    await table().locator('tbody tr:focus', { hasText: 'worker.log:3' }).waitFor();
    await page.keyboard.press('Control+C');
    await page.locator('.statusbar-item', { hasText: 'The row is on the clipboard' }).waitFor();
  });

  it('opens the record', async () => {
    const { page, workbench } = editor();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'worker.log' }).waitFor();
    await page.locator('.statusbar-item', { hasText: 'Ln 3, Col 1' }).waitFor();
    assert.match(await workbench.visibleText(), /customer 4711 waited/);
    // Only now: a page may not read the clipboard while a frame in it has the focus.
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^2026-03-15 [\d:.]+\t\+[^\t]+\tlogs\/worker\.log:3\tWARN\t\t\t.*customer 4711 waited.*\n$/);
  });

  it('gives the support report', async () => {
    const { page, workbench } = editor();
    await workbench.runCommand('API Error Codes: Copy Support Report');
    await page.locator('.monaco-dialog-box', { hasText: 'Copy the support report' }).waitFor();
    await page.keyboard.press('Enter');
    const report = await waitFor('the report on the clipboard', async () => {
      const text = await page.evaluate(() => navigator.clipboard.readText());
      return text.includes('GENERATION_TIMEOUT') && text;
    });
    assert.match(report, new RegExp(requestId));
  });

  it('shows a record of a compressed log in its context, beside the table', async () => {
    const { page, workbench } = editor();
    await workbench.runCommand('API Error Codes: Show Timeline as Table');
    await tableHasFocus();
    await table().locator('tbody tr:focus').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await page.keyboard.type('.gz');
    await page.keyboard.press('ArrowDown');
    await table().locator('tbody tr:focus', { hasText: 'worker.log.1.gz' }).waitFor();
    await page.keyboard.press(' ');
    await page.locator('.tab', { hasText: 'worker.log.1.gz' }).waitFor();
    await page.locator('.view-line', { hasText: 'job 8813 attempt 1 failed' }).waitFor();
    await table().locator('tbody tr:focus', { hasText: 'worker.log.1.gz' }).waitFor();
  });

  it('goes to where the code is handled', async () => {
    const { page } = editor();
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await page.keyboard.type('GENERATION_TIMEOUT http.jsonl');
    await page.keyboard.press('ArrowDown');
    await table().locator('tbody tr:focus', { hasText: 'GENERATION_TIMEOUT' }).waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await table().locator('button:focus', { hasText: 'Go to Handler' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: 'Where GENERATION_TIMEOUT Is Handled' }).waitFor();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'src/handleError.ts' }).first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('is there again, with its filter, after the window was loaded anew', async () => {
    const { page, workbench } = editor();
    await workbench.runCommand('API Error Codes: Show Timeline as Table');
    // The command makes the page anew: a filter that was typed before that is gone with the old page.
    await waitFor('the filtered row', async () => {
      await table().locator('input').fill('worker.log:3');
      return (await table().locator('tbody tr:visible', { hasText: 'customer 4711' }).count()) === 1;
    });
    await workbench.reload();
    await page.locator('.tab', { hasText: 'Request 3f8e2a94' }).click();
    await table().locator('[aria-live=polite]', { hasText: '1 of 5 records' }).waitFor({ timeout: 45_000 });
    assert.equal(await table().locator('input').inputValue(), 'worker.log:3');
    assert.match(await table().locator('tbody tr:visible').innerText(), /customer 4711 waited/);
  });

  it('remembers recent look-ups', async () => {
    const { page, workbench } = editor();
    await workbench.runCommand('API Error Codes: Recent Look-Ups…');
    const row = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: requestId });
    await row.waitFor();
    assert.match(await row.innerText(), /5 records · failed with GENERATION_TIMEOUT/);
    await page.keyboard.press('Enter');
    await timelineRows(page).filter({ hasText: 'http.jsonl:2' }).waitFor({ timeout: 45_000 });
  });
});
