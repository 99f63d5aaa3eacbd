import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CodeServer, installCodeServer } from './installCodeServer.ts';
import { freePort } from './freePort.ts';
import { spawnGroup } from './processGroup.ts';
import { waitFor } from './waitFor.ts';

/** The differences between an editor to try things in and one under test. */
export interface CodeServerOptions {
  /** The repository's root. */
  readonly root: string;
  /** A packed extension to install. */
  readonly vsix?: string;
  /** Every folder is trusted without a question. False shows the editor's own question: restricted mode. */
  readonly trustEverything: boolean;
  /** The page runs the test suite that its address names. */
  readonly testDriver?: boolean;
  /** User settings on top of those that keep the window quiet. */
  readonly settings?: () => Readonly<Record<string, unknown>>;
  /** The language of the window, such as `de`; the editor's own texts stay English, since its language packs are no packages. */
  readonly language?: string;
}

/** An editor that is being served. */
export interface RunningCodeServer {
  readonly address: string;
  readonly port: number;
  /** The end of the server's output. */
  output(): string;
  /** Ends the server with all of its processes, and removes its data. */
  stop(): Promise<void>;
}

const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** Installs code-server when it is missing, and serves it on a free port of 127.0.0.1 with data of its own. */
export async function startCodeServer(options: CodeServerOptions): Promise<RunningCodeServer> {
  const codeServer = installCodeServer(options.root);
  const scratch = mkdtempSync(path.join(tmpdir(), 'api-error-codes-editor-'));
  const removeScratch = (): void => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  process.on('exit', removeScratch);
  mkdirSync(path.join(scratch, 'data', 'User'), { recursive: true });
  writeFileSync(
    path.join(scratch, 'data', 'User', 'settings.json'),
    JSON.stringify({ ...quietSettings, ...options.settings?.() }),
  );
  if (options.language !== undefined) writeLanguagePack(path.join(scratch, 'data'), options.language);
  const environment = {
    ...process.env,
    // code-server would listen there, and not at the given address.
    PORT: undefined,
    HOME: scratch,
    XDG_CONFIG_HOME: scratch,
    XDG_DATA_HOME: scratch,
    // No gallery: nothing is looked up anywhere.
    EXTENSIONS_GALLERY: '{"serviceUrl":"","itemUrl":"","resourceUrlTemplate":""}',
  };
  const folders = [
    ...['--config', path.join(scratch, 'config.yaml'), '--user-data-dir', path.join(scratch, 'data')],
    ...['--extensions-dir', path.join(scratch, 'extensions')],
  ];
  if (options.vsix !== undefined) installExtension(codeServer, folders, options.vsix, environment);
  const port = await freePort();
  const flags = [
    ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check'],
    '--disable-getting-started-override',
    ...(options.language === undefined ? [] : ['--locale', options.language]),
    ...(options.trustEverything ? ['--disable-workspace-trust'] : []),
    ...(options.testDriver === true ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ];
  const group = spawnGroup(codeServer.node, [codeServer.entry, ...folders, ...flags], { cwd: scratch, env: environment });
  const stop = async (): Promise<void> => {
    await group.stop();
    removeScratch();
    process.off('exit', removeScratch);
  };
  const address = `http://127.0.0.1:${port}`;
  try {
    await waitFor('code-server to answer', () => {
      if (group.child.exitCode !== null) throw new Error('code-server ended');
      return fetch(`${address}/healthz`).then(
        ({ ok }) => ok,
        () => false as const,
      );
    });
  } catch (error) {
    const output = group.output();
    await stop();
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${output}`);
  }
  return { address, port, output: group.output, stop };
}

/** Where the editor looks languages up that it has texts in; of a pack with no texts it only takes the language. */
function writeLanguagePack(data: string, language: string): void {
  const texts = path.join(data, 'noTexts.json');
  writeFileSync(texts, '{ "version": "1.0.0", "contents": {} }');
  const extensions = [{ extensionIdentifier: { id: 'no.texts' }, version: '1.0.0' }];
  const pack = { hash: 'none', extensions, translations: { vscode: texts }, label: language };
  writeFileSync(path.join(data, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

function installExtension(codeServer: CodeServer, folders: readonly string[], vsix: string, env: NodeJS.ProcessEnv): void {
  const args = [codeServer.entry, ...folders, '--install-extension', vsix];
  const { status, stdout, stderr } = spawnSync(codeServer.node, args, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${path.basename(vsix)} could not be installed:\n${stdout}${stderr}`);
}
