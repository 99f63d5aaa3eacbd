/** The data of the chart, in the form that the page contains. */
export interface CodesOverTimeData {
  readonly stepMs: number;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly series: readonly { readonly code: string | null; readonly counts: readonly number[] }[];
}

/** Reads the page's data; undefined when there is nothing to draw. */
export function readCodesOverTime(json: string): CodesOverTimeData | undefined {
  const { stepMs, start, series } = JSON.parse(json) as {
    readonly stepMs: number;
    readonly start: string | null;
    readonly series: CodesOverTimeData['series'];
  };
  return start === null || series.length === 0 ? undefined : { stepMs, start: Date.parse(start), series };
}
