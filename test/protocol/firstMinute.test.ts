import assert from 'node:assert/strict';
import { waitFor } from '../../scripts/editor/waitFor.ts';
import type { ExplainResult, StatusParams } from '../../server/src/protocol/protocol.ts';
import type { TestClient } from './support/testClient.ts';
import { switchText, useServer } from './support/useServer.ts';

const ownCatalogue = `id: mail
title: Mail API
codes:
  - code: OUT_OF_QUOTA
    status: 429
    cause: The month's mails are used up.
`;

describe('The first minute', () => {
  const own = useServer();
  /** The last status that the client was given. */
  const statusOf = (client: TestClient): (() => StatusParams | undefined) => {
    let status: StatusParams | undefined;
    client.connection.onNotification('$/apiErrorCodes/status', (params: StatusParams) => void (status = params));
    return () => status;
  };
  const titles = (status: StatusParams | undefined): readonly string[] | undefined =>
    status?.catalogues.map(({ title }) => title);
  const explain = (client: TestClient, params: object): Promise<ExplainResult> =>
    client.connection.sendRequest('apiErrorCodes/explain', params);

  it('names no API where none shows: not in the status, not in a list', async () => {
    own.folder.put('package.json', '{"name":"x"}');
    const client = await own.start();
    const status = statusOf(client);
    const uri = own.folder.uri('src/other.ts');
    await client.open(uri, switchText.replace('INSUFFICIENT_CREDITS', 'NOT_FOUND').replace('GENERATION_TIMEOUT', 'CONFLICT'));
    await client.pull(uri);
    await waitFor('the status', () => status());
    assert.deepEqual(titles(status()), []);
    assert.deepEqual(await explain(client, {}), { codes: [] });
  });

  it('names an API once a document shows it, saved or not', async () => {
    own.folder.put('package.json', '{"name":"x"}');
    const client = await own.start();
    const status = statusOf(client);
    const uri = own.folder.uri('src/new.ts');
    await client.open(uri, '');
    await client.pull(uri);
    await client.change(uri, 2, "fetch('https://api.pikzels.com');\n");
    await client.pull(uri);
    await waitFor('the API in the status', () => titles(status())?.includes('Pikzels API'));
    assert.equal(status()?.catalogues[0]?.codes, 31);
  });

  it('lists the codes of the APIs that show and of no other, and knows the one at the cursor', async () => {
    own.folder.put('package.json', '{"name":"x"}');
    own.folder.put('mail.error-codes.yaml', ownCatalogue);
    const client = await own.start();
    const uri = own.folder.uri('src/send.ts');
    await client.open(uri, "if (err.code === 'OUT_OF_QUOTA') retry();\n");
    const answer = await explain(client, { cursor: { uri, position: { line: 0, character: 22 } } });
    assert.deepEqual(
      answer.codes.map(({ code, catalogue }) => `${code} ${catalogue}`),
      ['OUT_OF_QUOTA Mail API'],
    );
    assert.equal(answer.at, 'OUT_OF_QUOTA');
    assert.equal((await explain(client, { cursor: { uri, position: { line: 0, character: 2 } } })).at, undefined);
    // A code that is named is looked up everywhere.
    assert.match((await explain(client, { code: 'INSUFFICIENT_CREDITS' })).markdown ?? '', /402 Payment Required/);
  });
});
