import * as vscode from 'vscode';
import type { CodeCoverageItem } from '../../../server/src/protocol/protocol.ts';
import { type CodeTreeNode, isHandling } from './codeTree.ts';

/** A row of the Error Codes view. Every mark has its words beside it: no meaning is only in a colour or an icon. */
export function createCodeTreeItem(node: CodeTreeNode): vscode.TreeItem {
  switch (node.kind) {
    case 'catalogue': {
      const { title } = node.catalogue;
      const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
      item.description = vscode.l10n.t('{0} of {1} handled', node.handled, node.total);
      item.iconPath = new vscode.ThemeIcon('book');
      item.contextValue = 'catalogue';
      // Folders may have different catalogues of one id.
      item.id = `catalogue ${node.catalogue.id} ${title}`;
      return item;
    }
    case 'group': {
      const without = node.by === 'status' ? vscode.l10n.t('No status') : vscode.l10n.t('No group');
      const item = new vscode.TreeItem(node.label === '' ? without : node.label, vscode.TreeItemCollapsibleState.Expanded);
      item.description = vscode.l10n.t('{0} of {1} handled', node.handled, node.total);
      return item;
    }
    case 'unnamed': {
      const label =
        node.count === 1 ? vscode.l10n.t('1 code that nothing names') : vscode.l10n.t('{0} codes that nothing names', node.count);
      return new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
    }
    case 'code':
      return createCodeItem(node);
    case 'class': {
      const item = new vscode.TreeItem(node.name, vscode.TreeItemCollapsibleState.Expanded);
      const count = node.children.length;
      item.description = count === 1 ? vscode.l10n.t('1 place') : vscode.l10n.t('{0} places', count);
      item.iconPath = new vscode.ThemeIcon('symbol-class');
      return item;
    }
    case 'place': {
      const { uri, range, role } = node.place;
      const file = vscode.Uri.parse(uri);
      const name = file.path.slice(file.path.lastIndexOf('/') + 1);
      const item = new vscode.TreeItem(`${name}:${range.start.line + 1}`);
      const folder = vscode.workspace.asRelativePath(file).split('/').slice(0, -1).join('/');
      const words = {
        handled: vscode.l10n.t('handled'),
        caught: vscode.l10n.t('caught'),
        compared: vscode.l10n.t('compared'),
        stub: vscode.l10n.t('stub'),
        named: vscode.l10n.t('named'),
      };
      item.description = [words[role], folder].filter((part) => part !== '').join(' · ');
      item.resourceUri = file;
      item.iconPath = new vscode.ThemeIcon(isHandling(node.place) ? 'check' : 'dash');
      const selection = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
      item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [file, { selection }] };
      return item;
    }
  }
}

function createCodeItem({ code }: Extract<CodeTreeNode, { kind: 'code' }>): vscode.TreeItem {
  const { icon, words } = describeState(code);
  const state = code.places.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
  const item = new vscode.TreeItem(code.code, state);
  item.description = words;
  item.iconPath = icon;
  const tooltip = new vscode.MarkdownString();
  tooltip.appendText([code.code, code.status].filter((part) => part !== '').join(' · '));
  tooltip.appendMarkdown('\n\n');
  tooltip.appendText(code.cause);
  item.tooltip = tooltip;
  item.contextValue = ['code', ...(code.definition ? ['entry'] : []), ...(code.docs === undefined ? [] : ['docs'])].join(' ');
  item.accessibilityInformation = {
    label: [code.code, code.status, words, code.cause].filter((part) => part !== '').join(', '),
  };
  // Without places a click explains the code: there is nothing to expand.
  if (code.places.length === 0)
    item.command = { command: 'apiErrorCodes.explainErrorCode', title: vscode.l10n.t('Explain'), arguments: [code.code] };
  return item;
}

function describeState({ retired, places }: CodeCoverageItem): { readonly icon: vscode.ThemeIcon; readonly words: string } {
  if (retired) return { icon: new vscode.ThemeIcon('archive'), words: vscode.l10n.t('retired') };
  const warning = new vscode.ThemeColor('list.warningForeground');
  const handled = places.filter(isHandling).length;
  if (handled > 0)
    return {
      icon: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
      words: handled === 1 ? vscode.l10n.t('1 place') : vscode.l10n.t('{0} places', handled),
    };
  const compared = places.filter(({ role }) => role === 'compared').length;
  if (compared > 0)
    return {
      icon: new vscode.ThemeIcon('circle-outline'),
      words: compared === 1 ? vscode.l10n.t('compared in 1 place') : vscode.l10n.t('compared in {0} places', compared),
    };
  return places.some(({ role }) => role === 'stub')
    ? { icon: new vscode.ThemeIcon('tools', warning), words: vscode.l10n.t('stub') }
    : { icon: new vscode.ThemeIcon('circle-slash', warning), words: vscode.l10n.t('never') };
}
