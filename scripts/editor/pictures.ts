import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** Brings a feature onto the screen and returns the parts that the picture must contain. */
export type Show = (workbench: Workbench) => Promise<readonly Locator[]>;

/** The pictures by the names of their files. */
export const pictures: Readonly<Record<string, Show>> = {
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
};

/** The line of the active editor that has this text. */
function line(workbench: Workbench, text: string): Locator {
  return workbench.page.locator('.view-line', { hasText: text.replaceAll(' ', '\u00a0') }).first();
}

function hovers(workbench: Workbench): Locator {
  return workbench.page.locator('.monaco-hover:not(.hidden)').first();
}
