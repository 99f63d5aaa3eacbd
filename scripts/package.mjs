// npm run package: builds, packs the .vsix and prints its content; .vscodeignore lists the files that belong there.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { build, root, setUpDependencies } from './setUp.mjs';

const limit = 5_000_000;

/** Packs `out/api-error-codes.vsix` and returns its path. */
export async function packExtension() {
  const { createVSIX } = await import('@vscode/vsce');
  const packagePath = path.join(root, 'out', 'api-error-codes.vsix');
  mkdirSync(path.dirname(packagePath), { recursive: true });
  const { repository } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const quiet = console.log;
  // vsce praises and warns on standard output; the list below is clearer.
  console.log = () => {};
  try {
    await createVSIX({
      cwd: root,
      packagePath,
      dependencies: false,
      // With its address in package.json, the README's links and pictures point to the repository: that is how a gallery shows them.
      allowMissingRepository: true,
      rewriteRelativeLinks: repository !== undefined,
    });
  } finally {
    console.log = quiet;
  }
  return packagePath;
}

async function main() {
  setUpDependencies();
  build();
  const { listFiles, PackageManager } = await import('@vscode/vsce');
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  for (const file of files.sort()) console.log(`${kilobytes(path.join(root, file)).padStart(10)}  ${file}`);
  const packagePath = await packExtension();
  const { size } = statSync(packagePath);
  console.log(`${kilobytes(packagePath).padStart(10)}  packed: ${path.relative(root, packagePath)}`);
  if (size > limit) fail(`The .vsix is larger than ${limit / 1e6} MB.`);
}

function kilobytes(file) {
  return `${(statSync(file).size / 1000).toFixed(1)} KB`;
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

if (process.argv[1] === path.join(root, 'scripts', 'package.mjs')) await main();
