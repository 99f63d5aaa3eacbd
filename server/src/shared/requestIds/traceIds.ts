/** The digits of an id that tracing libraries share: 32 hexadecimal ones in lower case, padded with zeros. */
export type TraceDigits = string;

// Fewer digits are found by chance.
const leastDigits = 10;
const longestTraceText = 200;

/**
 * How headers and logs write the id of a trace; the first group has its hexadecimal digits. Sources: W3C Trace Context, the B3
 * and Jaeger propagation formats, Google's X-Cloud-Trace-Context, ASP.NET's hierarchical Request-Id.
 */
const hexadecimalForms: readonly RegExp[] = [
  // traceparent
  /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/i,
  // b3 and sentry-trace
  /^([\da-f]{32}|[\da-f]{16})-[\da-f]{16}(?:-[01d](?:-[\da-f]{16})?)?$/i,
  // uber-trace-id
  /^([\da-f]{10,32}):[\da-f]{1,16}:[\da-f]{1,16}:[\da-f]{1,2}$/i,
  /^([\da-f]{32})\/\d{1,20}(?:;o=\d)?$/i,
  /^projects\/[^/\s]{1,100}\/traces\/([\da-f]{32})$/i,
  /^\|([\da-f]{32})\./i,
  // By itself. Jaeger leaves zeros at the beginning out.
  /^([\da-f]{13,16}|[\da-f]{29,32})$/i,
];

// AWS X-Ray: the time in eight digits and 24 others.
const xRay = /(?:^|(?:^|[;\s])root=)1-([\da-f]{8})-([\da-f]{24})(?:;|$)/i;
const decimal = /^[1-9]\d{14,19}$/;
const most64Bits = (1n << 64n) - 1n;

/** Reads the id of a trace in any of its forms; undefined for any other text. */
export function readTraceDigits(text: string): TraceDigits | undefined {
  if (text.length > longestTraceText) return undefined;
  const digits = xRayIn(text) ?? hexadecimalForms.map((form) => form.exec(text)?.[1]).find(Boolean);
  return digits === undefined || /^0*$/.test(digits) ? undefined : digits.toLowerCase().padStart(32, '0');
}

// The headers of b3, Jaeger and Google, in which the id is the first of several numbers.
const ofHeader =
  /^(?:[\da-f]{10,32}(?=:[\da-f]{1,16}:[\da-f]{1,16}:[\da-f]{1,2}$)|(?:[\da-f]{32}|[\da-f]{16})(?=-[\da-f]{16})|[\da-f]{32}(?=\/\d))/i;

/** Up to where the value of a header is the id of a trace; undefined where all of it is. */
export function findTraceId(value: string): number | undefined {
  return ofHeader.exec(value)?.[0].length;
}

/** The 32 digits of an id of AWS X-Ray, by itself or in its header; undefined for any other text. */
export function xRayIn(text: string): string | undefined {
  const parts = xRay.exec(text);
  return parts ? `${parts[1]}${parts[2]}` : undefined;
}

/** Reads the decimal number that Datadog writes for 64 bits of a trace id; undefined for any other text. */
export function readDecimalDigits(text: string): TraceDigits | undefined {
  if (!decimal.test(text) || BigInt(text) > most64Bits) return undefined;
  return BigInt(text).toString(16).padStart(32, '0');
}

/** A form of a trace id. */
export interface TraceForm {
  readonly text: string;
  /** It may be the end of a longer number: half of the digits, or without the zeros before it. */
  readonly endsNumber: boolean;
}

/** The forms in which logs have the id of a trace: others contain one of these. */
export function formsOfTrace(digits: TraceDigits): readonly TraceForm[] {
  const low = digits.slice(16);
  const isWide = !digits.startsWith('0'.repeat(16));
  const whole = isWide ? [digits, `1-${digits.slice(0, 8)}-${digits.slice(8)}`] : [];
  const parts = [...(/^0*$/.test(low) ? [] : [low]), digits.replace(/^0+/, '')].filter(({ length }) => length >= leastDigits);
  const number = BigInt(`0x${low}`).toString();
  return [
    ...[...whole, ...(number.length >= leastDigits ? [number] : [])].map((text) => ({ text, endsNumber: false })),
    ...parts.filter((text) => text !== digits).map((text) => ({ text, endsNumber: true })),
  ];
}
