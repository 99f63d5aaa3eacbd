import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import type http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lookInEngines, now, useEngine } from './support/lookInEngines.ts';
import { id } from './support/useLogFolder.ts';
import { useEngineServer } from './support/useEngineServer.ts';

describe('log engines of AWS', function () {
  this.timeout(20_000);
  const engine = useEngineServer();
  let folder = '';
  const keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE', 'AWS_SHARED_CREDENTIALS_FILE', 'AWS_CONFIG_FILE'];
  let before: NodeJS.ProcessEnv = {};
  const bodies: Readonly<Record<string, unknown>>[] = [];
  const setKeys = (values: NodeJS.ProcessEnv) => {
    for (const key of keys) delete process.env[key];
    const nowhere = path.join(folder, 'missing');
    Object.assign(process.env, {
      AWS_SHARED_CREDENTIALS_FILE: nowhere,
      AWS_CONFIG_FILE: nowhere,
      AWS_EC2_METADATA_DISABLED: 'true',
    });
    Object.assign(process.env, values);
  };
  /** Two pages an hour ago, one of them empty, and one of yesterday. */
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Readonly<Record<string, unknown>>;
    bodies.push(body);
    const isNew = Number(body['startTime']) > now - 7_200_000;
    const event = (age: number) => ({
      logStreamName: 's',
      timestamp: now - age,
      message: `age ${age} ${id}\n`,
      eventId: String(age),
    });
    if (isNew && body['nextToken'] === undefined) response.end(JSON.stringify({ events: [], nextToken: 'second' }));
    else response.end(JSON.stringify({ events: isNew ? [event(2_000), event(1_000)] : [event(20_000_000)] }));
  };
  const look = (groups: string) =>
    lookInEngines(folder, [useEngine({ type: 'cloudwatch', url: engine.address, region: 'eu-central-1', groups })]);
  beforeEach(() => {
    before = { ...process.env };
    bodies.length = 0;
    folder = mkdtempSync(path.join(tmpdir(), 'engines-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    for (const key of [...keys, 'AWS_EC2_METADATA_DISABLED']) delete process.env[key];
    Object.assign(process.env, before);
  });

  it('are asked with a signature, the last hour first, and on to the end of each page', async () => {
    setKeys({ AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'x' });
    engine.answerWith((request, response) => void answer(request, response));
    const { records, skipped } = await look('/aws/lambda/api');
    assert.deepEqual(skipped, []);
    assert.deepEqual(
      records.map(({ file, text }) => [file, text.slice(0, 12).trim()]),
      [
        ['logs/aws/lambda/api', 'age 2000 18b'],
        ['logs/aws/lambda/api', 'age 1000 18b'],
        ['logs/aws/lambda/api', 'age 20000000'],
        ['logs/aws/lambda/api', 'age 20000000'],
      ],
    );
    assert.deepEqual(
      bodies.map(({ startTime, nextToken }) => [now - Number(startTime), nextToken]),
      [
        [3_600_000, undefined],
        [3_600_000, 'second'],
        [86_400_000, undefined],
        [7 * 86_400_000, undefined],
      ],
    );
    assert.match(
      engine.authorizations[0] ?? '',
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/logs\/aws4_request, SignedHeaders=[^,]*host[^,]*, Signature=[0-9a-f]{64}$/,
    );
  });

  it('are named once without credentials', async () => {
    setKeys({});
    const { skipped } = await look('a, b');
    assert.equal(skipped.length, 1);
    assert.match(skipped[0]?.reason ?? '', /^There are no AWS credentials for it/);
    assert.equal(engine.authorizations.length, 0);
  });

  it('are named with the group that is missing, and give the records of others', async () => {
    setKeys({ AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'x' });
    let asked = 0;
    engine.answerWith((request, response) => {
      if (++asked > 1) void answer(request, response);
      else response.writeHead(400).end('{"__type":"ResourceNotFoundException","message":"It does not exist."}');
    });
    const { records, skipped } = await look('a, b');
    assert.deepEqual(
      skipped.map(({ reason }) => reason),
      ['a: It answered 400: ResourceNotFoundException: It does not exist.'],
    );
    assert.ok(records.every(({ file }) => file === 'logs/b') && records.length > 0);
  });
});
