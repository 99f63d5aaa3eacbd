import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Bench } from '../bench.ts';
import { compareLookups, type LookupPeer } from '../support/compareLookups.ts';
import { generateBlock, wantedId } from '../support/generateLog.ts';
import { findRipgrep } from '../support/tools.ts';

const files = 20_000;
const size = 3_000;

/** One request id in thousands of small files. */
export const lookupSmall: Bench = {
  id: 'lookup-small',
  about: 'one request id in 20,000 small files, whole process, warm cache',
  async run(context) {
    const block = generateBlock();
    for (let index = 0; index < files; index += 1) {
      const folder = path.join(context.scratch, `service-${index % 100}`);
      if (index < 100) mkdirSync(folder);
      const text = block.subarray((index * size) % (block.length - size)).subarray(0, size);
      writeFileSync(path.join(folder, `${index}.log`), text);
      if (index === files >> 1) writeFileSync(path.join(folder, 'wanted.log'), `${wantedId}\n`);
    }
    const peers: LookupPeer[] = [];
    const ripgrep = findRipgrep(context.root);
    if (ripgrep) peers.push({ ...ripgrep, command: [...ripgrep.command, '--no-mmap', '-F', wantedId, '.'], reach: 2 });
    return compareLookups(context, 'look-up small', peers);
  },
};
