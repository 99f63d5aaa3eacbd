import { escapeRegExp } from '../matching/codeMatcher.ts';

/** Shown where a credential was. */
const hidden = '[credential]';
/** Shorter credentials would be found in half of all words. */
const shortest = 6;

/** Headers whose values are enough to get access. */
const secretHeaders =
  /^(?:authorization|proxy-authorization|cookie|x-amz-security-token|.*(?:api-?key|application-key|token|secret).*)$/i;

/**
 * Takes the credentials of a request out of an engine's answers, since some engines echo the request. Removes them as a whole,
 * without their scheme, and the name and password that `Basic` packs, each also as JSON and addresses write it.
 * @param headers those of the request
 * @returns the function that takes them out of a text
 */
export function createCredentialHider(headers: Readonly<Record<string, string>>): (text: string) => string {
  const secrets = Object.entries(headers).flatMap(([name, value]) => (secretHeaders.test(name) ? partsOf(value) : []));
  const spellings = new Set(
    secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]),
  );
  if (spellings.size === 0) return (text) => text;
  // The longest first: one may be a part of the other.
  const ordered = [...spellings].sort((one, other) => other.length - one.length).map(escapeRegExp);
  const pattern = new RegExp(ordered.join('|'), 'gi');
  return (text) => text.replace(pattern, hidden);
}

function partsOf(value: string): string[] {
  const rest = value.replace(/^\S+\s+/, '');
  const signature = /Signature=(\S+)/.exec(value)?.[1];
  const unpacked = /^basic\s/i.test(value) ? unpack(rest) : undefined;
  const password = unpacked?.slice(unpacked.indexOf(':') + 1);
  return [value, rest, signature, unpacked, password].filter(
    (part): part is string => part !== undefined && part.trim().length >= shortest,
  );
}

function unpack(base64: string): string | undefined {
  try {
    return atob(base64.trim());
  } catch {
    // It is sent unchanged; the engine decides about it.
    return undefined;
  }
}
