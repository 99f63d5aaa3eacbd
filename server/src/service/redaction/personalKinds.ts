/** Personal data by the names that settings and options have for it. It is removed unless a user says that it may stay. */
export const personalKinds = {
  'card-number': 'card number',
  'email-address': 'e-mail address',
  iban: 'IBAN',
  'ip-address': 'IP address',
  'phone-number': 'phone number',
} as const;
export type PersonalKind = keyof typeof personalKinds;

/** The name of personal data that a text is; undefined for any other text. */
export function readPersonalKind(name: string): PersonalKind | undefined {
  return Object.hasOwn(personalKinds, name) ? (name as PersonalKind) : undefined;
}
