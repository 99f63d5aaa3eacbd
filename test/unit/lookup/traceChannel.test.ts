import assert from 'node:assert/strict';
import type { LogOutputChannel } from 'vscode';
import { createTraceChannel } from '../../../client/src/traceChannel.ts';

describe('the messages between client and server', () => {
  it('is written down without credentials', () => {
    const written: string[] = [];
    const output = { name: 'API Error Codes', trace: (message: string) => void written.push(message) };
    const channel = createTraceChannel(output as unknown as LogOutputChannel);
    const params = { credentials: [{ address: 'https://a.example', authorization: 'Basic "\\' }, { authorization: 'Bearer b' }] };
    channel.trace(`Params: ${JSON.stringify(params, undefined, 4)}`);
    channel.trace(JSON.stringify({ params }));
    for (const message of written) {
      assert.doesNotMatch(message, /Basic|Bearer/);
      assert.match(message, /a\.example/);
    }
    assert.deepEqual(JSON.parse(written[1] ?? ''), {
      params: { credentials: [{ address: 'https://a.example', authorization: '…' }, { authorization: '…' }] },
    });
  });
});
