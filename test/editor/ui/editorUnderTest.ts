import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { copySample, createFolder, type SampleCopy } from '../../../scripts/editor/copySample.ts';
import { launchChromium } from '../../../scripts/editor/launchChromium.ts';
import { type RunningCodeServer, startCodeServer } from '../../../scripts/editor/startCodeServer.ts';
import { openWorkbench, type Workbench } from '../../../scripts/editor/workbench.ts';

/** A real VS Code with the packed extension installed, open on a copy of the sample workspace. */
export interface EditorUnderTest {
  readonly workbench: Workbench;
  readonly page: Page;
  /** The workspace's folder: a copy of the sample, or one with the files of the suite. */
  readonly folder: string;
}

/**
 * Starts an editor before the tests of the suite that calls this, and ends it after them.
 * Nothing here activates the extension: only what a person does may.
 * @returns gives the editor; usable inside tests
 */
export function useEditor(options: {
  readonly trustEverything: boolean;
  readonly settings?: () => Readonly<Record<string, unknown>>;
  /** The language of the window; English when absent. */
  readonly language?: string;
  /** The files of the workspace; the sample's when absent. */
  readonly files?: Readonly<Record<string, string>>;
}): () => EditorUnderTest {
  const root = process.cwd();
  let server: RunningCodeServer | undefined;
  let sample: SampleCopy | undefined;
  let browser: Browser | undefined;
  let editor: EditorUnderTest | undefined;

  before(async function () {
    this.timeout(240_000);
    server = await startCodeServer({ ...options, root, vsix: path.join(root, 'out', 'api-error-codes.vsix') });
    sample = options.files ? createFolder(options.files) : copySample(root);
    browser = await launchChromium(root);
    const workbench = await openWorkbench(browser, server.address, sample.folder);
    editor = { workbench, page: workbench.page, folder: sample.folder };
  });

  afterEach(async function () {
    // A picture of the screen at the failure shows more than the message.
    if (this.currentTest?.state !== 'failed' || editor === undefined) return;
    const name = this.currentTest.fullTitle().replaceAll(/\W+/g, '-');
    await editor.page.screenshot({ path: path.join(root, 'out', 'failures', `${name}.png`) });
  });

  after(async function () {
    this.timeout(30_000);
    await browser?.close();
    await server?.stop();
    sample?.remove();
  });

  return () => {
    if (editor === undefined) throw new Error('The editor has not been started.');
    return editor;
  };
}
