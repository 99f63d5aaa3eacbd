import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { waitFor } from '../../../scripts/editor/waitFor.ts';
import { documentRows } from '../../product/documentRows.ts';
import { journey } from '../journeys.ts';
import { useEditor } from './editorUnderTest.ts';

const page = `# Mail API errors

| Code | HTTP status | Description | How to fix |
| --- | --- | --- | --- |
| \`BAD_ADDRESS\` | 422 | The address is wrong. | Correct it. |
| \`OUT_OF_QUOTA\` | 429 | The quota is used up. | Wait until tomorrow. |
| \`NO_SUCH_LIST\` | | | |

| Plan | Mails a day |
| --- | --- |
| Free | 100 |
`;
const source = `export function explain(err: { code: string }): string {
  switch (err.code) {
    case 'BAD_ADDRESS':
      return 'Please correct the address.';
    case 'OUT_OF_QUOTA':
      return 'Please try again tomorrow.';
  }
  return fetch('https://api.mail.test') && '';
}
`;

/** The ways through the wizard that the test above does not go: where the document comes from, and what is kept of it. */
const ways = [
  { name: 'api.yaml', from: 'file', keep: 'Link to the Document' },
  { name: 'list.yaml', from: 'editor', keep: 'Save as a Catalogue' },
  { name: 'api.json', from: 'editor', keep: 'Link to the Document' },
  { name: 'list.json', from: 'clipboard', keep: 'Save as a Catalogue' },
  { name: 'errors.html', from: 'file', keep: 'Save as a Catalogue' },
  { name: 'errors.md', from: 'clipboard', keep: 'Save as a Catalogue' },
] as const;

journey('wizard', 'by the keyboard, and from each kind of place', function () {
  this.timeout(60_000);
  const editor = useEditor({ trustEverything: true });
  /** Waits until the wizard shows a text. @returns all that it shows */
  const shows = (text: string | RegExp): Promise<string> =>
    waitFor(`“${String(text)}” in the wizard`, async () => {
      const shown = (await editor().page.locator('.quick-input-widget').innerText()).replaceAll('\u00a0', ' ');
      return (typeof text === 'string' ? shown.includes(text) : text.test(shown)) && shown;
    });

  it('goes from a page of documentation to a catalogue that is in use, by the keyboard', async () => {
    const { workbench, page: window, folder } = editor();
    mkdirSync(path.join(folder, 'docs'), { recursive: true });
    writeFileSync(path.join(folder, 'docs', 'list-errors.md'), page);
    writeFileSync(path.join(folder, 'src', 'mail.ts'), source);

    await workbench.runCommand("API Error Codes: Add Your API's Error Codes…");
    await shows('Choose a File…');
    await window.keyboard.type('list-errors');
    await shows(/list-errors\.md/);
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Enter');

    const preview = await shows('BAD_ADDRESS');
    assert.match(preview, /3 codes from 1 table/);
    assert.match(preview, /The address is wrong\./);
    assert.match(preview, /NO_SUCH_LIST[\s\S]*No HTTP status\. No description\./);
    assert.match(preview, /list-errors\.md:9: Table 2 [^\n]*\nNot read/);
    await window.keyboard.press('Enter');
    await shows('Name of the API');
    await window.keyboard.press('ControlOrMeta+a');
    await window.keyboard.type('Mail API');
    await window.keyboard.press('Enter');
    await shows('Hosts that the API answers at');
    await window.keyboard.type('not a host');
    await shows('is no host name');
    await window.keyboard.press('ControlOrMeta+a');
    await window.keyboard.type('api.mail.test');
    await window.keyboard.press('Enter');
    await shows('Save as a Catalogue');
    await window.keyboard.press('Enter');
    await shows('Save the Catalogue');
    await window.keyboard.press('Enter');
    const file = path.join(folder, 'mail.error-codes.yaml');
    const saved = await waitFor('the catalogue on disk', () => existsSync(file) && readFileSync(file, 'utf8'));
    assert.match(saved, /id: mail\ntitle: Mail API\n/);

    await window.locator('.tab.active[data-resource-name="mail.error-codes.yaml"]').waitFor();
    await waitFor('where each code is handled, over the catalogue', async () =>
      (await window.locator('.codelens-decoration').allInnerTexts()).join(' ').includes('handled in 1 place'),
    );

    await workbench.openFile('src/mail.ts');
    assert.match(await workbench.hover('switch (err.code)', 'not handled'), /Mail API error code NO_SUCH_LIST is not handled/);
    assert.match(await workbench.hover("'OUT_OF_QUOTA'", '429'), /The quota is used up\.[\s\S]*Wait until tomorrow\./);
  });

  for (const { name, from, keep } of ways)
    it(`reads ${name}, from the ${from}: ${keep}`, async () => {
      const { workbench, page: window, folder } = editor();
      const text = documentRows.find((row) => row.name === name)?.text ?? '';
      // The wizard proposes files with such names.
      const file = `error-${name}`;
      const api = `Shop of ${from} ${name.replace('.', ' ')}`;
      mkdirSync(path.join(folder, 'docs'), { recursive: true });
      writeFileSync(path.join(folder, 'docs', file), text);
      if (from === 'editor') await workbench.openFile(`docs/${file}`);
      if (from === 'clipboard') await window.evaluate((copied) => navigator.clipboard.writeText(copied), text);

      await workbench.runCommand("API Error Codes: Add Your API's Error Codes…");
      await shows('Choose a File…');
      await window.keyboard.type(from === 'clipboard' ? 'Paste from the Clipboard' : file);
      const choice = from === 'clipboard' ? 'Paste from the Clipboard' : from === 'editor' ? 'The document in the editor' : file;
      await window.locator('.quick-input-list .monaco-list-row', { hasText: choice }).first().click();
      const listed = await shows('SHOP_CLOSED');
      assert.match(listed, /CARD_STOLEN[^\n]*402/);
      assert.match(listed, /2 codes from /);
      await window.keyboard.press('Enter');
      await shows('Name of the API');
      await window.keyboard.press('ControlOrMeta+a');
      await window.keyboard.type(api);
      await window.keyboard.press('Enter');
      await shows('Hosts that the API answers at');
      await window.keyboard.press('Enter');
      await shows(keep);
      await window.locator('.quick-input-list .monaco-list-row', { hasText: keep }).first().click();
      if (keep === 'Save as a Catalogue') {
        await shows('Save the Catalogue');
        await window.keyboard.press('Enter');
      }
      await waitFor('the catalogue or the link on disk', () => readKept(folder, keep).some((kept) => kept.includes(api)));
      const written = readKept(folder, keep).find((kept) => kept.includes(api)) ?? '';
      assert.match(
        written,
        keep === 'Save as a Catalogue' ? /code: CARD_STOLEN\n(?:\s+cause: .*\n)?\s+status: 402/ : new RegExp(`"docs/${file}"`),
      );
      await window.locator('.notification-toast', { hasText: `Added 2 error codes for ${api}.` }).waitFor();
      await workbench.runCommand('Notifications: Clear All Notifications');
    });
});

/** The texts in which the wizard keeps things: catalogues in the folder, or its settings. */
function readKept(folder: string, keep: string): readonly string[] {
  const names =
    keep === 'Save as a Catalogue'
      ? readdirSync(folder).filter((name) => name.endsWith('.error-codes.yaml'))
      : [path.join('.vscode', 'settings.json')];
  return names.filter((name) => existsSync(path.join(folder, name))).map((name) => readFileSync(path.join(folder, name), 'utf8'));
}
