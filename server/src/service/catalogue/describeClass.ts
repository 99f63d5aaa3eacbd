import type { Catalogue, ErrorClass } from '../types.ts';
import { type ClassEntry, codesOfClass, isBaseClass } from './classIndex.ts';

/** A class with everything that an explanation of it says. */
export interface DescribedClass {
  readonly catalogue: Catalogue;
  readonly errorClass: ErrorClass;
  /** The codes that it covers. */
  readonly codes: ReadonlySet<string>;
  /** It takes every error of its API. */
  readonly isBase: boolean;
}

/** Finds out what an explanation of a class says. */
export function describeClass({ catalogue, errorClass }: ClassEntry): DescribedClass {
  return { catalogue, errorClass, codes: codesOfClass(catalogue, errorClass), isBase: isBaseClass(catalogue, errorClass) };
}
