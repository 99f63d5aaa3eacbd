import assert from 'node:assert/strict';
import { useEditor } from '../ui/editorUnderTest.ts';

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
`,
  'src/buy.py': `def explain(error):
    match error.code:
        case "OUT_OF_STOCK":
            return "sold out"
`,
  'src/charge.py': `import stripe

def charge(error):
    match error.code:
        case "card_declined":
            return "declined"
        case "expired_card":
            return "expired"
`,
};

/**
 * The build for browsers is an old one. Newer editors load extensions in their own ways: a setting has a new one run this
 * extension in the browser, with files that are on a remote machine.
 */
describe('The extension in the browser of a new editor', function () {
  this.timeout(60_000);
  const editor = useEditor({
    trustEverything: true,
    files,
    settings: () => ({ 'remote.extensionKind': { 'api-error-codes.api-error-codes': ['web'] } }),
  });

  it('explains a code, marks a place that leaves codes out, and adds the missing case', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('src/buy.py');
    assert.match(await workbench.hover('OUT_OF_STOCK', '409'), /The article is sold out/);
    await workbench.openFile('src/buy.py', 2);
    await page.locator('.squiggly-warning').first().waitFor();
    await workbench.applyFix('match error.code:', 'Add the missing case');
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    assert.match(await workbench.visibleText(), /case "CARD_EXPIRED":/);
  });

  it('explains a code of a catalogue that ships, and opens its entry', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('src/charge.py');
    assert.match(await workbench.hover('card_declined', '402'), /Stripe API/);
    await page.mouse.move(0, 0);
    await workbench.clickAfter('card_declin');
    await page.keyboard.press('F12');
    await page.locator('.tab.active[data-resource-name="stripe.yaml"]').waitFor();
    await page.locator('.view-line', { hasText: 'card_declined' }).first().waitFor();
  });

  it('says that a browser has no logs to search', async () => {
    const { workbench, page } = editor();
    await workbench.runCommand('API Error Codes: Look Up Request ID…');
    await page.locator('.notification-toast', { hasText: 'A browser has no logs to search' }).waitFor();
  });

  it('answers again after its server was restarted', async () => {
    const { workbench } = editor();
    await workbench.runCommand('API Error Codes: Restart Server');
    await workbench.openFile('src/buy.py');
    assert.match(await workbench.hover('CARD_EXPIRED', '402'), /no longer valid/);
  });
});
