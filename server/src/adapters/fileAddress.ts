import { URI } from 'vscode-uri';

/** A file's address as VS Code spells it: the same for every spelling of the path's drive. */
export function addressOf(file: string): string {
  return URI.file(file).toString();
}

/** The path of a file's address, its drive in capitals as Windows itself says it; undefined for other addresses. */
export function fileOf(address: string): string | undefined {
  if (!address.startsWith('file:')) return undefined;
  return URI.parse(address).fsPath.replace(/^[a-z]:/, (drive) => drive.toUpperCase());
}
