import type { StatusPattern } from '../../types.ts';
import type { ExampleCode } from './errorExamples.ts';

/** The facts about one code in a document's examples. */
export interface ExamplePin {
  readonly code: string | number;
  readonly place: number;
  /** Statuses that its examples show it with. */
  readonly statuses: ReadonlySet<StatusPattern>;
  readonly messages: readonly string[];
}

/** Examples of one code whose messages are taken. */
const mostMessages = 3;

/**
 * Gathers codes of examples. An example that responses with several statuses share, as one in a schema is, shows the code and
 * not which of the statuses is the code's.
 */
export function createExamplePins(): {
  add(example: ExampleCode, status: StatusPattern | undefined): void;
  collect(): ReadonlyMap<string, ExamplePin>;
} {
  const sightings = new Map<string, { example: ExampleCode; statuses: Set<StatusPattern> }>();
  return {
    add(example, status) {
      const key = `${example.place} ${example.code}`;
      const known = sightings.get(key) ?? { example, statuses: new Set() };
      sightings.set(key, known);
      if (status !== undefined) known.statuses.add(status);
    },
    collect() {
      const pins = new Map<string, ExamplePin & { statuses: Set<StatusPattern>; messages: string[] }>();
      for (const { example, statuses } of sightings.values()) {
        const { code, place, cause } = example;
        const pin = pins.get(String(code)) ?? { code, place, statuses: new Set<StatusPattern>(), messages: [] };
        pins.set(String(code), pin);
        const [only] = statuses;
        const status = example.status ?? (statuses.size === 1 ? only : undefined);
        if (status !== undefined) pin.statuses.add(status);
        if (cause !== '' && pin.messages.length < mostMessages && !pin.messages.includes(cause)) pin.messages.push(cause);
      }
      return pins;
    },
  };
}
