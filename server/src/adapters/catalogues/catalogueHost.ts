import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CatalogueHost } from '../../workspace/host.ts';
import { scanEvidence } from '../ripgrep/evidenceScan.ts';
import { createEntry, expandCataloguePath, listCatalogueFiles } from './catalogueFiles.ts';
import { findConfiguration } from './configurationFile.ts';
import { readServiceModels } from './serviceModels.ts';

/**
 * Finds catalogues on disk.
 * @param ripgrepPath asked each time: the editor hands its own over late
 * @param distribution the folder of the bundle
 */
export function createCatalogueHost(ripgrepPath: () => string | undefined, distribution: string): CatalogueHost {
  return {
    findConfiguration,
    async scanEvidence(root, set, signal) {
      const ripgrep = ripgrepPath();
      return ripgrep === undefined || !existsSync(root) ? { evidence: new Map() } : scanEvidence(root, set, ripgrep, signal);
    },
    async readShipped(file) {
      const entry = createEntry(path.join(distribution, 'catalogues', file), distribution);
      return { uri: entry.uri, ...(await entry.read()) };
    },
    async readServiceModels(folder) {
      const ripgrep = ripgrepPath();
      return ripgrep === undefined || !existsSync(folder) ? { models: [] } : readServiceModels(folder, ripgrep);
    },
    async listCatalogues(folder) {
      const ripgrep = ripgrepPath();
      return ripgrep === undefined || !existsSync(folder) ? { files: [] } : listCatalogueFiles(folder, ripgrep);
    },
    expandCatalogues: (folder, pattern, border) => expandCataloguePath(folder, pattern, border, ripgrepPath()),
  };
}
