/**
 * The bundle that both Node and browsers load. Each runs only its own part, and in a browser there is no module of Node to load.
 * @param distribution the folder of the bundles
 */
export async function startNodeServer(distribution: string): Promise<void> {
  (await import('./nodeServer.ts')).startNodeServer(distribution);
}

/** Reads a long document, in a thread of Node that is for it. */
export async function readDocumentInThread(): Promise<void> {
  (await import('./adapters/catalogues/readInThread.ts')).readInThread();
}

/** The server in a web worker. @param distribution address of the folder of the bundles */
export async function startBrowserServer(distribution: string): Promise<void> {
  (await import('./browserServer.ts')).startBrowserServer(distribution);
}
