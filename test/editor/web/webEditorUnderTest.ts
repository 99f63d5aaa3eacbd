import type { Page } from 'playwright-core';
import { createFolder } from '../../../scripts/editor/copySample.ts';
import { startWebEditor } from '../../../scripts/editor/startWebEditor.ts';
import { openWorkbench, type Workbench } from '../../../scripts/editor/workbench.ts';
import { useBrowser } from '../useBrowser.ts';

/** VS Code for browsers with the packed extension, open on a folder of a virtual file system. */
export interface WebEditorUnderTest {
  readonly workbench: Workbench;
  readonly page: Page;
  /** The errors that the browser's console has got. */
  readonly errors: readonly string[];
}

/** An editor for the tests of a suite, with these files in its folder. */
export function useWebEditor(files: Readonly<Record<string, string>>): () => WebEditorUnderTest {
  return useBrowser(async (browser, root) => {
    const extension = process.env['EXTENSION_FOLDER'];
    if (extension === undefined) throw new Error('EXTENSION_FOLDER must name the unpacked extension.');
    const { folder, remove } = createFolder(files);
    const server = await startWebEditor(root, { extension, folder });
    const stop = async (): Promise<void> => {
      await server.stop();
      remove();
    };
    try {
      const workbench = await openWorkbench(browser, server.address, undefined);
      const errors: string[] = [];
      workbench.page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
      workbench.page.on('pageerror', (error) => void errors.push(error.message));
      return { editor: { workbench, page: workbench.page, errors }, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  });
}
