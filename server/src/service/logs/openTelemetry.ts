const deepest = 20;

/**
 * A record of OTLP JSON as a plain object: lists of keys and values become objects, and `{"stringValue": "x"}` becomes `"x"`.
 * Reads anything; parts without the protocol's shape stay as they are, and parts that are nested too deeply are null.
 */
export function simplifyOtlp(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) return null;
  if (Array.isArray(value)) {
    const pairs: unknown[] = value;
    if (pairs.length > 0 && pairs.every(isKeyValue)) {
      return Object.fromEntries(pairs.map(({ key, value: inner }) => [key, simplifyOtlp(inner, depth + 1)]));
    }
    return pairs.map((item) => simplifyOtlp(item, depth + 1));
  }
  const entries = Object.entries(value) as [string, unknown][];
  const [only] = entries;
  if (entries.length === 1 && only !== undefined && /^(?:string|bool|int|double|bytes)(?:V|_v)alue$/.test(only[0]))
    return only[1];
  if (entries.length === 1 && only !== undefined && /^(?:array|kvlist)(?:V|_v)alue$/.test(only[0])) {
    const { values } = (only[1] ?? {}) as { readonly values?: unknown };
    return simplifyOtlp(values ?? [], depth + 1);
  }
  return Object.fromEntries(entries.map(([key, inner]) => [key, simplifyOtlp(inner, depth + 1)]));
}

function isKeyValue(item: unknown): item is { readonly key: string; readonly value: unknown } {
  return typeof item === 'object' && item !== null && 'key' in item && typeof item.key === 'string' && 'value' in item;
}
