import type { PersonalKind, personalKinds } from './personalKinds.ts';
import type { SecretRule } from './secretRule.ts';

interface PersonalRule extends SecretRule {
  readonly kind: (typeof personalKinds)[PersonalKind];
}

/** Issuers' prefixes and lengths: Visa, Mastercard, American Express, Discover, Diners Club, JCB, UnionPay, Mir, Maestro. */
const issued =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|3[47]\d{13}|6(?:011|4[4-9]\d|5\d\d)\d{12}(?:\d{3})?|3(?:0[0-5]|[68]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}(?:\d{3})?|62\d{14,17}|220[0-4]\d{12}|(?:50|5[6-8]|67)\d{14})$/;

/** All in one, or in the groups that cards have. */
const grouped = /^(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,4}(?:\1\d{3})?|\d{4}([ -])\d{6}\2\d{4,5})$/;

/** The lengths of IBANs by country. */
const ibanLengths: Readonly<Record<number, string>> = {
  15: 'NO',
  16: 'BE',
  18: 'DK FI FO GL NL SD',
  19: 'MK SI',
  20: 'AT BA EE KZ LT LU XK MN',
  21: 'CH HR LI LV',
  22: 'BG BH CR DE GB GE IE ME RS VA',
  23: 'AE GI IL IQ OM SO TL',
  24: 'AD CZ ES MD PK RO SA SE SK TN VG',
  25: 'LY PT ST',
  26: 'IS TR',
  27: 'BI DJ FR GR IT MC MR SM',
  28: 'AL AZ BY CY DO GT HU LB NI PL SV',
  29: 'BR EG PS QA UA',
  30: 'JO KW MU YE',
  31: 'MT SC',
  32: 'LC',
  33: 'RU',
};

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4 = `${octet}(?:\\.${octet}){3}`;
// Networks that are no one's in particular: private, local, shared, the machine itself, all.
const local =
  /^(?:0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|22[4-9]\.|2[3-5]\d\.|(?:1|2|3|4)\.\d{1,2}\.\d\.0$|\d{1,3}\.\d{1,3}\.0\.0$)/;

/** E-mail addresses, card numbers, IBANs, IP addresses, phone numbers. */
export const personalData: readonly PersonalRule[] = [
  {
    kind: 'e-mail address',
    keywords: ['@'],
    // `git@github.com:org/repo` is a place, `akka.tcp://Name@host` one with a name in it.
    pattern:
      /(?<![\p{L}\p{N}._%+-]|:\/\/)(?!(?:git|hg|svn)@)[\p{L}\p{N}._%+-][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu,
    accept: (secret) => !/^[^@]+@v?\d/.test(secret),
  },
  {
    kind: 'card number',
    pattern:
      /\d{4}(?:\d{9,15}|[ -]\d{4,6}[ -]\d{4,7}(?:[ -]\d{1,4}){0,2})(?![A-Za-z0-9]|[.:-]\d)(?<=(?<![A-Za-z0-9]|\d[.:-])\d{4}[\d -]{9,20})/g,
    accept: isCardNumber,
  },
  {
    kind: 'IBAN',
    pattern: /[A-Z]{2}\d\d(?<![A-Za-z0-9].{4})(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Za-z0-9])/g,
    accept: isIban,
  },
  {
    kind: 'IP address',
    // A number of a version has four parts as well. The border before it is looked for last, since that takes longest.
    pattern: new RegExp(
      `\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}(?![\\w-]|\\.\\w)(?<=(?<![\\w.-]|\\w/|(?:version|release|build|agent|v)[\\s:=/]{1,3})${ipv4})`,
      'gi',
    ),
    accept: (secret) => !local.test(secret),
  },
  {
    kind: 'IP address',
    // Those in use begin with 2 or 3.
    pattern:
      /[23][0-9a-f]{3}:(?<![\w:.-].{5})(?:(?:[0-9a-f]{1,4}:){6}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){0,5}(?::[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{1,4}:){1,6}:|:)(?![\w:.-])/gi,
  },
  {
    kind: 'phone number',
    // With the code of a country; a sign and digits are a difference as well, which is shorter.
    keywords: ['+'],
    pattern: /(?<![\w+/.-])\+[1-9](?:[ ().-]{0,2}\d){8,14}(?![\w-]|\.\d)/g,
  },
  {
    kind: 'phone number',
    keywords: ['phone', 'mobile', 'msisdn', 'tel', 'fax', 'whatsapp', 'sms', 'caller', 'telefon', 'handy'],
    pattern:
      /(?<![A-Za-z])(?:(?:tele|cell|mobile)?[-_ ]?phone|mobile|msisdn|tel|fax|whatsapp|sms|caller|telefon|handy)(?:[-_ ]?(?:number|no|nr|nummer|id|to|from))?\\?["']?\.?\s{0,3}[:= ]\s{0,3}\\?["']?(?:tel:)?(?<secret>\(?\d(?:[ ()./-]{0,2}\d){6,14})(?![\w-]|\.\d)/gi,
    accept: (secret) => !/^\d{4}-\d\d-\d\d/.test(secret),
  },
  {
    kind: 'phone number',
    pattern:
      /[2-9]\d\d[-.]\d{4}(?![\w-]|\.\d)(?<=(?<![\w.+-])(?:\([2-9]\d\d\) ?[2-9]\d\d-|[2-9]\d\d-[2-9]\d\d-|[2-9]\d\d\.[2-9]\d\d\.)\d{4})(?<=(?<secret>(?:\([2-9]\d\d\) ?|[2-9]\d\d[-.])[2-9]\d\d[-.]\d{4}))/g,
  },
];

/** An issuer's prefix and length, and the check digit of ISO/IEC 7812-1. */
function isCardNumber(text: string): boolean {
  if (!grouped.test(text)) return false;
  const digits = text.replace(/\D/g, '');
  if (!issued.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const doubled = Number(character) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** A country's length, and the check digits of ISO 13616. */
function isIban(text: string): boolean {
  const iban = text.replaceAll(' ', '');
  if (!ibanLengths[iban.length]?.includes(iban.slice(0, 2))) return false;
  const moved = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const character of moved) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
