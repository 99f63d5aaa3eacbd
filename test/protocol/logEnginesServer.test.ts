import assert from 'node:assert/strict';
import type { EngineContextResult, LogEngineItem, LookupParams, LookupResult } from '../../server/src/protocol/lookupProtocol.ts';
import { id } from './support/useLogFolder.ts';
import { answerLoki, useEngineServer } from './support/useEngineServer.ts';
import { useServer } from './support/useServer.ts';

const secret = 'Bearer hunter2hunter2';

describe('log engines over LSP', function () {
  this.timeout(20_000);
  const server = useServer();
  const loki = useEngineServer();
  const engines = () => ({ production: { type: 'loki', url: `${loki.address}/`, fields: 'none' } });
  /** Starts a server for a user with the engine, and gives what looks an id up. */
  const start = async (options: object = {}, section: object = { lookup: { engines: engines() } }) => {
    const client = await server.start({
      capabilities: { workspace: { configuration: true } },
      configuration: () => section,
      initializationOptions: options,
    });
    return {
      ...client,
      lookUp: (params: Partial<LookupParams> = {}) =>
        client.connection.sendRequest<LookupResult>('apiErrorCodes/lookup', { requestId: id, ...params }),
    };
  };
  const recent = () => answerLoki([{ ns: BigInt(Date.now() - 60_000) * 1_000_000n, text: `failed with 402, request_id=${id}` }]);

  it('of the user are named, asked, and reported', async () => {
    loki.answerWith(recent());
    const { connection, lookUp } = await start();
    assert.deepEqual(await connection.sendRequest<readonly LogEngineItem[]>('apiErrorCodes/logEngines'), [
      { name: 'production', title: 'Grafana Loki', hasTwoKeys: false, address: loki.address },
    ]);
    const { records, searched, refused, report } = await lookUp();
    assert.deepEqual(
      records.map(({ source, file, uri, line, text }) => [source, file, uri, line, text]),
      [['production', 'production/api', undefined, 1, `failed with 402, request_id=${id}`]],
    );
    assert.deepEqual([searched.sources.at(-1), refused], ['production (Grafana Loki, last 7 days)', []]);
    assert.match(report, /`production\/api`\n/);
  });

  it('are sent credentials for their address, and those for no other', async () => {
    const { lookUp } = await start();
    await lookUp({ credentials: [{ address: loki.address, authorization: secret }] });
    await lookUp({ credentials: [{ address: 'https://logs.example.com', authorization: secret }] });
    assert.deepEqual(loki.authorizations, [secret, undefined]);
  });

  it('that want credentials are named', async () => {
    loki.answerWith((_, response) => response.writeHead(401).end());
    const { lookUp } = await start();
    const { refused, skipped } = await lookUp();
    assert.deepEqual(refused, ['production']);
    assert.deepEqual(skipped, [{ file: 'production (Grafana Loki)', reason: 'It answered 401. It asks for credentials.' }]);
  });

  it('are not asked in restricted mode', async () => {
    const { lookUp } = await start({ trusted: false });
    assert.deepEqual((await lookUp()).searched.sources, [server.folder.root]);
    assert.deepEqual(loki.authorizations, []);
  });

  for (const write of [
    (value: string) => `{ "lookup": { "engines": ${value} } }`,
    (value: string) => `lookup.engines: ${value}\n`,
    (value: string) => `lookup:\n  maxRecords: 10\n  engines: ${value}\n`,
  ])
    it(`are not what a folder names: ${write('…')}`, async () => {
      server.folder.put('api-error-codes.yaml', write(JSON.stringify(engines())));
      const { lookUp, logged } = await start({}, {});
      assert.deepEqual((await lookUp()).searched.sources, [server.folder.root]);
      assert.ok(
        logged.some((message) =>
          /^api-error-codes\.yaml:\d:\d+: apiErrorCodes\.lookup\.engines only counts in your own/.test(message),
        ),
        logged.join('\n'),
      );
      assert.deepEqual(loki.authorizations, []);
    });

  it('are not what a folder puts behind the settings of a user', async () => {
    server.folder.put('api-error-codes.yaml', `lookup:\n  __proto__: { engines: ${JSON.stringify(engines())} }\n`);
    const { lookUp } = await start({}, { lookup: { maxRecords: 10 } });
    assert.deepEqual((await lookUp()).searched.sources, [server.folder.root]);
    assert.deepEqual(loki.authorizations, []);
  });

  it('give what was logged before and after a record, as much as can be read', async () => {
    const begun = BigInt(Date.now() - 3_600_000) * 1_000_000n;
    // One a tenth of a second; the wanted one has two lines.
    const lines = Array.from({ length: 1_000 }, (_, index) => ({
      // Two have one time.
      ns: begun + BigInt(index === 501 ? 500 : index) * 100_000_000n,
      text: index === 500 ? `failed, request_id=${id}\n  at charge` : `{"line":${index}}`,
    }));
    loki.answerWith(answerLoki(lines.toReversed()));
    const { connection, lookUp } = await start();
    const [record] = (await lookUp()).records;
    const around = await connection.sendRequest<EngineContextResult>('apiErrorCodes/engineContext', {
      engine: record?.source,
      ...record?.origin,
      text: record?.text,
      credentials: [{ address: loki.address, authorization: secret }],
    });
    const shown = around.text.split('\n');
    assert.deepEqual([shown[0], shown.at(-2), around.line], ['{"line":302}', '{"line":701}', 199]);
    assert.match(shown[around.line - 1] ?? '', /^\d{4}-\d\d-\d\dT[\d:.]{18}Z failed, request_id=/);
    assert.deepEqual(shown.slice(around.line, around.line + 2), ['  at charge', '{"line":501}']);
    assert.equal(loki.authorizations.at(-1), secret);
  });

  for (const [atStart, now] of [
    [false, true],
    [true, false],
  ])
    it(`are asked about a record as long as the folder is trusted: ${atStart} at start, then ${now}`, async () => {
      const place = { engine: 'production', stream: '{app="api"}', time: '1', text: 'x' };
      const { connection } = await start({ trusted: atStart });
      for (const trusted of [now, 'true']) await connection.sendRequest('apiErrorCodes/engineContext', { ...place, trusted });
      assert.equal(loki.authorizations.length, now ? 1 : 0);
    });

  it('give nothing around a record that they do not have, or that is not theirs', async () => {
    const { connection } = await start();
    const place = { engine: 'production', stream: '{app="api"}', time: '1', text: 'x' };
    for (const params of [
      place,
      { ...place, engine: 'other' },
      { ...place, time: '-1' },
      { ...place, stream: 1 },
      { ...place, text: 1 },
      {},
    ])
      assert.equal(await connection.sendRequest('apiErrorCodes/engineContext', params), null);
    assert.equal(loki.authorizations.length, 1);
  });

  it('that are set wrongly are reported, and others asked', async () => {
    loki.answerWith(recent());
    const { lookUp, logged } = await start({}, { lookup: { engines: { ...engines(), other: { type: 'splunk' } } } });
    assert.equal((await lookUp()).records.length, 1);
    const told =
      'apiErrorCodes.lookup.engines.other.type must be one of cloudwatch, datadog, elasticsearch, jaeger, loki, tempo, victorialogs, zipkin.';
    assert.ok(logged.includes(told), logged.join('\n'));
  });
});
