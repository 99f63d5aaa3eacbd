// The facts about the languages that the build and the tests need, read from their own descriptors.
import { existsSync } from 'node:fs';
import { build } from 'esbuild';

/** @returns {Promise<readonly { id: string, title: string, languageIds: readonly string[], extensions: readonly string[], grammar: string }[]>} */
export async function readLanguages() {
  return (await load('server/src/service/languages/registry.ts')).languages;
}

/**
 * The document languages that the service answers for, logs left out, and those of them that are code.
 * @returns {Promise<{ documents: readonly string[], code: readonly string[] }>}
 */
export async function readLanguageIds() {
  const { documentLanguageIds, codeLanguageIds } = await load('server/src/service/languages/sourceOf.ts');
  return { documents: documentLanguageIds, code: codeLanguageIds };
}

async function load(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The WebAssembly file of a grammar; throws when no package has it. */
export function findGrammar(grammar) {
  const file = [
    `node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-${grammar}.wasm`,
    `node_modules/@tree-sitter-grammars/tree-sitter-${grammar}/tree-sitter-${grammar}.wasm`,
    `node_modules/tree-sitter-${grammar}/tree-sitter-${grammar}.wasm`,
    `node_modules/@repomix/tree-sitter-wasms/out/tree-sitter-${grammar}.wasm`,
  ].find((candidate) => existsSync(candidate));
  if (!file) throw new Error(`No package has the grammar ${grammar}.`);
  return file;
}
