import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Well-known packages that ship much code. Those that are not installed are left out. */
const packages = [
  '@azure/msal-browser',
  '@azure/identity',
  '@apollo/server',
  '@connectrpc/connect',
  '@grpc/grpc-js',
  '@trpc/server',
  '@typespec/ts-http-runtime',
  'bullmq',
  'google-gax',
  'graphql',
  'knip',
  'lodash',
  'playwright-core',
  'typescript',
  'undici',
  'yaml',
  'zod',
];

const largest = 1_000_000;

/** The contents of a folder of real code. */
export interface RealCode {
  readonly files: number;
  /** In megabytes. */
  readonly size: number;
}

/**
 * Fills a folder with other people's code, in a workspace where the API shows; every twentieth file handles a code as well.
 * @param count how many files; when the packages have fewer, they are taken again
 */
export function unpackRealCode(root: string, folder: string, count: number): RealCode {
  const sources = findSources(root);
  let size = 0;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"name":"bench"}\n');
  writeFileSync(path.join(folder, 'api.ts'), "fetch('https://api.pikzels.com');\n");
  for (let index = 0; index < count && sources.length > 0; index += 1) {
    const source = sources[index % sources.length] ?? '';
    const copy = path.join(
      folder,
      `code${Math.floor(index / sources.length)}`,
      path.relative(path.join(root, 'node_modules'), source),
    );
    mkdirSync(path.dirname(copy), { recursive: true });
    if (index % 20 === 0) writeFileSync(copy, `${readFileSync(source, 'utf8')}\n${handler(index)}`);
    else cpSync(source, copy);
    size += statSync(copy).size / 1e6;
  }
  return { files: count, size };
}

/** Files from all packages in turn, so that a smaller number is a sample of the whole. */
function findSources(root: string): readonly string[] {
  const perPackage = packages.map((name) => listCode(path.join(root, 'node_modules', name)));
  const sources: string[] = [];
  for (let index = 0; perPackage.some((files) => index < files.length); index += 1)
    sources.push(...perPackage.flatMap((files) => files[index] ?? []));
  return sources;
}

function listCode(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|js)$/.test(name) && !name.includes('node_modules'))
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile() && statSync(file).size <= largest)
    .sort();
}

function handler(index: number): string {
  return `function handleProblem${index}(error) {
  switch (error.code) {
    case 'NOT_FOUND':
      return 'nothing';
    case 'SMART_BALANCE_PAYMENT_FAILED':
      return 'pay';
    case 'INTERNAL_ERROR':
      return 'again';
  }
}
`;
}
