import type { Retry, StatusPattern } from '../../../types.ts';
import type { CodeWord } from './tables/codeCell.ts';
import type { Section } from './pageOutline.ts';
import type { Retirement } from './retirement.ts';
import { plainTextOf } from './richText.ts';
import { failuresOf, isStatusText, readStatuses } from './statusText.ts';

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

/** The statuses of failures that a line of its own names above a block, with nothing but examples between: `Status: 401`. */
export function statusesAbove(section: Section, index: number): StatusPattern[] {
  for (let at = index - 1; at >= 0; at--) {
    const block = section.blocks[at];
    if (block?.kind === 'code') continue;
    const text = block?.kind === 'paragraph' ? plainTextOf(block.text).replace(/^status(?: code)?\s{0,3}[:：]\s{0,3}/i, '') : '';
    return text !== '' && isStatusText(text) ? failuresOf(readStatuses(text)) : [];
  }
  return [];
}
