import type { TableReading } from '../languages/reading/readings.ts';
import { readLabelAt, type SyntaxContext } from '../mentions/constants.ts';
import { narrow } from './narrowing.ts';
import type { SiteDraft } from './siteDraft.ts';
import { spanOf } from './siteParts.ts';

/** Builds the site of a table; undefined for one that declares constants, is a set, or has a single key. */
export function createTableSite(context: SyntaxContext, reading: TableReading): SiteDraft | undefined {
  if (reading.declares || reading.entries.length < 2 || isSet(reading)) return undefined;
  const arms = reading.entries.map(({ node, key, value }) => {
    const label = readLabelAt(context, key);
    return {
      labels: label ? [label] : [],
      span: spanOf(node),
      body: value ? spanOf(value) : { start: node.endIndex, end: node.endIndex },
      guarded: false,
    };
  });
  const narrowed = narrow(context, reading.node, undefined);
  return {
    node: reading.node,
    source: { kind: 'table', reading },
    site: {
      kind: 'table',
      span: spanOf(reading.node),
      head: headOf(context, reading),
      subject: undefined,
      arms,
      otherwise: undefined,
      takenBefore: new Set(),
      onlyCodes: undefined,
      statuses: narrowed.statuses,
      open: reading.open || arms.some(({ labels }) => labels.length === 0 || labels.some(({ value }) => value === undefined)),
    },
  };
}

/** Every key has the same value, such as `true`: a set of codes, which decides nothing between them. */
function isSet({ entries }: TableReading): boolean {
  return new Set(entries.map(({ value, node }) => value?.text ?? node.text)).size < 2;
}

/** The name that the table is declared under, else its opening bracket. */
function headOf(context: SyntaxContext, { node }: TableReading): { readonly start: number; readonly end: number } {
  const name = context.language.nameOfValue(node);
  return name ? spanOf(name) : { start: node.startIndex, end: node.startIndex + 1 };
}
