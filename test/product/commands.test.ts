import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { createTestFolder, startClient } from '../protocol/support/testClient.ts';
import { cli, extension, npmPackage, project, readManifest, run, runFor } from './support/product.ts';

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';
const site = "// api.pikzels.com\nswitch (err.code) {\n  case 'INSUFFICIENT_CREDITS': break;\n}\n";
const catalogue = 'id: shop\ntitle: Shop API\ncodes:\n  - { code: SHOP_CLOSED, status: 503, cause: Closed }\n';
const json = (text: string) => assert.equal(typeof JSON.parse(text), 'object');

/** The shape of each printed format. */
const formats: Readonly<Record<string, (text: string) => void>> = {
  pretty: (text) => assert.match(text, /\w/),
  text: (text) => assert.match(text, /\w/),
  json,
  jsonl: (text) => text.trimEnd().split('\n').forEach(json),
  sarif: (text) => assert.equal((JSON.parse(text) as { version: string }).version, '2.1.0'),
  github: (text) => assert.match(text, /^::warning file=use\.ts,line=2/),
  junit: (text) => assert.match(text, /^<\?xml .*<testsuites.*<\/testsuites>\s*$/s),
  markdown: (text) => assert.match(text, /^(?:#|\|)/m),
  html: (text) => assert.match(text, /^<!doctype html>.*<\/html>\s*$/is),
  yaml: (text) => assert.match(text, /^codes:$/m),
  typescript: (text) => assert.match(text, /^export type /m),
  python: (text) => assert.match(text, /^class |^from /m),
  go: (text) => assert.match(text, /^package /m),
  'json-schema': json,
};

/** How each command is run on the folder below, with one of its formats or none; its exit code. */
const rows: Readonly<Record<string, { readonly code: number; readonly args: (format: string) => readonly string[] }>> = {
  check: { code: 1, args: (format) => ['check', '--format', format] },
  explain: { code: 0, args: (format) => ['explain', 'INSUFFICIENT_CREDITS', '--format', format] },
  coverage: { code: 0, args: (format) => ['coverage', '--format', format] },
  lookup: { code: 0, args: (format) => ['lookup', id, '--format', format] },
  logs: { code: 0, args: (format) => ['logs', '--format', format] },
  'catalogue list': { code: 0, args: (format) => ['catalogue', 'list', '--format', format] },
  'catalogue validate': { code: 0, args: () => ['catalogue', 'validate', 'other/shop.error-codes.yaml'] },
  'catalogue diff': {
    code: 1,
    args: (format) => ['catalogue', 'diff', 'other/shop.error-codes.yaml', 'other/longer.md', '--format', format],
  },
  import: { code: 0, args: (format) => ['import', 'other/longer.md', '--format', format] },
  generate: { code: 0, args: (format) => ['generate', format, 'other/shop.error-codes.yaml'] },
  init: { code: 0, args: () => ['init', '--dry-run'] },
  completion: { code: 0, args: () => ['completion', 'bash'] },
};
/** Those that serve until their client has gone; each has a test of its own. */
const servers = ['lsp', 'mcp'];

describe('every command of the installed command line', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof createTestFolder>;
  before(() => {
    folder = createTestFolder();
    folder.put('package.json', '{}');
    folder.put('use.ts', site);
    folder.put('app.log', `2026-05-04T12:00:00Z ERROR INSUFFICIENT_CREDITS status=402 request_id=${id}\n`);
    folder.put('other/shop.error-codes.yaml', catalogue);
    folder.put(
      'other/longer.md',
      '| Code | Status | Cause |\n|---|---|---|\n| SHOP_CLOSED | 503 | Closed |\n| SHOP_MOVED | 410 | Moved |\n',
    );
  });
  after(() => folder.remove());

  it('has a row here, and each format a check', async () => {
    for (const command of await listCommands([])) {
      const name = command.join(' ');
      if (servers.includes(name)) continue;
      assert.ok(rows[name], `no row for ${name}`);
      for (const format of await listFormats(command)) assert.ok(formats[format], `no check for ${name} in ${format}`);
    }
  });

  for (const [name, { code, args }] of Object.entries(rows))
    it(`${name}, in each of its formats`, async () => {
      const offered = await listFormats(name.split(' '));
      for (const format of offered.length === 0 ? ['pretty'] : offered) {
        const { status, stdout, stderr } = await run(folder.root, args(format));
        assert.equal(status, code, `${format}: ${stderr}${stdout}`);
        // validate reports problems, and writes to the stream for those.
        formats[format]?.(name === 'catalogue validate' ? stdout + stderr : stdout);
      }
    });

  it('lsp serves an editor', async () => {
    const client = await startClient({ command: [cli, 'lsp', '--stdio'], folders: [folder.root] });
    try {
      await client.open(folder.uri('use.ts'), site);
      assert.match(JSON.stringify(await client.pull(folder.uri('use.ts'))), /are not handled/);
    } finally {
      await client.stop();
    }
  });

  it('mcp serves an assistant', async () => {
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [cli, 'mcp'],
        cwd: folder.root,
        stderr: 'ignore',
        env: { ...process.env } as Record<string, string>,
      }),
    );
    try {
      const answer = await client.callTool({ name: 'explain_error_code', arguments: { code: 'INSUFFICIENT_CREDITS' } });
      assert.match(JSON.stringify(answer.content), /402/);
    } finally {
      await client.close();
    }
  });

  it('prints its version, and is a command of the project', async () => {
    const version = String(readManifest(npmPackage)['version']);
    assert.equal(await runFor(0, folder.root, ['--version']), `${version}\n`);
    if (process.platform === 'win32') return;
    const { status, stdout } = spawnSync(path.join(project, 'node_modules', '.bin', 'api-error-codes'), ['--version'], {
      encoding: 'utf8',
    });
    assert.deepEqual([status, stdout], [0, `${version}\n`]);
  });
});

