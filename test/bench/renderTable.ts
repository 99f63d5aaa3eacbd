import type { Measurement } from './bench.ts';

/** The figures as lines of text, each ratio with what it must reach and what was recorded last. */
export function renderTable(measurements: readonly Measurement[], before: readonly Measurement[]): string {
  const rows = measurements.flatMap((measurement) => {
    const known = before.find(({ what }) => what === measurement.what);
    return [...limitRow(measurement, known), ...peerRows(measurement, known)];
  });
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, column) => Math.max(most[column] ?? 0, cell.length)), []);
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()).join('\n');
}

/** A figure that has to stay below a limit, or that has no peer. */
function limitRow({ what, unit, ours, limit, peers }: Measurement, known: Measurement | undefined): string[][] {
  if (limit === undefined && peers.length > 0) return [];
  const goal = limit === undefined ? '' : `below ${limit} ${unit}: ${ours < limit ? 'yes' : 'NO'}`;
  return [[what, show(ours, unit), '', '', goal, known === undefined ? '' : `was ${show(known.ours, unit)}`]];
}

function peerRows({ what, unit, ours, peers }: Measurement, known: Measurement | undefined): string[][] {
  return peers.map(({ name, value, reach }) => {
    const ratio = ours / value;
    const old = known?.peers.find((peer) => peer.name === name);
    return [
      what,
      show(ours, unit),
      `${name} ${show(value, unit)}`,
      `× ${ratio.toFixed(2)}`,
      reach === undefined ? '' : `≤ ${reach}: ${ratio <= reach ? 'yes' : 'NO'}`,
      old === undefined || known === undefined ? '' : `was × ${(known.ours / old.value).toFixed(2)}`,
    ];
  });
}

function show(value: number, unit: string): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ${unit}`;
}
