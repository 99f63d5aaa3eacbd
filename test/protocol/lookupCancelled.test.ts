import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { runLookup } from '../../server/src/cli/commands/runLookup.ts';

describe('runLookup', () => {
  for (const format of ['pretty', 'json'] as const) {
    it(`reports in ${format} that it was cancelled, and exits with 2`, async () => {
      let out = '';
      const code = await runLookup({
        wanted: { requestIds: ['req-1'] },
        window: {},
        commands: {},
        related: false,
        follow: false,
        context: 0,
        paths: [tmpdir()],
        folders: [],
        globs: [],
        format,
        catalogues: () => Promise.resolve([]),
        workingDirectory: tmpdir(),
        maxRecords: 10,
        streams: {
          out: (text) => (out += text),
          document: (text) => (out += text),
          commands: () => undefined,
          flushed: () => Promise.resolve(true),
          error: () => undefined,
          errorLines: () => undefined,
          redraw: () => undefined,
          colours: false,
          progress: false,
        },
        signal: AbortSignal.abort(),
      });
      assert.equal(code, 2);
      assert.match(out, format === 'json' ? /"cancelled": true/ : /The search was cancelled: this is a part/);
    });
  }
});
