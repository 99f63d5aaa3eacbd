import assert from 'node:assert/strict';
import { useWebEditor } from './webEditorUnderTest.ts';

const files = {
  'package.json': '{ "name": "shop" }\n',
  'shop.error-codes.yaml': `id: shop
title: Shop API
codes:
  - code: OUT_OF_STOCK
    status: 409
    cause: The article is sold out.
  - code: CARD_EXPIRED
    status: 402
    cause: The card is no longer valid.
  - code: CART_EMPTY
    status: 400
    cause: Nothing is in the cart.
`,
  'docs/mail-errors.md': `# Mail API

| Code | Status | Cause |
|---|---|---|
| MAIL_BOUNCED | 550 | The mailbox does not exist. |
| MAIL_DEFERRED | 451 | The other server is busy. |
`,
  'openapi.yaml': `openapi: 3.1.0
info: { title: Stock API, version: '1' }
paths:
  /stock:
    get:
      responses:
        '410':
          description: gone
          content:
            application/json:
              schema:
                type: object
                properties: { code: { type: string, enum: [SHELF_CLOSED, SHELF_MOVED] } }
`,
  '.vscode/settings.json': JSON.stringify({
    'apiErrorCodes.catalogues': { mail: { path: 'docs/mail-errors.md', title: 'Mail API' }, stock: { path: 'open*.yaml' } },
    'workbench.startupEditor': 'none',
  }),
  'src/buy.ts': `export function explain(error: { code: string }): string {
  switch (error.code) {
    case 'OUT_OF_STOCK':
      return 'sold out';
  }
  return '';
}
`,
  'src/pay.ts': `const retried = [
  'OUT_OF_STOCK',
  'CARD_EXPIRED',
];
`,
  'src/codes.ts': "export const ShopCode = { CartEmpty: 'CART_EMPTY', CardExpired: 'CARD_EXPIRED' } as const;\n",
  'src/cart.ts': `import { ShopCode } from './codes';

export function show(error: { code: string }): string {
  if (error.code === ShopCode.CartEmpty) return 'empty';
  if (error.code === 'OUT_OF_STOCK') return 'sold out';
  return '';
}
`,
  'mail/send.py': `def send(error):
    match error.code:
        case "MAIL_BOUNCED":
            return "gone"
        case "MAIL_DEFERRED":
            return "later"
`,
  'stock/find.rb': `def find(error)
  case error.code
  when 'SHELF_MOVED' then 'moved'
  end
end
`,
  'logs/worker.log': '2026-01-01T10:00:00Z ERROR 402 CARD_EXPIRED request_id=18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234\n'.repeat(2),
};

