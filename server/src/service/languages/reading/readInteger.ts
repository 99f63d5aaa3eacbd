const integer = /^(-?)\s*(0[xX][0-9a-fA-F]+?|0[bB][01]+|0[oO][0-7]+|0|[1-9]\d*)(?:[uUlLnN]{1,3}|[iu](?:8|16|32|64|128|size))?$/;

/**
 * The value of an integer literal in decimal digits, with its sign: `0x1005` and `4_101L` too. Undefined for other numbers, and
 * for a leading zero, which is octal in some languages only.
 */
export function readInteger(literal: string): string | undefined {
  const [, sign, digits] = integer.exec(literal.replace(/[_']/g, '')) ?? [];
  if (digits === undefined || digits.length > 40) return undefined;
  const value = BigInt(digits.toLowerCase());
  return value === 0n ? '0' : `${sign}${value}`;
}
