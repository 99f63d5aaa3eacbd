import path from 'node:path';
import { launchChromium } from '../../scripts/editor/launchChromium.ts';
import { startCodeServer } from '../../scripts/editor/startCodeServer.ts';

/** The values that `@vscode/test-electron` would get. */
export interface SuiteRun {
  /** The repository's root, which is the extension too. */
  readonly root: string;
  /** A module that exports `run(): Promise<void>`. */
  readonly suite: string;
  readonly workspace: string;
  /** Reaches the suite's `process.env`. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The messages of VS Code itself on the console of a healthy window. */
const noise =
  /^\[(AgentHost|ChatModel|AccountPolicy|RemoteAgentHost|reconnection|Service Worker)|^(Resolv|Creating a socket|Updating additional|Ignoring fetching)|bindings file|Release.watchdog/;

const limit = 180_000;

/** Runs a suite in the extension host of code-server; resolves with the suite's exit code, 1 for a crash or a time-out. */
export async function runInCodeServer({ root, suite, workspace, environment }: SuiteRun): Promise<number> {
  const server = await startCodeServer({ root, trustEverything: true, testDriver: true });
  const browser = await launchChromium(root);
  let timer: NodeJS.Timeout | undefined;
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const finished = new Promise<number>((resolve) => {
      const fail = (reason: string): void => {
        console.error(`${reason}\n${server.output()}`);
        resolve(1);
      };
      timer = setTimeout(() => fail(`The suite did not end within ${limit / 1000} s.`), limit);
      page.on('crash', () => fail('The page crashed.'));
      void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
    });
    await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
      if (noise.test(String(args[0]))) return;
      if (type === 'error' || type === 'warn') console.error(...args);
      else console.log(...args);
    });
    const remote = (file: string): string => `vscode-remote://127.0.0.1:${server.port}${path.resolve(file)}`;
    const payload = [
      ['extensionDevelopmentPath', remote(root)],
      ['extensionTestsPath', remote(suite)],
      ['extensionEnvironment', JSON.stringify(environment)],
      ['skipWelcome', 'true'],
    ];
    const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
    await page.goto(`${server.address}/?${query}`);
    return await finished;
  } finally {
    clearTimeout(timer);
    await browser.close();
    await server.stop();
  }
}
