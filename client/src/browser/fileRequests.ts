import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  listFilesMethod,
  type ListFilesParams,
  type ListFilesResult,
  readFileMethod,
  type ReadFileParams,
  type ReadFileResult,
} from '../../../server/src/protocol/fileProtocol.ts';
import { describeError } from '../../../server/src/shared/describeError.ts';

const leftOut = new Set(['node_modules', '.git']);

/** Reads files for the server, out of whatever file system they are in. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest<ReadFileResult, unknown>(readFileMethod, ({ uri, most }: ReadFileParams) =>
    readFile(vscode.Uri.parse(uri, true), most),
  );
  client.onRequest(listFilesMethod, ({ folder, most }: ListFilesParams) => listFiles(vscode.Uri.parse(folder, true), most));
}

async function readFile(file: vscode.Uri, most: number): Promise<ReadFileResult> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > most) return { problem: 'large' };
    const bytes = await vscode.workspace.fs.readFile(file);
    return bytes.length > most ? { problem: 'large' } : { bytes };
  } catch (error) {
    const isMissing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    return { problem: isMissing ? 'missing' : describeError(error) };
  }
}

async function listFiles(given: vscode.Uri, most: number): Promise<ListFilesResult> {
  const folder = given.path === '' ? given.with({ path: '/' }) : given;
  const exclude = `**/{${[...leftOut].join(',')}}/**`;
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**/*'), exclude, most + 1);
  // Not every file system can be searched.
  const files = found.length > 0 ? found : await walk(folder, most + 1);
  const listed = files.slice(0, most).map(String);
  if (files.length <= most) return { files: listed };
  return { files: listed, problem: vscode.l10n.t('the folder has more than {0} files, and a browser reads no more', most) };
}

async function walk(folder: vscode.Uri, most: number): Promise<readonly vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined && files.length < most; next = waiting.pop()) {
    for (const [name, type] of await vscode.workspace.fs.readDirectory(next)) {
      const uri = vscode.Uri.joinPath(next, name);
      if (type === vscode.FileType.File) files.push(uri);
      // Links are not followed: they may lead in circles.
      else if (type === vscode.FileType.Directory && !leftOut.has(name)) waiting.push(uri);
    }
  }
  return files;
}