describe('the installed extension', () => {
  it('holds what its manifest names', () => {
    const { main, contributes } = readManifest(extension) as { main: string; contributes: Record<string, { path?: string }[]> };
    const named = [main, ...(contributes['grammars'] ?? []).map(({ path: file }) => file)];
    assert.deepEqual(
      named.filter((file) => file === undefined || !existsSync(path.join(extension, file))),
      [],
    );
  });

  it('carries no bundle of the command line, and the package none of the editor', () => {
    assert.ok(!existsSync(path.join(extension, 'dist', 'commands.cjs')));
    assert.ok(!existsSync(path.join(npmPackage, 'dist', 'client.cjs')));
    assert.match(readFileSync(path.join(extension, 'dist', 'ThirdPartyNotices.txt'), 'utf8'), /^yaml \d/m);
  });
});

/** The commands below one, out of its help: `['catalogue', 'list']`. */
async function listCommands(above: readonly string[]): Promise<readonly (readonly string[])[]> {
  // Examples and exit codes are below.
  const [listed = ''] = ((await help(above)).split('\nCommands:\n')[1] ?? '').split('\n\n');
  const names = [...listed.matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => name).filter((name) => name !== 'help');
  if (names.length === 0) return [above];
  return (await Promise.all(names.map((name) => listCommands([...above, name])))).flat();
}

/** The formats that a command prints, out of its help; a language to generate counts. */
async function listFormats(command: readonly string[]): Promise<readonly string[]> {
  const text = (await help(command)).replace(/\s+/g, ' ');
  const [, choices = ''] = /(?:--format <format>|what to write) .*?\(choices: (.*?)[,)](?: default:|$| [^"])/.exec(text) ?? [];
  return [...choices.matchAll(/"([^"]+)"/g)].map(([, choice = '']) => choice);
}

async function help(command: readonly string[]): Promise<string> {
  return runFor(0, project, [...command, '--help']);
}
