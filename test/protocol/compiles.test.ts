import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyEdits, createTestService, pikzelsWorkspace, testDocument, testFacts } from '../unit/support/testService.ts';
import { compiledSources } from './support/compiledSources.ts';

const here = testFacts({ inWorkspace: pikzelsWorkspace });

/** Adds all missing cases to every site of a text, one after the other. */
async function fixAll(source: string, languageId: string): Promise<string> {
  let text = source;
  for (let round = 0; round < 20; round += 1) {
    const service = createTestService();
    const actions = await service.provideCodeActions(testDocument(text, languageId), here, { start: 0, end: text.length });
    const action = actions.find(({ title }) => /^Add (all|the missing case)/.test(title));
    if (!action) break;
    text = applyEdits(text, action.edits);
    service.forget('file:///src/client.ts');
  }
  return text;
}

describe('the code of a fix compiles', () => {
  for (const { languageId, file, source, sites, command } of compiledSources) {
    it(`in ${languageId}`, async function () {
      this.timeout(60_000);
      const fixed = await fixAll(source, languageId);
      assert.equal(fixed.split('SMART_BALANCE_PAYMENT_FAILED is not handled yet').length - 1, sites, fixed);
      const folder = mkdtempSync(join(tmpdir(), 'api-error-codes-'));
      try {
        writeFileSync(join(folder, file), fixed);
        const [program, ...args] = command;
        const { error, status, stderr, stdout } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
        if (error) {
          process.stdout.write(`      skipped: there is no ${program} here\n`);
          this.skip();
        }
        assert.equal(status, 0, `${stdout}${stderr}\n${fixed}`);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});
