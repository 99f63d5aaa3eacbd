import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { waitFor } from '../../../scripts/editor/waitFor.ts';
import { journey } from '../journeys.ts';
import { useEditor } from './editorUnderTest.ts';

const catalogue = `id: harbour
title: Harbour API
detect: { hosts: [api.harbour.test] }
codes:
  - { code: TIDE_TOO_LOW, status: 503, cause: The water is too low, retry: backoff }
  - { code: BERTH_TAKEN, status: 409, cause: A ship is there already, retry: never }
  - { code: CREW_MISSING, status: 409, cause: Nobody is on board }
classes:
  - { name: HarbourError, in: { typescript: ['@harbour/sdk'] } }
  - { name: TideError, in: { typescript: ['@harbour/sdk'] }, extends: HarbourError, codes: [TIDE_TOO_LOW], retry: backoff }
  - { name: BerthError, in: { typescript: ['@harbour/sdk'] }, extends: HarbourError, status: 409, cause: The berth cannot be used }
  - { name: FogError, in: { typescript: ['@harbour/sdk'] }, extends: HarbourError, cause: Nothing is seen }
`;
const source = `import { BerthError, TideError } from '@harbour/sdk';

export function land(error: unknown): string {
  if (error instanceof TideError) {
    return 'wait';
  } else if (error instanceof BerthError) {
    return 'leave';
  }
  throw error;
}
`;
const sites = `// Talks to api.harbour.test.
export function first(error: { code: string }): number {
  switch (error.code) {
    case 'TIDE_TOO_LOW':
      return 1;
    case 'BERTH_TAKEN':
      return 2;
  }
  return 3;
}

export function second(error: { code: string }): number {
  switch (error.code) {
    case 'CREW_MISSING':
      return 1;
    case 'BERTH_TAKEN':
      return 2;
  }
  return 3;
}
`;

journey('code', 'error classes', function () {
  this.timeout(60_000);
  const editor = useEditor({ trustEverything: true });

  it('explains a class on hover, and adds those that a place leaves out', async () => {
    const { workbench, folder } = editor();
    writeFileSync(path.join(folder, 'harbour.error-codes.yaml'), catalogue);
    mkdirSync(path.join(folder, 'src'), { recursive: true });
    writeFileSync(path.join(folder, 'src', 'land.ts'), source);
    await workbench.openFile('src/land.ts');
    const text = await workbench.hover('BerthError) {', 'Covers');
    assert.match(text, /BerthError · 409 Conflict · Harbour API/);
    assert.match(text, /The berth cannot be used\./);
    assert.match(text, /Covers BERTH_TAKEN \(409\), CREW_MISSING \(409\)\./);

    await workbench.applyFix('if (error', 'Add the missing class FogError');
    await workbench.save();
    const saved = await waitFor('the fix on disk', () => {
      const now = readFileSync(path.join(folder, 'src', 'land.ts'), 'utf8');
      return now.includes('instanceof FogError') && now;
    });
    assert.match(saved, /^import \{ BerthError, TideError, FogError \} from '@harbour\/sdk';$/m);
    assert.match(saved, /throw new Error\('FogError is not handled yet'\);/);
  });

  it('completes the places of a file with one command', async () => {
    const { workbench, folder } = editor();
    writeFileSync(path.join(folder, 'src', 'sites.ts'), sites);
    await workbench.openFile('src/sites.ts');
    await editor().page.locator('.squiggly-warning').nth(1).waitFor();
    await workbench.runCommand('API Error Codes: Add All Missing Cases in This File');
    await waitFor('both cases in the editor', async () => {
      const shown = await workbench.visibleText();
      return shown.includes("'CREW_MISSING is not handled yet'") && shown.includes("'TIDE_TOO_LOW is not handled yet'");
    });
    await workbench.save();
    const saved = await waitFor('them on disk', () => {
      const now = readFileSync(path.join(folder, 'src', 'sites.ts'), 'utf8');
      return now.includes('CREW_MISSING is not handled yet') && now;
    });
    assert.match(saved, /TIDE_TOO_LOW is not handled yet/);
  });
});
