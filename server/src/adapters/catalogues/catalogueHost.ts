import { existsSync } from 'node:fs';
import type { CatalogueHost } from '../../workspace/host.ts';
import { expandCataloguePath, listCatalogueFiles } from './catalogueFiles.ts';
import { findConfiguration } from './configurationFile.ts';

/** Finds catalogues on disk. @param ripgrepPath asked each time: the editor hands its own over late */
export function createCatalogueHost(ripgrepPath: () => string | undefined): CatalogueHost {
  return {
    findConfiguration,
    async listCatalogues(folder) {
      const ripgrep = ripgrepPath();
      return ripgrep === undefined || !existsSync(folder) ? { files: [] } : listCatalogueFiles(folder, ripgrep);
    },
    expandCatalogues: (folder, pattern, border) => expandCataloguePath(folder, pattern, border, ripgrepPath()),
  };
}
