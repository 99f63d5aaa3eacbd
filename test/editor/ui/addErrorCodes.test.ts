import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { waitFor } from '../../../scripts/editor/waitFor.ts';
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

describe('Adding the error codes of one’s own API, in a real editor', function () {
  this.timeout(60_000);
  const editor = useEditor({ trustEverything: true });

  it('goes from a page of documentation to a catalogue that is in use, by the keyboard', async () => {
    const { workbench, page: window, folder } = editor();
    mkdirSync(path.join(folder, 'docs'), { recursive: true });
    writeFileSync(path.join(folder, 'docs', 'list-errors.md'), page);
    writeFileSync(path.join(folder, 'src', 'mail.ts'), source);
    const input = window.locator('.quick-input-widget');
    const shows = async (text: string | RegExp): Promise<string> =>
      waitFor(`“${String(text)}” in the wizard`, async () => {
        const shown = (await input.innerText()).replaceAll('\u00a0', ' ');
        return (typeof text === 'string' ? shown.includes(text) : text.test(shown)) && shown;
      });

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
    // A file is there before its text is.
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
});
