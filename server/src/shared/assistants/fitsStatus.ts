/**
 * Whether a code with some statuses is meant by a status that is asked for: `4xx` asks for all of them, and a code that is documented
 * with `4xx` may come with 404.
 */
export function fitsStatus(own: readonly string[], wanted: string): boolean {
  const digits = wanted.trim().toLowerCase();
  const isClass = (status: string): boolean => status.endsWith('xx');
  return own.some((each) => each === digits || ((isClass(each) || isClass(digits)) && each.charAt(0) === digits.charAt(0)));
}
