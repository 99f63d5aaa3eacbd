import { cloudWatch } from './cloudWatch.ts';
import { elasticsearch } from './elasticsearch.ts';
import type { LogEngine } from './logEngine.ts';
import { loki } from './loki.ts';
import { victoriaLogs } from './victoriaLogs.ts';

/** Every kind of log engine that can be asked. */
export const logEngines: readonly LogEngine[] = [cloudWatch, elasticsearch, loki, victoriaLogs];
