import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import {
  type CatalogueCoverageItem,
  coverageChangedMethod,
  coverageMethod,
  type CoverageParams,
  type CoverageResult,
} from '../../../server/src/protocol/protocol.ts';
import { buildCodeTree, type CodeTreeNode, defaultTreeOptions, type TreeOptions } from './codeTree.ts';
import { registerCodeCommands } from './codeCommands.ts';
import { createCodeTreeItem } from './codeTreeItem.ts';

const viewId = 'apiErrorCodes.errorCodes';
/** How long the workspace must be quiet before the view asks again, in milliseconds. */
const quietTime = 300;

/** The *Error Codes* view: which documented codes the workspace handles where, and which never. */
export function createErrorCodesView(server: ServerConnection): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let coverage: CoverageResult | undefined;
  let options: TreeOptions = defaultTreeOptions;
  let tree: readonly CodeTreeNode[] = [];
  let timer: NodeJS.Timeout | undefined;

  const view = vscode.window.createTreeView<CodeTreeNode>(viewId, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => [...(node === undefined ? tree : 'children' in node ? node.children : [])],
      getTreeItem: createCodeTreeItem,
    },
  });
  const show = (): void => {
    // While only half of the workspace is read, every second code would look unhandled.
    const catalogues = coverage?.complete ? coverage.catalogues : [];
    tree = buildCodeTree(catalogues, options);
    view.badge = describeBadge(catalogues);
    const filters = [
      ...(options.filter === '' ? [] : [vscode.l10n.t('Filter: {0}', options.filter)]),
      ...(options.onlyUnhandled ? [vscode.l10n.t('Only codes that are not handled')] : []),
    ];
    const isEmpty = tree.length === 0 && catalogues.length > 0;
    view.message = [
      ...(coverage?.complete === false ? [vscode.l10n.t('Reading the workspace…')] : []),
      ...filters,
      ...(isEmpty ? [vscode.l10n.t('No code matches.')] : []),
    ].join(' · ');
    // Only what is known: a view that still reads has no welcome.
    const showsNoApi = coverage?.complete === true && catalogues.length === 0;
    void vscode.commands.executeCommand('setContext', 'apiErrorCodes.showsNoApi', showsNoApi);
    void vscode.commands.executeCommand('setContext', 'apiErrorCodes.onlyUnhandled', options.onlyUnhandled);
    changed.fire();
  };
  const load = async (params: CoverageParams): Promise<void> => {
    coverage = await server.sendRequest<CoverageResult>(coverageMethod, params);
    show();
  };
  const loadSoon = (): void => {
    clearTimeout(timer);
    // A hidden view asks for nothing.
    if (view.visible) timer = setTimeout(() => void load({}).catch(() => undefined), quietTime);
  };
  const set = (next: Partial<TreeOptions>): void => {
    options = { ...options, ...next };
    show();
  };
  const command = (name: string, run: (node?: CodeTreeNode) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`apiErrorCodes.${name}`, run);

  const parts = [
    view,
    changed,
    view.onDidChangeVisibility(loadSoon),
    server.onNotification(coverageChangedMethod, loadSoon),
    command('refreshErrorCodes', () => vscode.window.withProgress({ location: { viewId } }, () => load({ refresh: true }))),
    command('filterErrorCodes', async () => {
      const filter = await vscode.window.showInputBox({
        title: vscode.l10n.t('Filter Error Codes'),
        prompt: vscode.l10n.t('A part of a code, a status, a group or a cause. Empty shows all.'),
        value: options.filter,
      });
      if (filter !== undefined) set({ filter: filter.trim() });
    }),
    command('showOnlyUnhandled', () => set({ onlyUnhandled: true })),
    command('showAllErrorCodes', () => set({ onlyUnhandled: false, filter: '' })),
    command('groupErrorCodes', () => chooseOrder(options).then((chosen) => chosen && set(chosen))),
    command('copyCoverage', async (node) => {
      const chosen = node?.kind === 'catalogue' ? [node.catalogue] : (coverage?.catalogues ?? []);
      await vscode.env.clipboard.writeText(chosen.map(({ markdown }) => markdown).join('\n\n'));
      vscode.window.setStatusBarMessage(vscode.l10n.t('The error codes are on the clipboard, as Markdown.'), 3000);
    }),
    registerCodeCommands(),
    new vscode.Disposable(() => clearTimeout(timer)),
  ];
  return vscode.Disposable.from(...parts);
}

/** Counts the codes that findings are about, each once, of those of their APIs: the same that *Problems* says. */
function describeBadge(catalogues: readonly CatalogueCoverageItem[]): vscode.ViewBadge {
  const open = catalogues.filter(({ openSites }) => openSites > 0);
  const sum = (count: (catalogue: CatalogueCoverageItem) => number): number => open.reduce((all, each) => all + count(each), 0);
  const value = sum(({ leftOut }) => leftOut);
  const total = sum((catalogue) => catalogue.total);
  const sites = sum(({ openSites }) => openSites);
  if (value === 0) return { value, tooltip: '' };
  const tooltip =
    sites === 1
      ? vscode.l10n.t('{0} of {1} error codes are not handled at 1 place', value, total)
      : vscode.l10n.t('{0} of {1} error codes are not handled at {2} places', value, total, sites);
  return { value, tooltip };
}

async function chooseOrder({ groupBy, sortBy }: TreeOptions): Promise<Partial<TreeOptions> | undefined> {
  const mark = (on: boolean): string => (on ? vscode.l10n.t('now') : '');
  const choice = await vscode.window.showQuickPick(
    [
      { label: vscode.l10n.t('Group by Status'), description: mark(groupBy === 'status'), set: { groupBy: 'status' as const } },
      { label: vscode.l10n.t('Group by Group'), description: mark(groupBy === 'group'), set: { groupBy: 'group' as const } },
      {
        label: vscode.l10n.t('Sort as in the Catalogue'),
        description: mark(sortBy === 'catalogue'),
        set: { sortBy: 'catalogue' as const },
      },
      { label: vscode.l10n.t('Sort by Code'), description: mark(sortBy === 'code'), set: { sortBy: 'code' as const } },
      {
        label: vscode.l10n.t('Sort by Places That Handle It'),
        description: mark(sortBy === 'handled'),
        set: { sortBy: 'handled' as const },
      },
    ],
    { title: vscode.l10n.t('Group and Sort Error Codes') },
  );
  return choice?.set;
}
