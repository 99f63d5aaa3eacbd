import { createCatalogue } from '../../../server/src/service/catalogue/createCatalogue.ts';
import type { Catalogue } from '../../../server/src/service/types.ts';

/** A catalogue of codes and nothing else. */
export function createTestCatalogue(id: string, codes: readonly (string | number)[]): Catalogue {
  const title = id.charAt(0).toUpperCase() + id.slice(1);
  return createCatalogue(
    { id, title, codes: codes.map((code) => ({ code, status: 409, cause: `Cause of ${code}.` })) },
    { builtin: false, locations: [] },
  );
}
