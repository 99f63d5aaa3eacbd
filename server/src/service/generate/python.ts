import { pythonText } from '../languages/textForms.ts';
import { writeComment, writeString } from '../languages/writeText.ts';
import { describeOnOneLine, type Generator, headerOf, isInteger, nameCodes, operationTypes, wordsOfName } from './generator.ts';

const keywords = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);

/** An enum whose members are the codes themselves (`StrEnum`, Python 3.11; `IntEnum` for numbers), and a `Literal` of them. */
export const pythonGenerator: Generator = {
  id: 'python',
  title: 'Python',
  forms: pythonText,
  write(input) {
    const { codes, typeName } = input;
    const areNumbers = codes.every(isInteger);
    const base = areNumbers ? 'IntEnum' : 'StrEnum';
    const value = (code: string): string => (areNumbers ? code : (writeString(pythonText, '"', code) ?? ''));
    const names = nameCodes(
      codes,
      (code) => wordsOfName(code).join('_').toUpperCase(),
      // The members of `str` are in lower case; an enum keeps names between underscores for itself.
      (name) => keywords.has(name) || /^_.*_$/.test(name),
    );
    const members = codes.map((entry) => {
      const about = describeOnOneLine(entry, pythonText);
      const member = `    ${names.get(entry.code)} = ${value(entry.code)}\n`;
      return about === '' ? member : `    # ${about}\n${member}`;
    });
    return `# ${headerOf(input, pythonGenerator)}

from enum import ${base}
from typing import Literal


class ${typeName}(${base}):
    """The error codes that the documentation lists."""

${members.join('')}

${typeName}Value = Literal[
${codes.map(({ code }) => `    ${value(code)},\n`).join('')}]
${operationTypes(input)
  .map(
    ({ name, operation, codes: own }) =>
      `\n# The error codes of ${writeComment(pythonText, operation)}.\n${name} = Literal[\n${own.map(({ code }) => `    ${value(code)},\n`).join('')}]\n`,
  )
  .join('')}`;
  },
};
