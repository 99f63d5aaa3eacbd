import assert from 'node:assert/strict';
import type { CompletionList, Hover } from 'vscode-languageserver/node';
import { runCommand } from './support/runCommand.ts';
import { createTestFolder, startClient, type TestClient, waitFor } from './support/testClient.ts';

const python = `import time
import psycopg
from psycopg import errors

def save(conn, row):
    while True:
        try:
            return conn.execute("insert", row)
        except errors.NotNullViolation:
            time.sleep(1)
            continue
        except psycopg.OperationalError:
            raise

def name(e):
    if e.sqlstate == "23505":
        return "duplicate"
    elif e.sqlstate == "40P02":
        return "again"
    elif e.sqlstate == "42P01":
        return "no table"
`;
const lookAlike = python
  .replace(/^(?:import|from) .*psycopg.*\n/gm, '')
  .replace('import time\n', 'import time\nprovider = "psycopg"\n');

describe('catalogues that ship', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  let client: TestClient | undefined;

  beforeEach(() => {
    folder = createTestFolder();
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    folder.remove();
  });

  const run = (...args: string[]) => runCommand(args, folder.root);
  const findings = async () => {
    const { out } = await run('check', '--format', 'json');
    const report = JSON.parse(out) as { findings: { line: number; rule: string; severity: string; catalogue: string }[] };
    return report.findings.map(({ line, rule, severity, catalogue }) => `${line} ${rule} ${severity} ${catalogue}`);
  };
  const inUse = async () => {
    const { out } = await run('catalogue', 'list', '--format', 'json');
    return (JSON.parse(out) as { catalogues: { id: string }[] }).catalogues.map(({ id }) => id).sort();
  };

  describe('on the command line', () => {
    it('are in use where a file imports a module of the API', async () => {
      folder.put('a.py', python);
      assert.deepEqual(await findings(), ['9 pointless-retry information postgresql', '18 unknown-code warning postgresql']);
      assert.deepEqual(await inUse(), ['pikzels', 'postgresql']);
      const { out } = await run('coverage');
      assert.match(out, /^ {2}23505 +1 × +a\.py:16$/m);
    });

    it('are not in use where only the words are alike', async () => {
      folder.put('a.py', lookAlike);
      assert.deepEqual(await findings(), []);
      assert.deepEqual(await inUse(), ['pikzels']);
      assert.match((await run('check')).out, /^Nothing was checked: no API with known error codes shows/);
    });

    it('leave alone what other systems number as they do', async () => {
      folder.put('package.json', '{\n  "dependencies": {\n    "mysql2": "^3.0.0",\n    "mongodb": "^6.0.0"\n  }\n}\n');
      folder.put(
        'a.ts',
        `const CLOSE_CODES = { 1006: 'broken', 1009: 'too large', 1011: 'failed' };
export const explain = (event: { code: number }) => {
  switch (event.code) {
    case 1009:
      return 'too large';
    case 1011:
      return 'failed';
  }
  return CLOSE_CODES[event.code];
};
`,
      );
      assert.deepEqual(await inUse(), ['mongodb', 'mysql', 'pikzels']);
      assert.deepEqual(await findings(), []);
    });

    it('count codes of their own form in every package, once one of them has the API', async () => {
      folder.put('app/package.json', '{ "dependencies": { "@acme/db": "workspace:*" } }');
      folder.put('app/save.ts', "export const isTwice = (error: { code: string }) => error.code === 'P2002';\n");
      assert.deepEqual(await inUse(), ['pikzels']);
      folder.put('db/package.json', '{ "dependencies": { "@prisma/client": "^6.0.0" } }');
      folder.put('db/client.ts', "export * from '@prisma/client';\n");
      assert.deepEqual(await inUse(), ['pikzels', 'prisma']);
      assert.match((await run('coverage')).out, /P2002 .*app\/save\.ts:1/);
    });

    it('can be switched off, and stay out with the built-in ones', async () => {
      folder.put('a.py', python);
      assert.equal((await run('explain', '23505', '--no-builtin')).code, 1);
      folder.put('api-error-codes.json', '{ "catalogues": { "postgresql": { "enabled": false } } }');
      assert.deepEqual(await findings(), []);
      assert.deepEqual(await inUse(), ['pikzels']);
      assert.equal((await run('explain', '23505')).code, 1);
    });

    it('give way to one of the user’s for the same API', async () => {
      folder.put('a.py', python);
      folder.put(
        'db.error-codes.yaml',
        'id: db\ntitle: Our database\ndetect: { modules: [psycopg] }\ncodes:\n  - { code: "23505", cause: Ours }\n',
      );
      assert.deepEqual(await inUse(), ['db', 'pikzels']);
      assert.match((await run('explain', '23505')).out, /^23505 · Our database\nOurs$/m);
    });

    it('explain a code where their API does not show, and say so', async () => {
      const { code, out, error } = await run('explain', '40P01');
      assert.equal(code, 0);
      assert.match(out, /^40P01 · deadlock_detected · PostgreSQL\n/);
      assert.match(error, /^PostgreSQL does not show in this folder/);
    });

    it('know the classes and codes of SDKs in Python', async () => {
      folder.put(
        'a.py',
        `import time
import anthropic
from openai import BadRequestError, RateLimitError

def ask(call):
    for attempt in range(5):
        try:
            return call()
        except anthropic.OverloadedError:
            time.sleep(2**attempt)
            continue
        except anthropic.AuthenticationError:
            time.sleep(2**attempt)
            continue

def ask_other(call):
    for attempt in range(5):
        try:
            return call()
        except RateLimitError:
            time.sleep(2**attempt)
            continue
        except BadRequestError:
            time.sleep(2**attempt)
            continue
`,
      );
      assert.deepEqual(await inUse(), ['anthropic', 'openai', 'pikzels']);
      assert.deepEqual(await findings(), ['12 pointless-retry information anthropic', '23 pointless-retry information openai']);
      assert.match((await run('coverage')).out, /^ {2}overloaded_error +529 +1 × +a\.py:9$/m);
    });

    it('know the classes and codes of SDKs in TypeScript, and ask for no codes below a class of all errors', async () => {
      folder.put(
        'a.ts',
        `import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

const RETRYABLE_CODES = ['rate_limit_exceeded', 'insufficient_quota'];
export const isRetryable = (err: { code: string }) => RETRYABLE_CODES.includes(err.code);
export function explain(err: unknown) {
  if (err instanceof Anthropic.APIError) {
    switch (err.type) {
      case 'overloaded_error':
        return 'busy';
      case 'rate_limit_eror':
        return 'limit';
      case 'authentication_error':
        return 'key';
    }
  }
  if (err instanceof OpenAI.APIError) {
    switch (err.code) {
      case 'context_length_exceeded':
        return 'long';
      case 'model_not_found':
        return 'model';
    }
  }
}
`,
      );
      assert.deepEqual(await findings(), ['4 pointless-retry information openai', '11 unknown-code warning anthropic']);
      folder.put('a.ts', `const provider = 'openai';\nexport const retryable = ['rate_limit_exceeded', 'insufficient_quota'];\n`);
      assert.deepEqual(await inUse(), ['pikzels']);
      assert.deepEqual(await findings(), []);
    });

    it('know the constants of Go', async () => {
      folder.put(
        'a.go',
        'package a\n\nimport (\n\t"github.com/jackc/pgerrcode"\n)\n\nfunc f(code string) string {\n\tswitch code {\n\tcase pgerrcode.UniqueViolation:\n\t\treturn "a"\n\tcase pgerrcode.CheckViolation:\n\t\treturn "b"\n\tcase "42P001":\n\t\treturn "c"\n\t}\n\treturn ""\n}\n',
      );
      assert.deepEqual(await findings(), ['13 unknown-code warning postgresql']);
      assert.match((await run('coverage')).out, /^ {2}23514 +1 × +a\.go:11$/m);
    });
  });

  describe('in the editor', () => {
    const hoverAt = async (uri: string, line: number, character: number): Promise<string> => {
      const hover = await client?.connection.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position: { line, character },
      });
      return JSON.stringify(hover?.contents ?? null);
    };
    const labelsAt = async (uri: string, line: number, character: number): Promise<readonly string[]> => {
      const list = await client?.connection.sendRequest<CompletionList | null>('textDocument/completion', {
        textDocument: { uri },
        position: { line, character },
      });
      return (list?.items ?? []).map(({ label }) => label);
    };

    it('explain and complete codes and classes', async () => {
      folder.put('a.py', python);
      client = await startClient({ folders: [folder.root] });
      const uri = folder.uri('a.py');
      await client.open(uri, python, 'python');
      assert.match(await hoverAt(uri, 15, 24), /23505.*PostgreSQL/);
      assert.match(await hoverAt(uri, 8, 26), /NotNullViolation.*PostgreSQL/);
      assert.ok((await labelsAt(uri, 15, 24)).includes('23503'));
    });

    it('come when the API comes, and say nothing before', async () => {
      const uri = folder.uri('a.py');
      folder.put('a.py', lookAlike);
      client = await startClient({ folders: [folder.root] });
      await client.open(uri, lookAlike, 'python');
      const line = lookAlike.split('\n').findIndex((text) => text.includes('23505'));
      assert.equal(await hoverAt(uri, line, 24), 'null');
      assert.deepEqual(await labelsAt(uri, line, 24), []);
      folder.put('b.py', 'import psycopg\n');
      const b = folder.uri('b.py');
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: b, type: 1 }] });
      let shown = '';
      const ask = async (): Promise<void> => {
        while (!shown.includes('PostgreSQL')) shown = await hoverAt(uri, line, 24);
      };
      const asking = ask();
      await waitFor('the hover', () => shown.includes('PostgreSQL'));
      await asking;
    });
  });
});
