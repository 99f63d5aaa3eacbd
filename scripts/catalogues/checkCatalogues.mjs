// node scripts/catalogues/checkCatalogues.mjs [--latest] [ID…]: fetches the pinned packages, or the newest ones, and fails when a
// shipped catalogue lacks one of their facts. For development: it needs npm, Python with pip and Go, and the registries.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { compareFacts } from './compareFacts.mjs';
import { sources } from './facts.mjs';
import { fetchPackage } from './packages.mjs';

const latest = process.argv.includes('--latest');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const folder = mkdtempSync(path.join(tmpdir(), 'catalogue-facts-'));
try {
  for (const [id, packages] of Object.entries(sources)) {
    if (wanted.length > 0 && !wanted.includes(id)) continue;
    const catalogue = parse(readFileSync(`server/data/catalogues/shipped/${id}.yaml`, 'utf8'));
    for (const [index, source] of packages.entries()) {
      const facts = source.read(fetchPackage(source, path.join(folder, `${id}-${index}`), latest));
      const problems = compareFacts(catalogue, facts);
      const version = latest ? 'latest' : source.version;
      console.log(
        `${id}: ${source.name} ${version}: ${facts.classes.length} classes, ${facts.codes.length} codes, ${problems.length} problems`,
      );
      for (const problem of problems) console.error(`  ${problem}`);
      if (problems.length > 0) process.exitCode = 1;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
