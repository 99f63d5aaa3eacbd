import { cloudWatch } from './cloudWatch.ts';
import { datadog } from './datadog.ts';
import { elasticsearch } from './elasticsearch.ts';
import { jaeger } from './jaeger.ts';
import type { LogEngine } from './logEngine.ts';
import { loki } from './loki.ts';
import { tempo } from './tempo.ts';
import { victoriaLogs } from './victoriaLogs.ts';
import { zipkin } from './zipkin.ts';

/** Every kind of engine that can be asked: for logs, and for the spans of traces. */
export const logEngines: readonly LogEngine[] = [cloudWatch, datadog, elasticsearch, jaeger, loki, tempo, victoriaLogs, zipkin];
