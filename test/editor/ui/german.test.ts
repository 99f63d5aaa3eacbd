import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { timelineRows } from '../../../scripts/editor/workbench.ts';
import { journey } from '../journeys.ts';
import { useEditor } from './editorUnderTest.ts';

const requestId = '3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36';

journey('german', 'findings, hovers, commands, the view, a look-up and a summary', function () {
  this.timeout(60_000);
  const editor = useEditor({ trustEverything: true, language: 'de' });
  const picture = (name: string): Promise<unknown> => {
    mkdirSync('out/pictures', { recursive: true });
    return editor().page.screenshot({ path: `out/pictures/german-${name}.png` });
  };

  it('explains and marks', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('src/handleError.ts');
    // The places are known once the workspace has been read.
    assert.match(await workbench.hover('INSUFFICIENT_CREDITS', 'an 3 Stellen behandelt'), /402 Payment Required/);
    assert.match(
      await workbench.hover('switch (error.code)', 'unhandled-code'),
      /21 Fehlercodes von Pikzels API werden nicht behandelt/,
    );
    await picture('finding');
    await page.locator('.codelens-decoration', { hasText: '10 von 31 Fehlercodes' }).first().waitFor();
    await page.locator('.pane-header', { hasText: 'Fehlercodes' }).first().waitFor();
  });

  it('completes with the words that say what is there', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('src/retry.ts');
    await workbench.clickAfter("'SERVICE_UNDER_MAINTENANCE',");
    await page.keyboard.press('Enter');
    await page.keyboard.type("'TI");
    await workbench.suggestion('TITLE_TIMEOUT');
    await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'schon vorhanden' }).first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('reads a page in the wizard', async () => {
    const { workbench, page } = editor();
    await workbench.runCommand('Fehlercodes der eigenen API hinzufügen…');
    const wizard = page.locator('.quick-input-widget');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Datei auswählen…' }).waitFor();
    await page.keyboard.type('mail-errors');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'docs/mail-errors.md' }).first().click();
    await wizard.getByText('5 Codes aus 1 Tabelle').first().waitFor();
    await wizard.getByText('Kein HTTP-Status. Keine Beschreibung.').first().waitFor();
    await picture('wizard');
    await page.keyboard.press('Escape');
  });

  it('looks a request up, and summarises a log, with numbers as in German', async () => {
    const { workbench, page } = editor();
    await workbench.runCommand('Anforderungs-ID suchen…');
    await page.locator('.quick-input-title', { hasText: 'Anforderungs-ID suchen' }).waitFor();
    await page.locator('.quick-input-widget .monaco-inputbox input').fill(requestId);
    await page.keyboard.press('Enter');
    await timelineRows(page).filter({ hasText: '+18,5 s' }).first().waitFor();
    await page.getByText('5 Einträge · in 21,9 s · fehlgeschlagen mit GENERATION_TIMEOUT').first().waitFor();
    await page.locator('.part.panel :focus').first().waitFor();
    await workbench.openFile('logs/worker.log');
    await workbench.runCommand('Dieses Protokoll zusammenfassen');
    const report = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await report.locator('h1', { hasText: 'Zusammenfassung von worker.log' }).waitFor();
    assert.match((await report.locator('body').innerText()).replace(/\s+/g, ' '), /Gelesen 1 Datei, 1,5 KB/);
    await picture('summary');
  });
});
