import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/editor/launchChromium.ts';

/** An editor in a browser that has been started for tests. */
export interface StartedEditor<Editor> {
  readonly editor: Editor;
  /** Ends what serves it, and removes its files. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts an editor before the tests of the suite that calls this, and ends it after them. A test that fails leaves a picture of
 * the screen, which shows more than the message.
 * @returns gives the editor; usable inside tests
 */
export function useBrowser<Editor extends { readonly page: Page }>(
  start: (browser: Browser, root: string) => Promise<StartedEditor<Editor>>,
): () => Editor {
  const root = process.cwd();
  let browser: Browser | undefined;
  let started: StartedEditor<Editor> | undefined;

  before(async function () {
    this.timeout(240_000);
    browser = await launchChromium(root);
    started = await start(browser, root);
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed' || started === undefined) return;
    const name = this.currentTest.fullTitle().replaceAll(/\W+/g, '-');
    await started.editor.page.screenshot({ path: path.join(root, 'out', 'failures', `${name}.png`) });
  });

  after(async function () {
    this.timeout(30_000);
    await browser?.close();
    await started?.stop();
  });

  return () => {
    if (started === undefined) throw new Error('The editor has not been started.');
    return started.editor;
  };
}
