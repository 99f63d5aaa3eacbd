import path from 'node:path';
import Mocha from 'mocha';
// Bundled into this module: they register with mocha when `load` calls them.
import { describeExtension } from './extension.test.ts';

/** The function that an editor calls in its extension host; rejects when a test fails. */
export async function run(): Promise<void> {
  const root = process.env['TEST_ROOT'] ?? process.cwd();
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: path.join(root, 'scripts', 'mochaReporter.cjs') });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  describeExtension();
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
