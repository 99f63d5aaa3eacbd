import { createTestFolder, startClient, type StartOptions, type TestClient } from './testClient.ts';

/** A site of a switch that leaves 29 of the built-in catalogue's codes out. */
export const switchText = `switch (err.code) {
  case 'INSUFFICIENT_CREDITS': break;
  case 'GENERATION_TIMEOUT': break;
}
`;

/** A folder and a server for each test of a suite, taken away after it. Call it once in a `describe`. */
export function useServer() {
  let folder: ReturnType<typeof createTestFolder>;
  let client: TestClient | undefined;
  beforeEach(() => {
    folder = createTestFolder();
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    folder.remove();
  });
  return {
    get folder() {
      return folder;
    },
    async start(options: StartOptions = {}): Promise<TestClient> {
      client = await startClient({ folders: [folder.root], ...options });
      return client;
    },
    /** Puts a project that calls the API into the folder. */
    putClient(): void {
      folder.put('package.json', '{"name":"x"}');
      folder.put('src/api.ts', "export const base = 'https://api.pikzels.com';");
    },
  };
}
