import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** An editor that is driven from outside: its script writes what it saw as JSON. */
interface Client {
  readonly name: string;
  readonly command: readonly string[];
  /** The beginning of the documentation's snippet that it runs with. */
  readonly snippet: string;
  /** How to get it, where it is missing. */
  readonly missing: string;
}

/** The answers that a script saw in the sample's `src/handleError.ts`. Some scripts do less. */
interface Seen {
  readonly diagnostics: readonly string[];
  readonly hover: string;
  readonly references?: number;
  readonly actions?: readonly string[];
  /** Diagnostics after the first action was applied. */
  readonly left?: number;
  /** The answer of the command for looking a request up, as it is shown. */
  readonly report: string;
}

const requestId = 'b27d41f0-95ce-4a83-8f6b-1e0c93d7a254';
const { NEOVIM = '' } = process.env;
const noEmacs = 'emacs is not on the PATH: install Emacs 29 or newer, or 28 with Eglot, and lsp-mode.';
const clients: readonly Client[] = [
  {
    name: 'Neovim',
    command: [
      ...[existsSync(NEOVIM) ? NEOVIM : 'nvim', '--headless', '-u', 'NONE'],
      ...['-c', `luafile ${path.resolve('test/clients/neovim.lua')}`],
    ],
    snippet: 'vim.lsp.config(',
    missing: 'nvim is not on the PATH: install Neovim 0.11 or newer.',
  },
  {
    name: 'Emacs with Eglot',
    command: ['emacs', '--batch', '--load', path.resolve('test/clients/emacs.el')],
    snippet: "(require 'eglot)",
    missing: noEmacs,
  },
  {
    name: 'Emacs with lsp-mode',
    command: ['emacs', '--batch', '--load', path.resolve('test/clients/lspMode.el')],
    snippet: "(require 'lsp-mode)",
    missing: noEmacs,
  },
];

/** A block of code of the page about other editors: users take it from there. */
function snippetOf(beginning: string): string {
  const page = readFileSync('docs/other-editors.md', 'utf8');
  const block = [...page.matchAll(/^```\w+\n([^]*?)^```$/gm)].find(([, code = '']) => code.startsWith(beginning));
  assert.ok(block?.[1], `docs/other-editors.md has no snippet that begins with ${beginning}`);
  return block[1];
}

for (const { name, command, snippet, missing } of clients) {
  describe(`The server in ${name}`, function () {
    this.timeout(90_000);
    let folder = '';
    let seen: Seen | undefined;

    before(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'client-'));
      cpSync('sample', folder, { recursive: true });
      // The name that the snippets start.
      const started = path.join(folder, 'api-error-codes');
      writeFileSync(started, `#!/bin/sh\nexec '${process.execPath}' '${path.resolve('dist/cli.cjs')}' "$@"\n`);
      chmodSync(started, 0o755);
      writeFileSync(path.join(folder, 'snippet'), snippetOf(snippet));
      const [program = '', ...args] = command;
      const { error, stdout, stderr } = spawnSync(program, args, {
        cwd: folder,
        encoding: 'utf8',
        timeout: 60_000,
        env: {
          ...process.env,
          PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`,
          SNIPPET: path.join(folder, 'snippet'),
          FOLDER: folder,
          REQUEST_ID: requestId,
          SEEN: path.join(folder, 'seen.json'),
        },
      });
      if (error && 'code' in error && error.code === 'ENOENT') throw new Error(missing);
      try {
        seen = JSON.parse(readFileSync(path.join(folder, 'seen.json'), 'utf8')) as Seen;
      } catch {
        throw new Error(`${name} saw nothing.\n${stdout}${stderr}`);
      }
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    it('shows which codes are not handled', () => {
      assert.equal(seen?.diagnostics.length, 1);
      assert.match(seen.diagnostics[0] ?? '', /21 Pikzels API error codes are not handled/);
    });

    it('explains a code in a form that is read as it is', () => {
      assert.match(seen?.hover ?? '', /^\*\*INSUFFICIENT_CREDITS\*\* · 402 Payment Required · Pikzels API$/m);
      assert.match(seen?.hover ?? '', /cannot cover this request\.$/m);
      // A link that runs a command of a different editor's extension.
      assert.doesNotMatch(seen?.hover ?? '', /command:/);
    });

    it('looks a request id up, and shows the report', () => {
      assert.match(seen?.report ?? '', new RegExp(`^# Request \`${requestId}\`$`, 'm'));
      assert.match(seen?.report ?? '', /^- Error code: `INSUFFICIENT_CREDITS`$/m);
    });

    if (name !== 'Emacs with lsp-mode') {
      it('finds where a code is mentioned', () => {
        assert.ok((seen?.references ?? 0) >= 4);
      });

      it('adds the missing cases, and no finding is left', () => {
        assert.equal(seen?.actions?.[0], 'Add all 21 missing cases');
        assert.equal(seen.left, 0);
      });
    }
  });
}
