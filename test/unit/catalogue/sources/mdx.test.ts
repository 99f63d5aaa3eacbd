import assert from 'node:assert/strict';
import { describeCodes, readPage } from './readPage.ts';

const page = `---
title: "Errors"
---

import { Note } from '/snippets/note.mdx'

export const mail = 'a@b'

{/* | Code | Cause |
    |------|-------|
    | \`HIDDEN_ONE\` | x | */}

<AccordionGroup>
  <Accordion
    title="401 — auth_missing_key"
    icon="key"
  >
    \`\`\`json
    { "error": { "type": "auth_missing_key", "message": "Key required" } }
    \`\`\`
    The header was not sent. {mail}
  </Accordion>
  <Accordion title="\`auth_invalid_key\` (403)">The key is wrong.</Accordion>
</AccordionGroup>

<Tabs>
  <Tab title="Errors of orders">
    <div style={{ margin: 1 }}>

    | Code | Cause |
    | ---- | ----- |
    | \`NO_ORDER\` | <Badge>Lost</Badge> |

    </div>
  </Tab>
</Tabs>

<details>
<summary><code>STOCK_EMPTY</code> (409)</summary>

Nothing is left.

</details>

<ResponseField name="request_id" type="string">
  The request.
</ResponseField>

<table>
  <tr>
    <th>Error code</th>
    <th>Description</th>
  </tr>

  <tr>
    <td>\`TOO_FAST\`</td>
    <td>Slow **down**</td>
  </tr>
</table>
`;

describe('reading MDX', () => {
  it('reads what components hold and their titles', async () => {
    const reading = await readPage(page, 'api/errors.mdx');
    assert.deepEqual(describeCodes(reading).toSorted(), [
      'NO_ORDER - Lost',
      'STOCK_EMPTY 409 Nothing is left.',
      'TOO_FAST - Slow down',
      'auth_invalid_key 403 The key is wrong.',
      'auth_missing_key 401 The header was not sent. {mail}',
    ]);
    assert.equal(reading.title, 'Errors');
  });

  it('knows their places although their indentation is taken away', async () => {
    const { codes } = await readPage(page, 'api/errors.mdx');
    const lines = page.split('\n');
    for (const { entry, location } of codes) {
      assert.equal(lines[location.line]?.slice(location.column, location.column + String(entry.code).length), entry.code);
    }
  });

  it('reads the text in tabs and notes of MkDocs', async () => {
    const text =
      '# Errors\n\n=== "Orders"\n\n    | Code | Cause |\n    |-|-|\n    | `A_B` | x |\n\n!!! note\n    Text.\n\n- `C_D`: y\n';
    const reading = await readPage(text);
    assert.deepEqual(describeCodes(reading), ['A_B - x', 'C_D - y']);
    assert.deepEqual(reading.codes[0]?.location, { line: 6, column: 7 });
  });

  it('goes on after tags that are never closed', async () => {
    const text =
      '# Errors\n\n<Card title="x">\n<Steps>\n\n<details>\n\n| Code | Cause |\n|-|-|\n| `A_B` | x |\n\n<Broken attr={"\n\n- `C_D`: y\n';
    assert.deepEqual(describeCodes(await readPage(text, 'errors.mdx')), ['A_B - x', 'C_D - y']);
  });
});
