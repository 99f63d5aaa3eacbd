import type { Bench } from './bench.ts';
import { activation } from './benches/activation.ts';
import { check } from './benches/check.ts';
import { completion } from './benches/completion.ts';
import { growth } from './benches/growth.ts';
import { hover } from './benches/hover.ts';
import { idle } from './benches/idle.ts';
import { importing } from './benches/import.ts';
import { keystroke } from './benches/keystroke.ts';
import { lookup } from './benches/lookup.ts';
import { lookupCompressed } from './benches/lookupCompressed.ts';
import { lookupIds } from './benches/lookupIds.ts';
import { lookupSmall } from './benches/lookupSmall.ts';
import { redaction } from './benches/redaction.ts';
import { size } from './benches/size.ts';
import { start } from './benches/start.ts';
import { workspaceIndex } from './benches/workspaceIndex.ts';

/** Every bench, in the order in which they run. */
export const benches: readonly Bench[] = [
  keystroke,
  hover,
  completion,
  start,
  idle,
  activation,
  check,
  workspaceIndex,
  importing,
  lookup,
  lookupCompressed,
  lookupIds,
  lookupSmall,
  redaction,
  growth,
  size,
];
