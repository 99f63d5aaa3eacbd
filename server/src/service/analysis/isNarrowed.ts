import { codesOfClass } from '../catalogue/classIndex.ts';
import type { Catalogue, HandlingSite } from '../types.ts';

/** Whether something limits the codes that can arrive: of an open API only those are asked for. */
export function isNarrowed(
  site: HandlingSite,
  catalogue: Catalogue,
  only: readonly string[] | undefined,
  byOperation: ReadonlySet<string> | undefined,
): boolean {
  const byClass = site.onlyCodes !== undefined && isOfOneClass(site.onlyCodes, catalogue);
  return byClass || site.statuses !== undefined || only !== undefined || byOperation !== undefined;
}

/** Whether a class with codes or statuses of its own covers all of these. One that only gathers others limits nothing. */
function isOfOneClass(codes: ReadonlySet<string>, catalogue: Catalogue): boolean {
  return catalogue.classes.some((errorClass) => {
    if (errorClass.codes.length + errorClass.statuses.length === 0) return false;
    const covered = codesOfClass(catalogue, errorClass);
    return [...codes].every((code) => covered.has(code));
  });
}
