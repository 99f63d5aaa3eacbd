import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { waitFor } from '../../../scripts/editor/waitFor.ts';
import { timelineRows } from '../../../scripts/editor/workbench.ts';
import { journey } from '../journeys.ts';
import { useEditor } from './editorUnderTest.ts';

const requestId = '5d0f6c3e-8a41-4f0b-9d0e-2b7c1a9e4f55';
const slowId = '7c2e4a10-93b5-4d7e-8f61-0a9b8c7d6e5f';
const token = 'glsa_Zq8rT2mVx0KcY5n';

journey('lookUp', 'in a log engine', function () {
  this.timeout(90_000);
  const asked: (string | undefined)[] = [];
  const logged = BigInt(Date.now() - 60_000) * 1_000_000n;
  // As Loki answers, to those who have the token.
  const engine = http.createServer(({ headers, url = '' }, response) => {
    if (url.startsWith('/away/')) {
      response.writeHead(500).end('ingester is [away](command:x)');
      return;
    }
    asked.push(headers.authorization);
    if (headers.authorization !== `Bearer ${token}`) {
      response.writeHead(401).end('no org id');
      return;
    }
    const { searchParams } = new URL(url, 'http://localhost');
    if (searchParams.get('query')?.includes(slowId)) {
      const values = [[String(logged), `level=error msg="too late" request_id=${slowId}`]];
      response.end(JSON.stringify({ data: { result: [{ stream: { service_name: 'slow' }, values }] } }));
      return;
    }
    // It never answers.
    if (searchParams.get('query')?.includes('slow')) return;
    const isAround = !searchParams.get('query')?.includes(' |');
    const isWanted = searchParams.get('query')?.includes(requestId) === true;
    const line = (text: string) => `level=error msg="${text}" status=402 code=INSUFFICIENT_CREDITS request_id=${requestId}`;
    const own = [String(logged), `${line('generation failed')}\n  at charge (billing.js:10:3)`];
    const before = [String(logged - 1_000_000n), 'level=info msg="charging customer 4711"'];
    const after = [String(logged + 1_000_000_000n), 'level=info msg="next customer"'];
    const values = isWanted ? [own] : searchParams.get('direction') === 'forward' ? [after] : [own, before];
    const result = isWanted || isAround ? [{ stream: { service_name: 'billing' }, values }] : [];
    response.end(JSON.stringify({ status: 'success', data: { resultType: 'streams', result } }));
  });
  const address = () => `http://127.0.0.1:${(engine.address() as AddressInfo).port}`;
  before(async () => {
    await once(engine.listen(0, '127.0.0.1'), 'listening');
  });
  after(() => {
    engine.closeAllConnections();
    engine.close();
  });
  const editor = useEditor({
    trustEverything: true,
    settings: () => ({
      'apiErrorCodes.lookup.engines': {
        production: { type: 'loki', fields: 'none', url: address(), days: 1 },
        staging: { type: 'loki', url: `${address()}/away` },
      },
    }),
  });

  it('asks for credentials, is sent them when its address is confirmed, and gives its records', async () => {
    const { workbench, page } = editor();
    await workbench.runCommand('API Error Codes: Look Up Request ID…');
    await page.locator('.quick-input-title', { hasText: 'Look Up Request ID' }).waitFor();
    await page.locator('.quick-input-message', { hasText: 'and log engines: production, staging.' }).waitFor();
    await page.locator('.quick-input-widget input').fill(requestId);
    await page.keyboard.press('Enter');
    const toast = page.locator('.notification-toast', { hasText: 'production (Grafana Loki): It answered 401' });
    // By the keyboard: a toast moves while it comes up.
    await toast.getByRole('button', { name: 'Set Credentials…' }).press('Enter');
    await page.locator('.quick-input-title', { hasText: 'Credentials of production' }).waitFor();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Bearer' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-message', { hasText: address() }).waitFor();
    assert.equal(await page.locator('.quick-input-widget input').getAttribute('type'), 'password');
    await page.keyboard.type(token);
    await page.keyboard.press('Enter');
    const dialog = page.locator('.monaco-dialog-box', { hasText: `Send these credentials to ${address()}?` });
    await dialog.getByRole('button', { name: 'Keep and Send' }).click();
    const row = timelineRows(page).filter({ hasText: 'production/billing' });
    await row.waitFor();
    assert.match(await row.innerText(), /ERROR 402 INSUFFICIENT_CREDITS · production\/billing · generation failed/);
    // The message of an engine becomes no link.
    const message = page.getByText('1 source could not be read: staging (Grafana Loki): It answered 500: ingester is [away]');
    await message.waitFor();
    assert.equal(await message.locator('a').count(), 0);
    await toast.waitFor({ state: 'hidden' });
    assert.deepEqual([...new Set(asked)], [undefined, `Bearer ${token}`]);
  });

  it('has its records opened among what was logged around them, and in the support report', async () => {
    const { workbench, page } = editor();
    await timelineRows(page).filter({ hasText: 'production/billing' }).click();
    await page.locator('.tab.active', { hasText: 'billing' }).waitFor();
    await page.locator('.view-line', { hasText: 'at\u00a0charge' }).waitFor();
    await page.locator('.statusbar-item', { hasText: 'Ln 2, Col 1' }).waitFor();
    // A lens above the record moves lines, one after the other.
    await waitFor('the lines around the record', async () =>
      /charging customer 4711[^]*generation failed[^]*next customer/.test(await workbench.visibleText()),
    );
    await workbench.runCommand('API Error Codes: Copy Support Report');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.locator('.notification-toast', { hasText: 'report' }).waitFor();
    const report = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(report, / · error · `production\/billing`\n/);
    assert.match(report, /API balance is too low/);
  });

  it('has only its records opened when the user does not wait for it', async () => {
    const { workbench, page } = editor();
    await workbench.runCommand('API Error Codes: Look Up Request ID…');
    await page.locator('.quick-input-title', { hasText: 'Look Up Request ID' }).waitFor();
    await page.locator('.quick-input-widget input').fill(slowId);
    await page.keyboard.press('Enter');
    await timelineRows(page).filter({ hasText: 'production/slow' }).click();
    const toast = page.locator('.notification-toast', { hasText: 'Reading what was logged around a record of production' });
    await toast.getByRole('button', { name: 'Cancel' }).click();
    await page.locator('.tab.active', { hasText: 'slow' }).waitFor();
    await page.locator('.view-line', { hasText: 'too\u00a0late' }).waitFor();
  });

  it('is not taken from a workspace', async () => {
    const { workbench, page, folder } = editor();
    const settings = { 'apiErrorCodes.lookup.engines': { elsewhere: { type: 'loki', url: 'https://logs.example.com' } } };
    mkdirSync(path.join(folder, '.vscode'), { recursive: true });
    writeFileSync(
      path.join(folder, '.vscode', 'settings.json'),
      JSON.stringify({ ...settings, 'editor.tabSize': 7, 'editor.detectIndentation': false }),
    );
    await workbench.reload();
    await workbench.openFile('src/handleError.ts');
    // The other setting of the same file counts.
    await page.locator('.statusbar-item', { hasText: 'Spaces: 7' }).waitFor();
    await workbench.runCommand('API Error Codes: Look Up Request ID…');
    const message = page.locator('.quick-input-message', { hasText: 'and log engines' });
    await message.waitFor();
    assert.match(await message.innerText(), /and log engines: production, staging\. /);
    await page.keyboard.press('Escape');
  });

  it('is named among what was searched in vain', async () => {
    const { workbench, page } = editor();
    await workbench.runCommand('API Error Codes: Look Up Request ID…');
    await page.locator('.quick-input-title', { hasText: 'Look Up Request ID' }).waitFor();
    await page.locator('.quick-input-widget input').fill('00000000-0000-4000-8000-000000000000');
    await page.keyboard.press('Enter');
    await page.locator('.notification-toast', { hasText: 'production (Grafana Loki, last day)' }).waitFor();
  });
});
