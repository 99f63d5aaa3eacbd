import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import sharp from 'sharp';
import { animations } from './animations.ts';
import { copySample } from './copySample.ts';
import { launchChromium } from './launchChromium.ts';
import { pictures } from './pictures.ts';
import { startCodeServer } from './startCodeServer.ts';
import { openWorkbench } from './workbench.ts';

/** The largest picture that a README should make its readers load. */
const limit = 150_000;

/** For a moving one. */
const limitOfAnimation = 400_000;

/** About as wide as a README is shown. */
const windowSize = { width: 820, height: 680 };
const animationSize = { width: 820, height: 480 };

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
  const write = (name: string, picture: Buffer, most: number): void => {
    if (picture.length > most) throw new Error(`docs/pictures/${name} is larger than ${most / 1000} KB`);
    writeFileSync(path.join(folder, name), picture);
    console.log(`${(picture.length / 1000).toFixed(1).padStart(8)} KB  docs/pictures/${name}`);
  };
  try {
    const options = { viewport: windowSize, deviceScaleFactor: 1.5 };
    const workbench = await openWorkbench(browser, server.address, sample.folder, options);
    const { page } = workbench;
    writeFileSync(path.join(folder, 'icon.png'), await drawIcon(browser, readFileSync(path.join(folder, 'icon.svg'), 'utf8')));
    for (const [name, show] of Object.entries(pictures)) {
      const shown = await show(workbench);
      const picture = await page.screenshot({ clip: await clipAround(shown), animations: 'disabled' });
      write(`${name}.png`, await sharp(picture).png({ palette: true, effort: 10 }).toBuffer(), limit);
    }
    await page.setViewportSize(animationSize);
    for (const [name, play] of Object.entries(animations)) {
      const frames: Buffer[] = [];
      const delay: number[] = [];
      await play(workbench, async (milliseconds) => {
        // The caret blinks, and would be in every second frame.
        frames.push(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
        delay.push(milliseconds);
      });
      const moving = sharp(frames, { join: { animated: true } }).gif({ delay, loop: 0, effort: 10 });
      write(`${name}.gif`, await moving.toBuffer(), limitOfAnimation);
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
