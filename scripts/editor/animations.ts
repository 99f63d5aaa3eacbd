import { timelineRows, openFixes, type Workbench } from './workbench.ts';

/** Takes a frame of the window. @param milliseconds how long it is shown */
type TakeFrame = (milliseconds: number) => Promise<void>;

/** The animated pictures by the names of their files: each walks through a task and takes its frames on the way. */
export const animations: Readonly<Record<string, (workbench: Workbench, take: TakeFrame) => Promise<void>>> = {
  fixes: async (workbench, take) => {
    const { page } = workbench;
    await page.keyboard.press('Escape');
    await workbench.openFile('src/handleError.ts', 1);
    await page.locator('.squiggly-warning').first().waitFor();
    await workbench.hover('switch', '21 Pikzels API error codes');
    await take(3000);
    await workbench.clickAfter('switch (error.code)');
    await take(800);
    await openFixes(page, 'Add all');
    await take(2500);
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Add all' }).first();
    // The list takes no click before the mouse has moved over it.
    await fix.hover({ force: true });
    await take(800);
    await fix.click();
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    await workbench.openFile('src/handleError.ts', 34);
    await page.locator('.view-line', { hasText: 'CANNOT_DELETE_PROCESSING' }).first().waitFor();
    await take(3500);
    await page.keyboard.press('Control+Z');
  },
  timeline: async (workbench, take) => {
    const { page } = workbench;
    const input = page.locator('.quick-input-widget .monaco-inputbox input');
    await workbench.openFile('src/pikzelsClient.ts');
    await page.keyboard.press('F1');
    await input.fill('>Look Up Request ID');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Look Up Request ID' }).waitFor();
    await take(1500);
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget', { hasText: 'Request ID' }).waitFor();
    await input.fill('3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36');
    await take(1500);
    await page.keyboard.press('Enter');
    await timelineRows(page).filter({ hasText: 'worker.log.1.gz' }).first().waitFor();
    await page.locator('.part.panel', { hasText: '5 records' }).waitFor();
    await page.locator('.notification-toast').first().waitFor({ state: 'detached' });
    await take(3000);
    await timelineRows(page).filter({ hasText: 'worker.log:3' }).click();
    await page.locator('.statusbar-item', { hasText: 'Ln 3' }).waitFor();
    await take(3500);
  },
};
