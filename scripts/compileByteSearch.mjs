// Compiles server/wasm/byteSearch.ts to WebAssembly, which takes seconds: only when it, or the compiler, has changed.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const source = 'server/wasm/byteSearch.ts';
// No run-time library: nothing is allocated. Its memory comes from outside, as large as it is needed.
const options = ['--optimizeLevel', '3', '--runtime', 'stub', '--noAssert', '--importMemory', '--enable', 'simd'];

/**
 * @param {string | undefined} before the last answer @returns {Promise<string>} JSON: the module, and a hash of its source
 * and compiler
 */
export async function compileByteSearch(before) {
  const [text, manifest] = await Promise.all([
    readFile(source, 'utf8'),
    readFile('node_modules/assemblyscript/package.json', 'utf8'),
  ]);
  const madeOf = createHash('sha256')
    .update(JSON.stringify([text, JSON.parse(manifest).version, options]))
    .digest('hex');
  if (before !== undefined && JSON.parse(before).madeOf === madeOf) return before;
  const { default: asc } = await import('assemblyscript/asc');
  let module = '';
  let problems = '';
  const { error } = await asc.main([source, '--outFile', 'byteSearch.wasm', ...options], {
    writeFile: (_name, contents) => void (module = Buffer.from(contents).toString('base64')),
    stderr: { write: (text) => void (problems += text) },
  });
  if (error) throw new Error(`${source} does not compile.\n${problems}`, { cause: error });
  return `${JSON.stringify({ module, madeOf })}\n`;
}
