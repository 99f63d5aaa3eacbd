import path from 'node:path';
import { copySample } from './copySample.ts';
import { launchChromium } from './launchChromium.ts';
import { startCodeServer } from './startCodeServer.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** Fails in two places: a log that was rotated at midnight, and the one after it. */
const requestId = '3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36';

/**
 * Opens the sample workspace in a real VS Code without a window. Waits until a diagnostic, a hover and a look-up are on the
 * screen, and prints their texts. Throws at a deadline, and names the missing one.
 */
export default async function showSmoke(root: string, packExtension: () => Promise<string>): Promise<void> {
  const vsix = await packExtension();
  const server = await startCodeServer({ root, vsix, trustEverything: true });
  const sample = copySample(root);
  try {
    const browser = await launchChromium(root);
    try {
      await showFeatures(await openWorkbench(browser, server.address, sample.folder));
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
    sample.remove();
  }
}

async function showFeatures(workbench: Workbench): Promise<void> {
  await workbench.openFile(path.posix.join('src', 'handleError.ts'));
  await show('Diagnostic', workbench.hover('switch (error.code)', 'not handled'));
  await show('Hover', workbench.hover('INSUFFICIENT_CREDITS', '402'));
  await show('Look-up', workbench.lookUp(requestId, 'GENERATION_TIMEOUT'));
}

async function show(title: string, seen: Promise<string>): Promise<void> {
  const text = await seen.catch((error: unknown) => {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n');
    throw new Error(`${title}: it did not come onto the screen (${reason}).`);
  });
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  console.log(`── ${title}\n${lines.map((line) => `   ${line.trim()}`).join('\n')}\n`);
}
