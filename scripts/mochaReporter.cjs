// Mocha's `spec` reporter, which also writes how many tests passed and failed to the file named by TEST_COUNTS:
// a suite in an editor's extension host has no exit code of its own that could say so.
const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

module.exports = class MochaReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures } = this.stats;
      if (process.env.TEST_COUNTS) writeFileSync(process.env.TEST_COUNTS, JSON.stringify({ passed: passes, failed: failures }));
    });
  }
};
