import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { waitFor } from './waitFor.ts';

/** Drives a VS Code window as a person does: keys and mouse in, text on the screen out. */
export interface Workbench {
  readonly page: Page;
  /** Opens a file of the workspace by its path, with the cursor at a line (from 1). */
  openFile(file: string, line?: number): Promise<void>;
  /** Runs a command by its title in the palette. */
  runCommand(title: string): Promise<void>;
  /** Moves the mouse onto a text of the active editor and returns the text of the hover, once `expected` is in it. */
  hover(text: string, expected: string): Promise<string>;
  /** Looks a request id up through the palette, and returns the timeline once `expected` is in it. */
  lookUp(requestId: string, expected: string): Promise<string>;
  /** Puts the cursor at the end of a text of the active editor. */
  clickAfter(text: string): Promise<void>;
  /** Applies the quick fix of this title to the diagnostic at the end of a text. */
  applyFix(text: string, title: string): Promise<void>;
  /** Waits for a suggestion of this label. */
  suggestion(label: string): Promise<void>;
  /** The details of the chosen suggestion, once `expected` is in them. */
  suggestionDetails(expected: string): Promise<string>;
  /** Waits until the suggestion of this label is the chosen one, and accepts it. */
  acceptSuggestion(label: string): Promise<void>;
  /** Loads the window anew, as after a restart of the editor. */
  reload(): Promise<void>;
  /** Saves the active editor. */
  save(): Promise<void>;
  /** The active editor's lines that are on the screen. */
  visibleText(): Promise<string>;
}

/**
 * Opens the folder in a window of its own and waits until that can be used.
 * @param folder absent where the editor is served with one
 * @param options size and sharpness of the window
 */
export async function openWorkbench(
  browser: Browser,
  address: string,
  folder: string | undefined,
  options: BrowserContextOptions = { viewport: { width: 1280, height: 800 } },
): Promise<Workbench> {
  // The browser asks a person about the clipboard; here there is no one to answer.
  const context = await browser.newContext({ ...options, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(folder === undefined ? address : `${address}/?folder=${encodeURIComponent(folder)}`);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  return {
    page,
    openFile: (file, line) => openFile(page, file, line),
    runCommand: (title) => runCommand(page, title),
    hover: (text, expected) => hover(page, text, expected),
    lookUp: (requestId, expected) => lookUp(page, requestId, expected),
    clickAfter: (text) => clickAfter(page, text),
    applyFix: (text, title) => applyFix(page, text, title),
    suggestion: (label) => suggestion(page, label),
    suggestionDetails: (expected) => suggestionDetails(page, expected),
    acceptSuggestion: (label) => acceptSuggestion(page, label),
    reload: () => reload(page),
    save: () => save(page),
    visibleText: () => visibleText(page),
  };
}

async function openFile(page: Page, file: string, line?: number): Promise<void> {
  const name = file.slice(file.lastIndexOf('/') + 1);
  await page.keyboard.press('Control+P');
  const input = page.locator('.quick-input-widget .monaco-inputbox input');
  await input.waitFor();
  await input.fill(line === undefined ? file : `${file}:${line}`);
  // The whole name: a file may have others beside it that begin with the same.
  const exactly = new RegExp(`^${name.replaceAll('.', '\\.')}$`);
  await page
    .locator('.quick-input-list .monaco-list-row', { has: page.locator('.label-name', { hasText: exactly }) })
    .first()
    .click();
  await page.locator(`.tab.active[data-resource-name="${name}"]`).first().waitFor();
  await editor(page).locator('.view-line').first().waitFor();
}

async function runCommand(page: Page, title: string): Promise<void> {
  const input = page.locator('.quick-input-widget .monaco-inputbox input');
  const row = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title });
  // The palette of a window that has just opened does not know the commands of extensions yet.
  await waitFor(`the command “${title}”`, async () => {
    await page.keyboard.press('F1');
    // A view that takes the focus just then closes the palette.
    const filled = await input.fill(`>${title}`, { timeout: 3000 }).then(
      () => true,
      () => false,
    );
    // The palette's own input: a key would go to the view that has the focus.
    if (filled && (await appears(row, 3000)))
      return input.press('Enter', { timeout: 3000 }).then(
        () => true,
        () => false,
      );
    await page.keyboard.press('Escape');
    return false;
  });
}

async function hover(page: Page, text: string, expected: string): Promise<string> {
  const contents = page.locator('.monaco-hover:not(.hidden) .hover-contents').filter({ hasText: expected });
  return waitFor(
    `a hover on ${text} that says “${expected}”`,
    async () => {
      const place = await findText(page, text);
      if (place === undefined) return undefined;
      // A hover needs a mouse that arrives: away first, then onto the text in steps.
      await page.mouse.move(0, 0);
      await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2, { steps: 5 });
      const shown = await contents
        .first()
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
      const read = shown ? (await contents.allInnerTexts()).join('\n') : '';
      // It may be gone again.
      return read.includes(expected) ? read : undefined;
    },
    45_000,
  );
}

