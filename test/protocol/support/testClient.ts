import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  type ResponseError,
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

/** Windows frees the files and folders of a process some time after its end; until then removing them fails with EBUSY. */
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
  /** Answers `workspace/configuration` with this for each asked resource. */
  readonly configuration?: (uri: string | undefined, section: string | undefined) => unknown;
  /** Answers each of the server's requests with this error, as plain editors do. */
  readonly refusal?: ResponseError<void>;
  /** Replaces the folders and capabilities in the parameters of `initialize`. */
  readonly initialize?: object;
}

/** The server's requests to a client. */
const serverRequests = [
  'client/registerCapability',
  'window/workDoneProgress/create',
  'workspace/codeLens/refresh',
  'workspace/configuration',
  'workspace/diagnostic/refresh',
  'workspace/semanticTokens/refresh',
];

/** A client that exchanges JSON-RPC messages with the built server over stdio. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly capabilities: Record<string, unknown>;
  readonly logged: readonly string[];
  /** The last diagnostics that were pushed, by address. */
  readonly pushed: ReadonlyMap<string, readonly Diagnostic[]>;
  /** The requests of the server that were refused. */
  readonly refused: readonly string[];
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, version: number, text: string): Promise<void>;
  pull(uri: string): Promise<readonly Diagnostic[]>;
  stop(): Promise<void>;
}

export async function startClient(options: StartOptions = {}): Promise<TestClient> {
  const [file = path.resolve('dist/server.cjs'), ...args] = options.command ?? [path.resolve('dist/server.cjs'), '--stdio'];
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  assert.ok(child.stdout && child.stdin && child.stderr);
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaints += chunk;
    process.stderr.write(chunk);
  });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const pushed = new Map<string, readonly Diagnostic[]>();
  const logged: string[] = [];
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => void pushed.set(uri, diagnostics),
  );
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void logged.push(message));
  const refused: string[] = [];
  const { refusal } = options;
  if (refusal) {
    for (const method of serverRequests) {
      connection.onRequest(method, () => {
        refused.push(method);
        throw refusal;
      });
    }
  } else {
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string; section?: string }[] }) =>
      items.map(({ scopeUri, section }) => options.configuration?.(scopeUri, section) ?? null),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => null);
  }
  connection.listen();
  const { capabilities } = await connection.sendRequest<{ capabilities: Record<string, unknown> }>('initialize', {
    processId: process.pid,
    ...(options.initialize ?? {
      rootUri: null,
      workspaceFolders: (options.folders ?? []).map((folder) => ({
        uri: URI.file(folder).toString(),
        name: path.basename(folder),
      })),
      capabilities: options.capabilities ?? { textDocument: { diagnostic: {} } },
    }),
    ...(options.initializationOptions ? { initializationOptions: options.initializationOptions } : {}),
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    process: child,
    capabilities,
    logged,
    pushed,
    refused,
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
      if (child.exitCode !== null || child.signalCode !== null) {
        // Node exits with 1 for an uncaught rejection or exception: a fault in every test.
        assert.notEqual(child.exitCode, 1, `the server ended by itself:\n${complaints}`);
        return;
      }
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
