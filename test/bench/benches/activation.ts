import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { createFolder } from '../../../scripts/editor/copySample.ts';
import { launchChromium } from '../../../scripts/editor/launchChromium.ts';
import { startCodeServer } from '../../../scripts/editor/startCodeServer.ts';
import { waitFor } from '../../../scripts/editor/waitFor.ts';
import type { Bench } from '../bench.ts';
import { quantile } from '../support/interleave.ts';

const windows = 7;

/** How long the extension keeps the extension host from other work when it starts, as the editor itself measures it. */
export const activation: Bench = {
  id: 'activation',
  about: 'loading and activating in the extension host, in a window with one TypeScript file',
  async run({ root }) {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/package.mjs'], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1));
    const vsix = path.join(root, 'out/api-error-codes.vsix');
    const server = await startCodeServer({ root, vsix, trustEverything: true });
    const browser = await launchChromium(root);
    const folder = createFolder({ 'package.json': '{}', 'src/plain.ts': 'export const one = 1;\n' });
    try {
      const own: number[] = [];
      const typescript: number[] = [];
      // The first window fills caches, and does not count.
      for (let count = 0; count <= windows; count += 1) {
        const page = await browser.newPage();
        const file = `vscode-remote://127.0.0.1:${server.port}${path.join(folder.folder, 'src', 'plain.ts')}`;
        const query = new URLSearchParams({ folder: folder.folder, payload: JSON.stringify([['openFile', file]]) });
        await page.goto(`${server.address}/?${query.toString()}`);
        await page.locator('.view-line', { hasText: 'one' }).waitFor();
        const times = [await timeOf(page, 'API Error Codes'), await timeOf(page, 'TypeScript Language Features')] as const;
        if (count > 0) {
          own.push(times[0]);
          typescript.push(times[1]);
        }
        await page.close();
      }
      const peer = { name: 'TypeScript Language Features', value: quantile(typescript, 0.5) };
      return [{ what: 'activation', unit: 'ms', ours: quantile(own, 0.5), limit: 50, peers: [peer] }];
    } finally {
      await browser.close();
      await server.stop();
      folder.remove();
    }
  },
};

/** Milliseconds, out of *Developer: Show Running Extensions*. */
async function timeOf(page: Page, extension: string): Promise<number> {
  const row = page.locator('.runtime-extensions-editor .extension', { hasText: extension });
  if ((await row.count()) === 0) {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget .monaco-inputbox input').fill('>Developer: Show Running Extensions');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Show Running Extensions' }).waitFor();
    await page.keyboard.press('Enter');
  }
  return waitFor(`the activation of ${extension}`, async () => {
    const text = await row
      .first()
      .innerText({ timeout: 1000 })
      .catch(() => '');
    const time = /Activation: (\d+)ms/.exec(text)?.[1];
    return time === undefined ? undefined : Number(time);
  });
}
