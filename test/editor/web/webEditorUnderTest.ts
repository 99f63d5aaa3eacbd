import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createFolder, type SampleCopy } from '../../../scripts/editor/copySample.ts';
import { launchChromium } from '../../../scripts/editor/launchChromium.ts';
import { type RunningWebEditor, startWebEditor } from '../../../scripts/editor/startWebEditor.ts';
import { openWorkbench, type Workbench } from '../../../scripts/editor/workbench.ts';

/** VS Code for browsers with the packed extension, open on a folder of a virtual file system. */
export interface WebEditorUnderTest {
  readonly workbench: Workbench;
  readonly page: Page;
  /** The errors that the browser's console has got. */
  readonly errors: readonly string[];
}

/** Starts the editor before the tests of the suite that calls this, and ends it after them. @returns gives the editor inside tests */
export function useWebEditor(files: Readonly<Record<string, string>>): () => WebEditorUnderTest {
  const root = process.cwd();
  let server: RunningWebEditor | undefined;
  let folder: SampleCopy | undefined;
  let browser: Browser | undefined;
  let editor: WebEditorUnderTest | undefined;

  before(async function () {
    this.timeout(240_000);
    const extension = process.env['EXTENSION_FOLDER'];
    if (extension === undefined) throw new Error('EXTENSION_FOLDER must name the unpacked extension.');
    folder = createFolder(files);
    server = await startWebEditor(root, { extension, folder: folder.folder });
    browser = await launchChromium(root);
    const workbench = await openWorkbench(browser, server.address, undefined);
    const errors: string[] = [];
    workbench.page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
    workbench.page.on('pageerror', (error) => void errors.push(error.message));
    editor = { workbench, page: workbench.page, errors };
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed' || editor === undefined) return;
    const name = this.currentTest.fullTitle().replaceAll(/\W+/g, '-');
    await editor.page.screenshot({ path: path.join(root, 'out', 'failures', `${name}.png`) });
  });

  after(async function () {
    this.timeout(30_000);
    await browser?.close();
    await server?.stop();
    folder?.remove();
  });

  return () => {
    if (editor === undefined) throw new Error('The editor has not been started.');
    return editor;
  };
}
