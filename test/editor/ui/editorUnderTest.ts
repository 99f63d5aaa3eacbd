import path from 'node:path';
import type { Page } from 'playwright-core';
import { copySample, createFolder } from '../../../scripts/editor/copySample.ts';
import { startCodeServer } from '../../../scripts/editor/startCodeServer.ts';
import { openWorkbench, type Workbench } from '../../../scripts/editor/workbench.ts';
import { useBrowser } from '../useBrowser.ts';

/** A real VS Code with the packed extension installed, open on a copy of the sample workspace. */
export interface EditorUnderTest {
  readonly workbench: Workbench;
  readonly page: Page;
  /** The workspace's folder: a copy of the sample, or one with the files of the suite. */
  readonly folder: string;
}

/** An editor for the tests of a suite. Nothing here activates the extension: only what a person does may. */
export function useEditor(options: {
  readonly trustEverything: boolean;
  readonly settings?: () => Readonly<Record<string, unknown>>;
  /** The language of the window; English when absent. */
  readonly language?: string;
  /** The files of the workspace; the sample's when absent. */
  readonly files?: Readonly<Record<string, string>>;
}): () => EditorUnderTest {
  return useBrowser(async (browser, root) => {
    const server = await startCodeServer({ ...options, root, vsix: path.join(root, 'out', 'api-error-codes.vsix') });
    const { folder, remove } = options.files ? createFolder(options.files) : copySample(root);
    const stop = async (): Promise<void> => {
      await server.stop();
      remove();
    };
    try {
      const workbench = await openWorkbench(browser, server.address, folder);
      return { editor: { workbench, page: workbench.page, folder }, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  });
}
