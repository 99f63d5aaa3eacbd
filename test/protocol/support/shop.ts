import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

/** A switch over some codes. */
export function shopSite(...codes: readonly string[]): string {
  return `switch (err.code) {\n${codes.map((code) => `  case '${code}': break;\n`).join('')}}\n`;
}

/** A catalogue of some codes, of the API that these tests are about. */
export function shopCatalogue(...codes: readonly string[]): string {
  const listed = codes.map((code) => `  - code: ${code}\n    status: 402\n    cause: About ${code}\n`);
  return `id: shop\ntitle: Shop API\ncodes:\n${listed.join('')}`;
}

/** Runs git in a folder; fails the test when git fails. */
export function runGit(folder: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
}
