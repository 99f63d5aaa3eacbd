import * as l10n from '@vscode/l10n';
import { decodeAddress } from '../../shared/decodeAddress.ts';
import { withoutUndefined } from '../../shared/withoutUndefined.ts';
import { folderOf } from '../../workspace/folderOf.ts';
import { answerRequest } from '../handlers.ts';
import { readObject } from '../params.ts';
import { type CatalogueCoverageItem, coverageMethod, type CoverageResult } from '../../protocol/protocol.ts';
import { shownAddress } from '../../service/render/address.ts';
import { describeStatus } from '../../service/render/status.ts';
import { type CatalogueCoverage, placesOfCode } from '../../service/workspace/coverage.ts';
import type { Catalogue } from '../../service/types.ts';
import { renderCoverage } from '../../service/workspace/coverageMarkdown.ts';
import { definitionsOf } from './symbolRequests.ts';
import type { Workspace } from '../folders/workspace.ts';
import type { WholeServer } from '../wholeServer.ts';

/** The most places of one code that are sent: a list that a person reads. */
const mostPlaces = 200;

/** Answers `apiErrorCodes/coverage`. Call once. */
export function registerCoverage(server: WholeServer): void {
  const { connection, host, workspace } = server;
  answerRequest(
    connection,
    coverageMethod,
    readObject,
    (): CoverageResult => ({ complete: false, catalogues: [] }),
    async ({ wait, refresh }) => {
      await workspace.ready();
      if (refresh === true) {
        await host.forgetFiles();
        workspace.index.refresh();
      }
      const catalogues = await listCoverage(server, wait === true || refresh === true);
      return { complete: workspace.index.isComplete(), catalogues };
    },
  );
}

/** @param wait until the whole workspace has been read; else the mentions known so far count */
async function listCoverage(
  { workspace, mentions, shownCatalogues }: WholeServer,
  wait: boolean,
): Promise<readonly CatalogueCoverageItem[]> {
  const coverage = await mentions.coverage(wait);
  const shown = new Set(await shownCatalogues());
  const listed = coverage.filter(({ catalogue }) => shown.has(catalogue));
  const nameOf = (uri: string): string => nameIn(workspace.folders(), uri);
  const titleOf = await findTitles(listed, workspace);
  return listed.map((each) => toItem(each, titleOf, nameOf));
}

/** The coverage of the whole workspace as Markdown. @param id of a catalogue; absent: all whose APIs show, and the user's own */
export async function coverageMarkdown(server: WholeServer, id: string | undefined): Promise<string> {
  await server.workspace.ready();
  const all = await listCoverage(server, true);
  const wanted = all.filter((each) => id === undefined || each.id === id);
  if (wanted.length > 0) return wanted.map(({ markdown }) => markdown).join('\n\n');
  const ids = all.map((each) => each.id).join(', ');
  return ids === ''
    ? l10n.t('No API with known error codes shows here.')
    : l10n.t('No such catalogue is in use here; there are: {0}.', ids);
}

/** Titles of catalogues, with the folders that each is of where several have one id. */
async function findTitles(
  coverage: readonly CatalogueCoverage[],
  { folders, setOf }: Workspace,
): Promise<(catalogue: Catalogue) => string> {
  const using = new Map<Catalogue, string[]>();
  for (const folder of folders()) {
    for (const catalogue of (await setOf(folder)).catalogues)
      using.set(catalogue, [...(using.get(catalogue) ?? []), nameOfFolder(folder, folders())]);
  }
  return (catalogue) => {
    const { id, title } = catalogue;
    const isOnly = coverage.filter((each) => each.catalogue.id === id).length === 1;
    return isOnly ? title : `${title} (${using.get(catalogue)?.join(', ') ?? ''})`;
  };
}

function toItem(
  coverage: CatalogueCoverage,
  titleOf: (catalogue: Catalogue) => string,
  nameOf: (uri: string) => string,
): CatalogueCoverageItem {
  const { codes, handled, total, sites } = coverage;
  const catalogue = { ...coverage.catalogue, title: titleOf(coverage.catalogue) };
  const open = sites.filter(({ missing }) => missing.length > 0);
  return {
    id: catalogue.id,
    title: catalogue.title,
    handled,
    total,
    groups: Object.fromEntries(catalogue.groups),
    leftOut: new Set(open.flatMap(({ missing }) => missing)).size,
    openSites: open.length,
    open: catalogue.open,
    codes: codes.map((code) => ({
      code: code.code,
      status: describeStatus(code.statuses),
      groups: code.groups,
      cause: code.cause,
      retired: code.retired,
      ...withoutUndefined({
        docs: docsOf(coverage.catalogue, code.code),
        definition: definitionsOf(code.code, [coverage.catalogue])[0],
      }),
      places: placesOfCode(code)
        .slice(0, mostPlaces)
        .map(({ uri, range, role, errorClass }) => ({ uri, range, role, ...withoutUndefined({ errorClass }) })),
    })),
    markdown: renderCoverage({ ...coverage, catalogue }, nameOf),
  };
}

function docsOf({ codes, docs }: Catalogue, code: string): string | undefined {
  const address = codes.get(code)?.docs ?? docs;
  return address === undefined ? undefined : shownAddress(address);
}

/** A file's path within its folder, after the folder's name where there are several. */
function nameIn(folders: readonly string[], uri: string): string {
  const folder = folderOf(uri, folders);
  if (folder === undefined) return decodeAddress(uri);
  const path = decodeAddress(uri.slice(folder.replace(/\/$/, '').length + 1));
  return folders.length > 1 ? `${nameOfFolder(folder, folders)}/${path}` : path;
}

/** The last part of a folder's path, or all of it where two end alike. */
function nameOfFolder(folder: string, folders: readonly string[]): string {
  const lastPart = (uri: string): string => /([^/]*)\/?$/.exec(uri)?.[1] ?? '';
  const name = lastPart(folder);
  const isOnly = folders.filter((other) => lastPart(other) === name).length === 1;
  return decodeAddress(isOnly ? name : folder.replace(/^file:\/\//, ''));
}