describe('The extension in VS Code for browsers', function () {
  this.timeout(60_000);
  const editor = useWebEditor(files);

  it('explains a code on hover', async () => {
    const { workbench } = editor();
    await workbench.openFile('src/buy.ts');
    const text = await workbench.hover('OUT_OF_STOCK', '409');
    assert.match(text, /OUT_OF_STOCK · 409 Conflict · Shop API/);
    assert.match(text, /The article is sold out/);
  });

  it('marks a switch that leaves codes out, says over it how many are handled, and adds the missing cases', async () => {
    const { workbench, page } = editor();
    await page.locator('.squiggly-warning').first().waitFor();
    await page.locator('.codelens-decoration', { hasText: '1 of 3 Shop API error codes handled' }).waitFor();
    assert.match(await workbench.hover('switch (error.code)', 'not handled'), /2 Shop API error codes are not handled/);
    await workbench.applyFix('switch (error.code)', 'Add all 2 missing cases');
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    await workbench.save();
    assert.match(await workbench.visibleText(), /case 'CARD_EXPIRED':/);
  });

  it('completes the codes of a list', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('src/pay.ts');
    await workbench.clickAfter("'CARD_EXPIRED',");
    await page.keyboard.press('Enter');
    await page.keyboard.type("'");
    await workbench.suggestion('CART_EMPTY');
    assert.match(await workbench.suggestionDetails('400'), /Nothing is in the cart/);
    await workbench.acceptSuggestion('CART_EMPTY');
    assert.match(await workbench.visibleText(), /'CART_EMPTY'/);
    await workbench.save();
  });

  it('reads codes out of a Markdown page and an OpenAPI document, for Python and Ruby', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('mail/send.py');
    assert.match(await workbench.hover('MAIL_BOUNCED', '550'), /The mailbox does not exist/);
    await workbench.openFile('stock/find.rb');
    await workbench.hover('SHELF_MOVED', 'SHELF_MOVED · 410 Gone · Stock API');
    await page.locator('.squiggly-warning').first().waitFor();
  });

  it('lists in its view which codes are handled where, by constants of other files too', async () => {
    const { page } = editor();
    await page.locator('.pane-header', { hasText: 'Error Codes' }).click();
    const pane = page.locator('.pane', { hasText: 'Error Codes' });
    const rows = pane.locator('.monaco-list-row');
    await rows
      .filter({ hasText: /Shop API\s*2 of 3 handled/ })
      .first()
      .waitFor();
    await rows
      .filter({ hasText: /CARD_EXPIRED\s*stub/ })
      .first()
      .waitFor();
    await rows
      .filter({ hasText: /CART_EMPTY\s*1 place/ })
      .first()
      .click();
    await rows
      .filter({ hasText: /cart\.ts:4\s*handled/ })
      .first()
      .click();
    await page.locator('.tab.active[data-resource-name="cart.ts"]').waitFor();
  });

  it('takes an edit of a catalogue at once', async () => {
    const { workbench, page } = editor();
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'shop.error-codes.yaml' }).dblclick();
    await page.locator('.tab.active[data-resource-name="shop.error-codes.yaml"]').waitFor();
    await workbench.clickAfter('code: CART_EMPTY');
    await page.keyboard.type('_NOW');
    await workbench.openFile('src/buy.ts');
    assert.match(await workbench.hover('switch (error.code)', 'CART_EMPTY_NOW'), /is not handled/);
  });

  it('reads a document of the workspace for the wizard', async () => {
    const { workbench, page } = editor();
    await workbench.runCommand("API Error Codes: Add Your API's Error Codes…");
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'docs/mail-errors.md' }).first().click();
    await rows.filter({ hasText: 'MAIL_DEFERRED' }).first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('opens the example, which is only in memory', async () => {
    const { workbench } = editor();
    await workbench.runCommand('API Error Codes: Open the Example');
    assert.match(await workbench.hover('INSUFFICIENT_CREDITS', '402'), /API balance is too low/);
  });

  it('says that a browser has no logs to search', async () => {
    const { workbench, page } = editor();
    await workbench.runCommand('API Error Codes: Look Up Request ID…');
    await page.locator('.notification-toast', { hasText: 'A browser has no logs to search' }).waitFor();
    await page.keyboard.press('F1');
    const input = page.locator('.quick-input-widget .monaco-inputbox input');
    await input.fill('>API Error Codes: ');
    const offered = page.locator('.quick-input-list .monaco-list-row');
    await offered.filter({ hasText: 'Explain Error Code' }).first().waitFor();
    assert.equal(await offered.filter({ hasText: 'Recent Look-Ups' }).count(), 0);
    await page.keyboard.press('Escape');
    await workbench.runCommand('Request Timeline: Focus on Request Timeline View');
    await page.locator('.part.panel .welcome-view', { hasText: 'A browser has no logs to search' }).waitFor();
  });

  it('explains an open log, without links that look requests up', async () => {
    const { workbench } = editor();
    await workbench.openFile('logs/worker.log');
    const text = await workbench.hover('CARD_EXPIRED', '402');
    assert.match(text, /The card is no longer valid/);
    assert.doesNotMatch(text, /Look up/);
  });

  it('leaves no error in the console', () => {
    assert.deepEqual(editor().errors, []);
  });
});
