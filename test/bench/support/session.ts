import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { LanguageServer } from './languageServers.ts';
import { readMemory } from './measureProcess.ts';

/** A running server with its document open. Times in milliseconds, as the client sees them. */
export interface Session {
  /** From the start of the process to the answer of `initialize`. */
  readonly initialized: number;
  /** From opening the document to its first diagnostics. */
  readonly firstDiagnostics: number;
  /** Types one character into the n-th place, or takes it away again, and waits for the diagnostics. */
  key(count: number): Promise<number>;
  hover(count: number): Promise<number>;
  complete(count: number): Promise<number>;
  /** Resident set in MB. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts a server on a folder and opens its document, whose diagnostics it is asked for (LSP 3.17). */
export async function startSession(server: LanguageServer, folder: string): Promise<Session> {
  const { text } = server.source;
  writeFileSync(path.join(folder, server.file), text);
  const uri = pathToFileURL(path.join(folder, server.file)).href;
  const begun = performance.now();
  const child = spawn(server.node ?? process.execPath, [...server.args], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = connect(child);
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
    capabilities: {
      textDocument: { diagnostic: {}, hover: {}, completion: {}, synchronization: {} },
      workspace: { workspaceFolders: true },
    },
    initializationOptions: { provideFormatter: false },
  });
  const initialized = performance.now() - begun;
  await connection.sendNotification('initialized', {});
  if (server.afterwards) await connection.sendNotification(server.afterwards.method, server.afterwards.parameters);
  const textDocument = { uri };
  const ask = (method: string, parameters: object) =>
    timed(() => connection.sendRequest(method, { textDocument, ...parameters }));
  const firstDiagnostics = await timed(async () => {
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: server.languageId, version: 1, text },
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument });
  });
  const positions = createPositions(text);
  let version = 1;
  return {
    initialized,
    firstDiagnostics,
    key: (count) => {
      const { keys } = server.source;
      // Each place gets a character, which the next key takes away.
      const start = positions(keys, Math.floor(count / 2) * 7);
      const typed = count % 2 === 0;
      const change = {
        range: { start, end: { ...start, character: start.character + (typed ? 0 : 1) } },
        text: typed ? 'x' : '',
      };
      version += 1;
      return timed(async () => {
        await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
        await connection.sendRequest('textDocument/diagnostic', { textDocument });
      });
    },
    hover: (count) => ask('textDocument/hover', { position: positions(server.source.hovers, count * 3) }),
    complete: (count) => ask('textDocument/completion', { position: positions(server.source.completions, count * 3) }),
    memory: () => readMemory(child.pid ?? 0, 'VmRSS'),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      child.stdin?.end();
      await ended;
      connection.dispose();
    },
  };
}

function connect(child: ChildProcess): ProtocolConnection {
  if (!child.stdin || !child.stdout) throw new Error('The server has no streams.');
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  return connection;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The n-th of some offsets, as a position; the text's lines never change their number. */
function createPositions(text: string): (offsets: readonly number[], index: number) => { line: number; character: number } {
  return (offsets, index) => {
    const before = text.slice(0, offsets[index % offsets.length] ?? 0);
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length - 1, character: before.length - lineStart };
  };
}
