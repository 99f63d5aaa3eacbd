import { setFlagsFromString } from 'node:v8';

// Where it is known to compile everything, and to gain something: Node 20 and 22, not 24.
const architectures = ['x64', 'arm64'];
const lastVersion = 12;

/**
 * Has V8 leave WebAssembly as its first, quick compiler makes it: optimising a parser's main loop takes as long as parsing a
 * megabyte, which is more than a short run parses. To be called before anything is parsed, in a program that ends soon.
 */
export function compileWasmQuickly(): void {
  const version = Number.parseInt(process.versions.v8, 10);
  if (architectures.includes(process.arch) && version <= lastVersion) setFlagsFromString('--liftoff-only');
}
