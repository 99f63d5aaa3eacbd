import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the engine answers a request. */
export type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => void;

/** A line that the engine keeps, with its time in nanoseconds since 1970. */
export interface KeptLine {
  readonly ns: bigint;
  readonly text: string;
}

/** Answers as a Loki with these lines of one service, the newest first. Only filters count. */
export function answerLoki(lines: readonly KeptLine[]): Answer {
  return ({ url = '' }, response) => {
    const { searchParams } = new URL(url, 'http://localhost');
    const value = (name: string) => BigInt(searchParams.get(name) ?? '');
    // Engines find words in any case.
    const [, wanted = ''] = / \|[=~] "(\w*)/.exec(searchParams.get('query')?.toLowerCase() ?? '') ?? [];
    const within = lines.filter(
      ({ ns, text }) => ns >= value('start') && ns < value('end') && text.toLowerCase().includes(wanted),
    );
    const ordered = searchParams.get('direction') === 'forward' ? within.toReversed() : within;
    const asked = ordered.slice(0, Number(value('limit')));
    const values = asked.map(({ ns, text }) => [String(ns), text]);
    response.end(JSON.stringify({ data: { resultType: 'streams', result: [{ stream: { app: 'api' }, values }] } }));
  };
}

/** A server with answers that a test sets, for the tests of a suite. Call it once in a `describe`. */
export function useEngineServer() {
  let answer = answerLoki([]);
  let authorizations: (string | undefined)[] = [];
  const server = http.createServer((request, response) => {
    authorizations.push(request.headers.authorization);
    answer(request, response);
  });
  before(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  beforeEach(() => {
    authorizations = [];
    answer = answerLoki([]);
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    get address() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    /** The header of each request since the test began. */
    get authorizations(): readonly (string | undefined)[] {
      return authorizations;
    },
    answerWith(next: Answer): void {
      answer = next;
    },
  };
}
