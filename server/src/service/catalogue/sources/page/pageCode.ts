import type { Retry, StatusPattern } from '../../../types.ts';
import type { CodeWord } from './tables/codeCell.ts';
import type { Section } from './pageOutline.ts';
import type { Retirement } from './retirement.ts';
import { failuresOf, readStatuses } from './statusText.ts';

/** A code with the page's whole description of it at one place. */
export interface PageCode {
  readonly word: CodeWord;
  readonly statuses: readonly StatusPattern[];
  /** Empty when the page describes no cause. */
  readonly cause: string;
  readonly remedy: string;
  /** A number's name for programs: `FOLLOWER_READ_ONLY`. */
  readonly name?: string;
  readonly retry?: Retry;
  readonly retirement?: Retirement;
  readonly section: Section;
  /** Identifies the table, list or group of headings: its codes have the same object, others a different one. */
  readonly block: object;
}

/** The statuses of failures that the nearest heading names: `## 401 Unauthorized`, `Client errors (4xx)`. */
export function statusesOfHeadings(section: Section): StatusPattern[] {
  for (let at: Section | undefined = section; at; at = at.parent) {
    const statuses = failuresOf(readStatuses(at.title));
    if (statuses.length > 0) return statuses;
  }
  return [];
}
