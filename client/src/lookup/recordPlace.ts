import type * as vscode from 'vscode';

/** How a record is opened; by default in the active group, with the focus. */
export type RecordPlace = Pick<vscode.TextDocumentShowOptions, 'viewColumn' | 'preserveFocus'>;
