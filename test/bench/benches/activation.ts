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
  about: 'loading and activating in the extension host, where no other extension starts at that time',
  async run({ root }) {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/package.mjs'], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1));
    const vsix = path.join(root, 'out/api-error-codes.vsix');
    const server = await startCodeServer({ root, vsix, trustEverything: true });
    const browser = await launchChromium(root);
    const { folder, remove } = createFolder({ 'plain.log': 'nothing\n', 'plain.ts': 'export const one = 1;\n' });
    try {
      const own: number[] = [];
      const typescript: number[] = [];
      // The first window fills caches, and does not count.
      for (let count = 0; count <= windows; count += 1) {
        // All rows are on the screen, and only those are in the page.
        const page = await browser.newPage({ viewport: { width: 1280, height: 1600 } });
        await page.goto(`${server.address}/?folder=${encodeURIComponent(folder)}`);
        await waitForQuiet(page);
        // One after another: the editor's figure for an extension has the loading of those that begin meanwhile in it.
        const times: number[] = [];
        for (const [file, extension] of [
          ['plain.log', 'API Error Codes'],
          ['plain.ts', 'TypeScript Language Features'],
        ] as const) {
          await page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).click();
          await page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
          await showRunningExtensions(page);
          times.push(await timeOf(page, extension));
          await hideRunningExtensions(page);
        }
        const [first = 0, second = 0] = times;
        if (count > 0) {
          own.push(first);
          typescript.push(second);
        }
        await page.close();
      }
      const peer = { name: 'TypeScript Language Features', value: quantile(typescript, 0.5) };
      return [{ what: 'activation', unit: 'ms', ours: quantile(own, 0.5), limit: 50, peers: [peer] }];
    } finally {
      await browser.close();
      await server.stop();
      remove();
    }
  },
};

async function showRunningExtensions(page: Page): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget .monaco-inputbox input').fill('>Developer: Show Running Extensions');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Show Running Extensions' }).waitFor();
  await page.keyboard.press('Enter');
}

/** The list lies over the window until it is closed. */
async function hideRunningExtensions(page: Page): Promise<void> {
  await waitFor('the end of the list', async () => {
    await page.keyboard.press('Escape');
    return (await page.locator('.monaco-modal-editor-block').count()) === 0;
  });
}

/** Waits until the extensions that start with a window have started: their number has been the same for three seconds. */
async function waitForQuiet(page: Page): Promise<void> {
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  await showRunningExtensions(page);
  const rows = page.locator('.runtime-extensions-editor .extension');
  let last = { count: 0, since: Date.now() };
  await waitFor('the end of the start of the window', async () => {
    const count = await rows.count();
    if (count !== last.count) last = { count, since: Date.now() };
    return count > 0 && Date.now() - last.since > 3000;
  });
  await hideRunningExtensions(page);
}

/** Milliseconds, out of *Developer: Show Running Extensions*. */
async function timeOf(page: Page, extension: string): Promise<number> {
  const row = page.locator('.runtime-extensions-editor .extension', { hasText: extension });
  return waitFor(`the activation of ${extension}`, async () => {
    const text = await row
      .first()
      .innerText({ timeout: 1000 })
      .catch(() => '');
    const time = /Activation: (\d+)ms/.exec(text)?.[1];
    return time === undefined ? undefined : Number(time);
  });
}
