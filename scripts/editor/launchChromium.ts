import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const args = [
  ...['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
];

/**
 * Starts a headless Chromium: the one that `CHROMIUM` names, an installed one, or the one out of the npm registry.
 * @param root the repository's root; the last one is unpacked below `.cache/`
 */
export async function launchChromium(root: string): Promise<Browser> {
  const installed = process.env['CHROMIUM'] ?? findInstalled();
  // Ctrl-C is handled where the servers are: the browser must not take the process down before them.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args, ...signals });
  if (process.platform !== 'linux') throw new Error('Chromium or Chrome is needed: install one, or name it in CHROMIUM.');
  const folder = unpackChromium(root);
  const executablePath = path.join(folder, 'chromium');
  return chromium.launch({
    executablePath,
    args: ['--headless=shell', ...args],
    ...signals,
    env: {
      ...stringsOf(process.env),
      ...(lacksLibraries(executablePath) ? { LD_LIBRARY_PATH: path.join(folder, 'lib') } : {}),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  });
}

function findInstalled(): string | undefined {
  const candidates: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap((name) =>
      (process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, name)),
    ),
    win32: [process.env['ProgramFiles'], process.env['ProgramFiles(x86)']].flatMap((folder) =>
      folder === undefined ? [] : [path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')],
    ),
  };
  return candidates[process.platform]?.find((candidate) => existsSync(candidate));
}

/** libnss3 and the like are not on every machine; `ldd` lists those that the loader misses. */
function lacksLibraries(executable: string): boolean {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return typeof stdout !== 'string' || stdout.includes('not found');
}

/**
 * Unpacks the browser with the libraries and fonts that its package carries; returns their folder.
 * The package's own `executablePath()` would take any file with that name in the shared temporary folder.
 */
function unpackChromium(root: string): string {
  const packed = path.resolve(fileURLToPath(import.meta.resolve('@sparticuz/chromium')), '..', '..', '..');
  const { version } = JSON.parse(readFileSync(path.join(packed, 'package.json'), 'utf8')) as { version: string };
  const folder = path.join(root, '.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  console.log('Unpacking Chromium into .cache/ (once; takes 190 MB) …');
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    const read = (name: string): Buffer => brotliDecompressSync(readFileSync(path.join(packed, 'bin', name)));
    writeFileSync(path.join(unfinished, 'chromium'), read('chromium.br'), { mode: 0o755 });
    for (const name of ['fonts.tar', 'al2023.tar']) {
      writeFileSync(path.join(unfinished, name), read(`${name}.br`));
      const { status, stderr } = spawnSync('tar', ['-xf', name, '--no-same-owner'], { cwd: unfinished, encoding: 'utf8' });
      if (status !== 0) throw new Error(`the browser could not be unpacked: ${stderr}`);
      rmSync(path.join(unfinished, name));
    }
    writeFileSync(path.join(unfinished, 'fonts.conf'), fontsOf(folder));
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/** The machine's own fonts, and those of the package: a machine may have none, and the editor needs some to measure text. */
function fontsOf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

function stringsOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
