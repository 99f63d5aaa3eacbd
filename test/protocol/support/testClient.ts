import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';

/** A folder of its own for a test, with the files that the test puts there. */
export function createTestFolder() {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'api-error-codes-')));
  return {
    root,
    /** As VS Code spells it: on Windows `file:///c%3A/…`. */
    uri: (name: string) => URI.file(path.join(root, name)).toString(),
    put(name: string, content: string | Uint8Array): string {
      const file = path.join(root, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    remove: () => removeFolder(root),
  };
}

/** Windows frees the files and folders of a process some time after its end, and says EBUSY until then. */
function removeFolder(folder: string): void {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EBUSY' || Date.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

export interface StartOptions {
  /** How the server is started: its bundle, or the command line. */
  readonly command?: readonly string[];
  readonly folders?: readonly string[];
  readonly capabilities?: object;
  readonly initializationOptions?: object;
  /** Answers `workspace/configuration` with this section for each asked resource. */
  readonly configuration?: (uri: string | undefined) => unknown;
}

/** A client that speaks JSON-RPC to the built server over stdio. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly capabilities: Record<string, unknown>;
  readonly logged: readonly string[];
  /** The last diagnostics that were pushed, by address. */
  readonly pushed: ReadonlyMap<string, readonly Diagnostic[]>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, version: number, text: string): Promise<void>;
  pull(uri: string): Promise<readonly Diagnostic[]>;
  stop(): Promise<void>;
}

export async function startClient(options: StartOptions = {}): Promise<TestClient> {
  const [file = path.resolve('dist/server.cjs'), ...args] = options.command ?? [path.resolve('dist/server.cjs'), '--stdio'];
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  assert.ok(child.stdout && child.stdin);
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const pushed = new Map<string, readonly Diagnostic[]>();
  const logged: string[] = [];
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => void pushed.set(uri, diagnostics),
  );
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void logged.push(message));
  connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
    items.map(({ scopeUri }) => options.configuration?.(scopeUri) ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  const { capabilities } = await connection.sendRequest<{ capabilities: Record<string, unknown> }>('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: (options.folders ?? []).map((folder) => ({
      uri: URI.file(folder).toString(),
      name: path.basename(folder),
    })),
    capabilities: options.capabilities ?? { textDocument: { diagnostic: {} } },
    ...(options.initializationOptions ? { initializationOptions: options.initializationOptions } : {}),
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    process: child,
    capabilities,
    logged,
    pushed,
    open: (uri, text, languageId = 'typescript') =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, text) =>
      connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] }),
    async pull(uri) {
      const { items } = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return items;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown').catch(() => undefined);
      // Node ends only when V8 has compiled what WebAssembly it is compiling, which takes seconds: server.test.ts waits for it.
      // On Windows the programs that it runs would outlive it, and hold the folder.
      if (process.platform === 'win32') await connection.sendNotification('exit').catch(() => undefined);
      else child.kill('SIGKILL');
      await ended;
      connection.dispose();
    },
  };
}

/** Waits until a condition holds; fails with its name after the deadline. */
export async function waitFor<Value>(what: string, probe: () => Value | undefined | false, deadline = 10_000): Promise<Value> {
  const end = Date.now() + deadline;
  for (;;) {
    const value = probe();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`Not within ${deadline} ms: ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
