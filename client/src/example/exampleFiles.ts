import * as vscode from 'vscode';

/** Scheme of the example: files that are only in memory, so that trying things leaves nothing behind. */
export const exampleScheme = 'api-error-codes-example';

/** The files of the example, by their paths in it: where the extension has them. */
const sources: Readonly<Record<string, string>> = {
  '/handleError.ts': 'sample/src/handleError.ts',
  '/worker.log': 'sample/logs/worker.log',
};

/** Registers the example's files and the commands that open them. */
export function registerExample({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  /** The texts that a user has saved. */
  const saved = new Map<string, Uint8Array>();
  const read = async ({ path }: vscode.Uri): Promise<Uint8Array> => {
    const source = sources[path];
    if (source === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return saved.get(path) ?? vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, source));
  };
  const refuse = (): never => {
    throw vscode.FileSystemError.NoPermissions();
  };
  const started = Date.now();
  let lastSaved = started;
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: async (uri) =>
      uri.path === '/'
        ? { type: vscode.FileType.Directory, ctime: started, mtime: started, size: 0 }
        : { type: vscode.FileType.File, ctime: started, mtime: lastSaved, size: (await read(uri)).length },
    readDirectory: () => Object.keys(sources).map((path) => [path.slice(1), vscode.FileType.File]),
    readFile: read,
    writeFile(uri, content) {
      if (sources[uri.path] === undefined) refuse();
      saved.set(uri.path, content);
      lastSaved = Date.now();
      changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    },
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
  const open = (path: string) => () =>
    vscode.window.showTextDocument(vscode.Uri.from({ scheme: exampleScheme, path }), { preview: true });
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerFileSystemProvider(exampleScheme, provider, { isCaseSensitive: true }),
    vscode.commands.registerCommand('apiErrorCodes.openExample', open('/handleError.ts')),
    vscode.commands.registerCommand('apiErrorCodes.openExampleLog', open('/worker.log')),
    vscode.commands.registerCommand('apiErrorCodes.getStarted', () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', 'api-error-codes.api-error-codes#start', false),
    ),
  );
}