async function lookUp(page: Page, requestId: string, expected: string): Promise<string> {
  await runCommand(page, 'API Error Codes: Look Up Request ID…');
  await page.locator('.quick-input-title', { hasText: 'Look Up Request ID' }).waitFor();
  await page.locator('.quick-input-widget .monaco-inputbox input').fill(requestId);
  await page.keyboard.press('Enter');
  const rows = timelineRows(page);
  await rows.filter({ hasText: expected }).first().waitFor({ timeout: 45_000 });
  // The first records are there before the end, at which the panel takes the focus: from the next command's input, too.
  await page.locator('.part.panel :focus').first().waitFor();
  const texts = await rows.evaluateAll((elements) =>
    elements.map((row) =>
      ['.label-name', '.label-description'].map((part) => row.querySelector(part)?.textContent ?? '').join('  '),
    ),
  );
  return texts.join('\n');
}

/** The rows of the timeline of a looked-up request. */
export function timelineRows(page: Page): Locator {
  return page.locator('.part.panel .pane-body .monaco-list-row');
}

async function clickAfter(page: Page, text: string): Promise<void> {
  const place = await waitFor(`“${text}” in the editor`, () => findText(page, text));
  await page.mouse.click(place.x + place.width + 1, place.y + place.height / 2);
}

async function applyFix(page: Page, text: string, title: string): Promise<void> {
  await clickAfter(page, text);
  await openFixes(page, title);
  const row = page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  // The list takes no click before the mouse has moved over it.
  await row.hover({ force: true });
  await row.click();
  await page.locator('.action-widget').first().waitFor({ state: 'hidden' });
}

/** Opens the quick fixes at the cursor, again until the one of this title is among them: diagnostics come when they come. */
export async function openFixes(page: Page, title: string): Promise<void> {
  const row = page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  // With the mouse on a name the key would show it as a link.
  await page.mouse.move(0, 0);
  await waitFor(`the quick fix “${title}”`, async () => {
    await page.keyboard.press('Control+.');
    const shown = await appears(row, 3000);
    if (!shown) await page.keyboard.press('Escape');
    return shown;
  });
}

async function suggestion(page: Page, label: string): Promise<void> {
  const row = suggestions(page).filter({ hasText: label }).first();
  await waitFor(`the suggestion ${label}`, async () => {
    if (await appears(row, 3000)) return true;
    await page.keyboard.press('Control+Space');
    return false;
  });
}

async function suggestionDetails(page: Page, expected: string): Promise<string> {
  const details = page.locator('.suggest-details-container .suggest-details', { hasText: expected });
  await waitFor(`“${expected}” about the chosen suggestion`, async () => {
    if (await appears(details, 2000)) return true;
    // With the list open, this key opens the details beside it.
    await page.keyboard.press('Control+Space');
    return false;
  });
  return details.innerText();
}

async function acceptSuggestion(page: Page, label: string): Promise<void> {
  await page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: label }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.suggest-widget.visible').waitFor({ state: 'detached' });
}

function suggestions(page: Page): Locator {
  return page.locator('.suggest-widget.visible .monaco-list-row');
}

async function reload(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load');
  // The editor's own command: a browser's reload gives it no time to write down what was open.
  await runCommand(page, 'Developer: Reload Window');
  await loaded;
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+S');
  await page.locator('.tab.active:not(.dirty)').first().waitFor();
}

function appears(locator: Locator, limit: number): Promise<boolean> {
  return locator.waitFor({ timeout: limit }).then(
    () => true,
    () => false,
  );
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The place on the screen of a text of one line: the first one in the active editor, tokens joined. */
async function findText(page: Page, text: string): Promise<Place | undefined> {
  const place = await editor(page)
    .locator('.view-lines')
    .first()
    .evaluate((lines, wanted) => {
      const plain = (value: string): string => value.replaceAll('\u00a0', ' ');
      for (const line of lines.querySelectorAll('.view-line')) {
        const index = plain(line.textContent ?? '').indexOf(wanted);
        if (index === -1) continue;
        const range = document.createRange();
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let before = 0;
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0;
          if (index >= before && index < before + length) range.setStart(node, index - before);
          const end = index + wanted.length;
          if (end > before && end <= before + length) {
            range.setEnd(node, end - before);
            const { x, y, width, height } = range.getBoundingClientRect();
            return { x, y, width, height };
          }
          before += length;
        }
      }
      return undefined;
    }, text);
  return place;
}

async function visibleText(page: Page): Promise<string> {
  const lines = await editor(page)
    .locator('.view-lines')
    .first()
    .locator('.view-line')
    .evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
        .sort((one, other) => one.top - other.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
  return lines.join('\n');
}

function editor(page: Page): Locator {
  return page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
}
