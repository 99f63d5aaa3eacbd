import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { copySample } from './copySample.ts';
import { launchChromium } from './launchChromium.ts';
import { shrinkPicture } from './shrinkPicture.ts';
import { startCodeServer } from './startCodeServer.ts';
import { openFixes, openWorkbench, timelineRows, type Workbench } from './workbench.ts';

/** The largest picture that a README should make its readers load. */
const limit = 150_000;

/** About as wide as a README is shown. */
const windowSize = { width: 820, height: 680 };

/** Settings that hide the parts of the window that distract from the feature in a small picture. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.hover.above': false,
  'editor.minimap.enabled': false,
  'editor.scrollbar.horizontal': 'hidden',
  'editor.scrollbar.vertical': 'hidden',
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
};

/** Takes the README's pictures of the packed extension in a real VS Code. */
export default async function takePictures(root: string, vsix: string): Promise<void> {
  const folder = path.join(root, 'docs', 'pictures');
  mkdirSync(folder, { recursive: true });
  const server = await startCodeServer({ root, vsix, trustEverything: true, settings: () => settings });
  const sample = copySample(root);
  const browser = await launchChromium(root);
  try {
    const options = { viewport: windowSize, deviceScaleFactor: 1.5 };
    const workbench = await openWorkbench(browser, server.address, sample.folder, options);
    const { page } = workbench;
    writeFileSync(path.join(folder, 'icon.png'), await drawIcon(browser, readFileSync(path.join(folder, 'icon.svg'), 'utf8')));
    for (const [name, show] of Object.entries(pictures)) {
      const shown = await show(workbench);
      const file = path.join(folder, `${name}.png`);
      const picture = shrinkPicture(await page.screenshot({ clip: await clipAround(shown), animations: 'disabled' }));
      if (picture.length > limit) throw new Error(`docs/pictures/${name}.png is larger than ${limit / 1000} KB`);
      writeFileSync(file, picture);
      console.log(`${(picture.length / 1000).toFixed(1).padStart(8)} KB  docs/pictures/${name}.png`);
    }
  } finally {
    await browser.close();
    await server.stop();
    sample.remove();
  }
}

/** The gallery takes no icons in SVG. */
async function drawIcon(browser: Browser, svg: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  await page.setContent(`<style>body { margin: 0 }</style>${svg}`);
  const icon = await page.screenshot({ omitBackground: true });
  await page.close();
  return icon;
}

/** Brings a feature onto the screen and returns the parts that the picture must contain. */
type Show = (workbench: Workbench) => Promise<readonly Locator[]>;

const pictures: Readonly<Record<string, Show>> = {
  // The only one with the side bar.
  codes: async (workbench) => {
    const { page } = workbench;
    await workbench.openFile('src/handleError.ts');
    await workbench.runCommand('Explorer: Focus on Error Codes View');
    for (const name of ['sample', 'Outline', 'Timeline']) {
      const header = page.locator('.pane-header', { hasText: name }).first();
      if ((await header.getAttribute('aria-expanded')) === 'true') await header.click({ position: { x: 30, y: 8 } });
    }
    const row = page.locator('.monaco-list-row', { hasText: 'CONTENT_POLICY' }).first();
    await row.click();
    await page.keyboard.press('ArrowRight');
    await page.locator('.monaco-list-row', { hasText: 'handle_error.py' }).first().waitFor();
    return [page.locator('.part.sidebar'), page.locator('.part.editor')];
  },
  hover: async (workbench) => {
    await workbench.page.keyboard.press('Control+B');
    await workbench.openFile('src/handleError.ts');
    await workbench.hover('INSUFFICIENT_CREDITS', '402');
    return [line(workbench, 'export function handleError'), hovers(workbench)];
  },
  fixes: async (workbench) => {
    await workbench.openFile('src/handleError.ts');
    await workbench.clickAfter('switch (error.code)');
    await openFixes(workbench.page, 'Add all');
    return [line(workbench, 'export function handleError'), workbench.page.locator('.action-widget').first()];
  },
  completion: async (workbench) => {
    await workbench.page.keyboard.press('Escape');
    await workbench.openFile('src/retry.ts');
    await workbench.clickAfter("'SERVICE_UNDER_MAINTENANCE',");
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.type("'TI");
    await workbench.suggestion('TITLE_TIMEOUT');
    await workbench.suggestionDetails('Pikzels API');
    return [
      line(workbench, 'const retryableErrorCodes'),
      workbench.page.locator('.suggest-widget.visible'),
      workbench.page.locator('.suggest-details-container'),
    ];
  },
  wizard: async (workbench) => {
    const input = workbench.page.locator('.quick-input-widget');
    await workbench.page.keyboard.press('Escape');
    await workbench.runCommand("API Error Codes: Add Your API's Error Codes…");
    await input.locator('.monaco-list-row', { hasText: 'Choose a File…' }).waitFor();
    await workbench.page.keyboard.type('mail-errors');
    await input.locator('.monaco-list-row', { hasText: 'docs/mail-errors.md' }).first().click();
    await input.locator('.monaco-list-row', { hasText: 'TEMPLATE_BROKEN' }).waitFor();
    return [input];
  },
  log: async (workbench) => {
    await workbench.page.keyboard.press('Escape');
    await workbench.openFile('logs/worker.log');
    await workbench.hover('INSUFFICIENT_CREDITS', '402');
    return [line(workbench, 'job 8813 attempt 2'), hovers(workbench)];
  },
  timeline: async (workbench) => {
    await workbench.page.setViewportSize({ ...windowSize, height: 480 });
    await workbench.lookUp('3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36', 'worker.log.1.gz');
    await workbench.page.locator('.notification-toast').first().waitFor({ state: 'hidden' });
    await timelineRows(workbench.page).filter({ hasText: 'worker.log:3' }).click();
    await workbench.page.locator('.statusbar-item', { hasText: 'Ln 3' }).waitFor();
    return [workbench.page.locator('.part.editor'), workbench.page.locator('.part.panel')];
  },
};

function line(workbench: Workbench, text: string): Locator {
  return workbench.page.locator('.view-line', { hasText: text.replaceAll(' ', '\u00a0') }).first();
}

function hovers(workbench: Workbench): Locator {
  return workbench.page.locator('.monaco-hover:not(.hidden)').first();
}

/** The part of the window that holds the given elements, with the editor's margin to their left and a little air below. */
async function clipAround(shown: readonly Locator[]) {
  const boxes = [];
  for (const locator of shown) {
    const box = await locator.boundingBox();
    if (box !== null) boxes.push(box);
  }
  const air = 6;
  const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)));
  const bottom = Math.min(windowSize.height, Math.max(...boxes.map(({ y, height }) => y + height)) + air);
  return { x: 0, y: top, width: windowSize.width, height: bottom - top };
}
