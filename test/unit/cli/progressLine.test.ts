import assert from 'node:assert/strict';
import { createProgressLine } from '../../../server/src/cli/progressLine.ts';

describe('the progress of a look-up', () => {
  it('names the log engines that are waited for, with what files had so far', async () => {
    const shown = await new Promise<string>((resolve) => {
      const line = createProgressLine({ progress: true, redraw: resolve });
      line.show(76, 1);
      line.waitFor(['production (Grafana Loki)']);
    });
    assert.match(shown, /^Searching… 76 bytes, 1 record, waiting for production \(Grafana Loki\)/);
  });

  it('is not drawn where standard error is no terminal, and leaves nothing behind', () => {
    const line = createProgressLine({ progress: false, redraw: () => assert.fail('drawn') });
    line.show(1, 1);
    line.waitFor(['production']);
    line.clear();
  });
});
