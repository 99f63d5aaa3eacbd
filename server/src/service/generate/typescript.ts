import { scriptText } from '../languages/textForms.ts';
import { writeComment, writeString } from '../languages/writeText.ts';
import { describeOnOneLine, type Generator, headerOf, isInteger, operationTypes, wordsOfCodes } from './generator.ts';

/** A constant table with the documentation as comments, the union of its values, and a test for text from outside. */
export const typescriptGenerator: Generator = {
  id: 'typescript',
  title: 'TypeScript',
  forms: scriptText,
  write(input) {
    const { codes, typeName } = input;
    const value = (entry: (typeof codes)[number]): string => (isInteger(entry) ? entry.code : quote(entry.code));
    const words = wordsOfCodes(codes);
    const members = codes.map((entry) => {
      const about = describeOnOneLine(entry, scriptText);
      const comment = about === '' ? '' : `  /** ${about} */\n`;
      return `${comment}  ${keyOf(words.get(entry.code) ?? entry.code)}: ${value(entry)},\n`;
    });
    return `// ${headerOf(input, typescriptGenerator)}

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
${operationTypes(input)
  .map(
    ({ name, operation, codes: own }) =>
      `\n/** The error codes of ${describeName(operation)}. */\nexport type ${name} = ${own.map(value).join(' | ')};\n`,
  )
  .join('')}`;
  },
};

function describeName(name: string): string {
  return writeComment(scriptText, name);
}

/** Written as any other key, `__proto__` would be the table's prototype. */
function keyOf(code: string): string {
  if (code === '__proto__') return `[${quote(code)}]`;
  return /^[A-Za-z_$][\w$]*$/.test(code) ? code : quote(code);
}

function quote(text: string): string {
  return writeString(scriptText, "'", text) ?? "''";
}
