// Mocha's `spec` reporter, which also adds how many tests passed and failed, and the titles and errors of those that failed, to
// the file named by TEST_COUNTS. A suite in an editor's extension host cannot report it in a different way, and one suite may run
// in several editors.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

module.exports = class MochaReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const titles = [];
    runner.on(Runner.constants.EVENT_TEST_FAIL, (test, error) => {
      titles.push(`${test.fullTitle()}: ${error?.message ?? error}`.split('\n').slice(0, 3).join(' ').slice(0, 400));
    });
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures } = this.stats;
      const file = process.env.TEST_COUNTS;
      if (!file) return;
      const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, titles: [] };
      const passed = before.passed + passes;
      writeFileSync(file, JSON.stringify({ passed, failed: before.failed + failures, titles: [...before.titles, ...titles] }));
    });
  }
};
