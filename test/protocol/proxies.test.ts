import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import type { LookupResult } from '../../server/src/protocol/lookupProtocol.ts';
import { createTestFolder } from './support/testClient.ts';
import { answerLoki, useEngineServer } from './support/useEngineServer.ts';
import { id } from './support/useLogFolder.ts';
import { useServer } from './support/useServer.ts';

/** The name that only the proxy knows. */
const host = 'loki.example.invalid';

describe('log engines behind a proxy', function () {
  this.timeout(20_000);
  const loki = useEngineServer();
  const server = useServer();
  const tunnels: string[] = [];
  let asked: (string | undefined)[] = [];
  const proxy = http.createServer();
  proxy.on('connect', ({ url, headers }, socket: net.Socket) => {
    tunnels.push(String(url));
    asked.push(headers['proxy-authorization']);
    const engine = net.connect(Number(new URL(loki.address).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      engine.pipe(socket).pipe(engine);
    });
    for (const end of [engine, socket]) end.on('error', () => socket.destroy());
  });
  const address = () => `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  let folder: ReturnType<typeof createTestFolder>;

  before(async () => {
    await once(proxy.listen(0, '127.0.0.1'), 'listening');
  });
  after(() => void proxy.close());
  beforeEach(() => {
    folder = createTestFolder();
    tunnels.length = 0;
    asked = [];
    loki.answerWith(answerLoki([{ ns: BigInt(Date.now() - 60_000) * 1_000_000n, text: `failed, request_id=${id}` }]));
  });
  afterEach(() => folder.remove());

  /** Looks the id up with the command line. */
  const lookUp = async (url: string, variables: NodeJS.ProcessEnv) => {
    folder.put('engines.json', JSON.stringify({ production: { type: 'loki', fields: 'none', days: 1, url } }));
    const child = spawn(process.execPath, [path.resolve('dist/cli.cjs'), 'lookup', id, '--engines', 'engines.json'], {
      cwd: folder.root,
      env: { PATH: process.env['PATH'], HOME: folder.root, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    const [status] = (await once(child, 'close')) as [number];
    return { status, stdout, stderr };
  };

  for (const name of ['http_proxy', 'HTTP_PROXY']) {
    it(`are reached through the proxy of ${name}`, async () => {
      const { status, stdout } = await lookUp(`http://${host}`, { [name]: `http://user:pass%20word@${address()}/` });
      assert.deepEqual([status, tunnels], [0, [`${host}:80`]]);
      assert.match(stdout, /production\/api/);
      assert.deepEqual(asked, [`Basic ${Buffer.from('user:pass word').toString('base64')}`]);
    });
  }

  it('are reached straight where they are exceptions, or on this machine', async () => {
    const local = await lookUp(loki.address, { http_proxy: `http://${address()}` });
    assert.deepEqual([local.status, tunnels], [0, []]);
    const { status, stderr } = await lookUp(`http://${host}`, { http_proxy: `http://${address()}`, NO_PROXY: '.invalid' });
    assert.deepEqual([status, tunnels], [2, []]);
    assert.match(stderr, /It cannot be reached \(the proxy http:\/\/127\.0\.0\.1:\d+ is set\): /);
  });

  it('are named with the proxy that refuses, without its password', async () => {
    const { status, stderr } = await lookUp(`http://${host}`, { http_proxy: 'http://user:hunter2@127.0.0.1:9' });
    assert.equal(status, 2);
    assert.match(stderr, /It cannot be reached \(the proxy http:\/\/127\.0\.0\.1:9 is set\): /);
    assert.doesNotMatch(stderr, /hunter2/);
  });

  it('are not asked when the address of the proxy is invalid', async () => {
    const { status, stderr } = await lookUp(`http://${host}`, { http_proxy: 'socks5://127.0.0.1:1080' });
    assert.equal(status, 2);
    assert.match(stderr, /The address of the proxy \(http_proxy\) is not one of http or https/);
  });

  it('are reached through the proxy of the editor’s settings', async () => {
    const engines = { production: { type: 'loki', url: `http://${host}`, fields: 'none', days: 1 } };
    const sections: Readonly<Record<string, unknown>> = {
      apiErrorCodes: { lookup: { engines } },
      'http.proxy': `http://${address()}`,
    };
    const { connection } = await server.start({
      capabilities: { workspace: { configuration: true } },
      configuration: (_, section = '') => sections[section],
    });
    const { records } = await connection.sendRequest<LookupResult>('apiErrorCodes/lookup', { requestId: id });
    assert.deepEqual([records.length, tunnels], [1, [`${host}:80`]]);
  });
});
