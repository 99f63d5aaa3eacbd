import assert from 'node:assert/strict';
import { describeCodes, readPage } from './readPage.ts';

const cases: readonly { readonly about: string; readonly text: string; readonly codes: readonly string[] }[] = [
  {
    about: 'cells that span rows and columns',
    text: '<h1>Errors</h1><table><tr><th>Status<th>Error code<th colspan=2>Description<tr><td rowspan=2>401<td>NO_KEY<td colspan=2>missing<tr><td>BAD_KEY<td>wrong<td>x<tr><td colspan=4>nothing<tr><td>404<td>NO_MAP<td>lost</table>',
    codes: ['NO_KEY 401 missing', 'BAD_KEY 401 wrong', 'NO_MAP 404 lost'],
  },
  {
    about: 'a header of plain cells',
    text: '<h1>Errors</h1><table><tr><td><b>Error code</b></td><td>Meaning</td></tr><tr><td><code>NO_KEY</code></td><td>a<br>b</td></tr></table>',
    codes: ['NO_KEY - a b'],
  },
  {
    about: 'lists, definitions and headings',
    text: '<h1>Error codes</h1><ul><li><code>NO_KEY</code>: missing<li><strong>BAD_KEY</strong> (403) – wrong</ul><dl><dt>NO_MAP<dd>lost</dl><h2>OLD_MAP (410)</h2><p>Too old.<h2>NEW_MAP</h2><p><b>Cause:</b> Too new<br><b>Fix:</b> Wait</p>',
    codes: ['NO_KEY - missing', 'BAD_KEY 403 wrong', 'NO_MAP - lost', 'OLD_MAP 410 Too old.', 'NEW_MAP - Too new → Wait'],
  },
  {
    about: 'neither scripts, styles nor comments',
    text: '<title>Errors</title><script>"<table><tr><th>Error code<tr><td>A_B"</script><style>td{}</style><!-- <table><tr><th>Error code<tr><td>C_D</table> --><table><tr><th>Error code<tr><td>E_F</table>',
    codes: ['E_F -'],
  },
  {
    about: 'examples',
    text: '<h1>API errors</h1><h2>404 Not Found</h2><p>Gone.</p><pre><code class="language-json">{"error":{"code":"NO_MAP","message":"x"}}</code></pre>',
    codes: ['NO_MAP 404 (example) Gone.'],
  },
];

describe('reading HTML pages', () => {
  for (const { about, text, codes } of cases) {
    it(about, async () => assert.deepEqual(describeCodes(await readPage(text, 'errors.html')), codes));
  }

  it('knows titles and places', async () => {
    const reading = await readPage(
      '<title>Shop &amp; Co</title>\n<table>\n<tr><th>Error code\n<tr><td> <code>NO_KEY</code>\n</table>',
      'e.htm',
    );
    assert.equal(reading.title, 'Shop & Co');
    assert.deepEqual(
      reading.codes.map(({ location }) => location),
      [{ line: 3, column: 15 }],
    );
  });
});
