import { codesOfClass } from '../catalogue/classIndex.ts';
import type { Catalogue, HandlingSite } from '../types.ts';

/** A class or a status with more codes limits nothing: no one handles them all, as no one handles all codes of an open API. */
const mostOfClass = 12;

/**
 * Whether something limits the codes that can arrive: of an open API only those are asked for.
 * @param required the codes that can arrive
 */
export function isNarrowed(
  site: HandlingSite,
  catalogue: Catalogue,
  only: readonly string[] | undefined,
  byOperation: ReadonlySet<string> | undefined,
  required: readonly string[],
): boolean {
  if (only !== undefined || byOperation !== undefined) return true;
  const byClass = site.onlyCodes !== undefined && isOfOneClass(site.onlyCodes, catalogue);
  return (byClass || site.statuses !== undefined) && required.length <= mostOfClass;
}

/**
 * Whether a class with codes or statuses of its own covers all of these. One that only gathers others may take further errors: where
 * one gathers just these codes, it is not known which of the two is meant, and nothing is limited.
 */
function isOfOneClass(codes: ReadonlySet<string>, catalogue: Catalogue): boolean {
  let isOne = false;
  for (const errorClass of catalogue.classes) {
    const covered = codesOfClass(catalogue, errorClass);
    if (covered.size < codes.size || ![...codes].every((code) => covered.has(code))) continue;
    if (errorClass.codes.length + errorClass.statuses.length > 0) isOne = true;
    else if (covered.size === codes.size) return false;
  }
  return isOne;
}
