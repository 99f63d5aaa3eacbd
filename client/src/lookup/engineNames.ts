import * as vscode from 'vscode';

/** The log engines that a look-up asks, as the user's settings name them. */
export function findEngineNames(): readonly string[] {
  if (!vscode.workspace.isTrusted) return [];
  return Object.keys(vscode.workspace.getConfiguration('apiErrorCodes').get<object | null>('lookup.engines') ?? {});
}
