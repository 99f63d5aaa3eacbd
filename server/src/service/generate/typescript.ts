import { describeOnOneLine, type Generator, headerOf } from './generator.ts';

/** A constant table with the documentation as comments, the union of its values, and a test for text from outside. */
export const typescriptGenerator: Generator = {
  id: 'typescript',
  title: 'TypeScript',
  write(input) {
    const { codes, typeName } = input;
    const value = ({ code, numeric }: (typeof codes)[number]): string => (numeric ? code : quote(code));
    const members = codes.map((entry) => {
      const about = describeOnOneLine(entry).replaceAll('*/', '* /');
      const comment = about === '' ? '' : `  /** ${about} */\n`;
      return `${comment}  ${isName(entry.code) ? entry.code : quote(entry.code)}: ${value(entry)},\n`;
    });
    return `// ${headerOf(input, 'typescript')}

/** The error codes that the documentation lists. */
export const ${typeName} = {
${members.join('')}} as const;

export type ${typeName} =
${codes.map((entry) => `  | ${value(entry)}`).join('\n')};

const known: ReadonlySet<unknown> = new Set(Object.values(${typeName}));

/** Whether a value, such as a field of a response, is one of the documented codes. */
export function is${typeName}(value: unknown): value is ${typeName} {
  return known.has(value);
}
`;
  },
};

function isName(code: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(code) && code !== '__proto__';
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replace(/[\p{Cc}\u2028\u2029]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}'`;
}
