import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { generateJson, generateTypeScript, type GeneratedSource } from './generateSource.ts';

/** A language server that takes part, and the document that it is given. */
export interface LanguageServer {
  /** With its version. */
  readonly name: string;
  /** The Node that runs it; this one when absent. */
  readonly node?: string;
  /** Arguments of Node. */
  readonly args: readonly string[];
  readonly file: string;
  readonly languageId: string;
  readonly source: GeneratedSource;
  /** Told to the server once it has started, as its own client would. */
  readonly afterwards?: { readonly method: string; readonly parameters: unknown };
}

export type PeerId = 'json' | 'typescript';

/** Ours first, then the peers that are installed. @param say gets the names of the others */
export function findLanguageServers(
  root: string,
  say: (text: string) => void,
): { readonly ours: LanguageServer; readonly peers: ReadonlyMap<PeerId, LanguageServer> } {
  const typescript = { file: 'client.ts', languageId: 'typescript', source: generateTypeScript() };
  const ours = { name: 'api-error-codes', args: [path.join(root, 'dist/server.cjs'), '--stdio'], ...typescript };
  const peers = new Map<PeerId, LanguageServer>();
  const add = (
    id: PeerId,
    packageName: string,
    script: string,
    args: readonly string[],
    document: Pick<LanguageServer, 'file' | 'languageId' | 'source' | 'afterwards'>,
  ) => {
    const version = versionOf(root, packageName);
    if (version === undefined)
      return say(`${packageName} is not installed: left out. npm install --no-save ${packageName} adds it.`);
    peers.set(id, {
      name: `${packageName} ${version}`,
      args: [path.join(root, 'node_modules', packageName, script), ...args],
      ...document,
    });
  };
  const { schema, ...source } = generateJson();
  add('json', 'vscode-langservers-extracted', 'bin/vscode-json-language-server', ['--stdio'], {
    file: 'settings.json',
    languageId: 'json',
    source,
    afterwards: {
      method: 'json/schemaAssociations',
      parameters: [{ uri: 'bench://settings.schema.json', fileMatch: ['settings.json'], schema }],
    },
  });
  add('typescript', 'typescript', 'bin/tsc', ['--lsp', '--stdio'], {
    ...typescript,
    source: { ...typescript.source, hovers: typescript.source.names, completions: typescript.source.members },
  });
  return { ours, peers };
}

/** The version of an installed package; undefined when it is not installed. */
export function versionOf(root: string, packageName: string): string | undefined {
  const manifest = path.join(root, 'node_modules', packageName, 'package.json');
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version : undefined;
}
