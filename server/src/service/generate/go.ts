import { goText } from '../languages/textForms.ts';
import { writeString } from '../languages/writeText.ts';
import { describeOnOneLine, findUnwritable, type Generator, headerOf, isInteger, nameCodes, toPascalCase } from './generator.ts';

/** A type with one typed constant for each code, as `gofmt` writes it. */
export const goGenerator: Generator = {
  id: 'go',
  title: 'Go',
  forms: goText,
  write(input) {
    const { catalogue, codes, typeName } = input;
    if (findUnwritable(goGenerator, codes) !== undefined) return undefined;
    const areNumbers = codes.every(isInteger);
    const names = nameCodes(
      codes,
      (code) => typeName + toPascalCase(code),
      // A code without a letter would take the type's own name.
      (name) => name === typeName,
    );
    const nameOf = (code: string): string => names.get(code) ?? typeName;
    const value = (code: string): string => (areNumbers ? code : (writeString(goText, '"', code) ?? ''));
    // gofmt aligns consecutive lines; a comment between two constants begins a new block.
    let width = 0;
    const described = codes.map((entry) => ({ entry, about: describeOnOneLine(entry, goText) }));
    const blocks = described.map(({ entry, about }, index) => {
      if (index === 0 || about !== '') {
        width = 0;
        for (let at = index; at < described.length && (at === index || described[at]?.about === ''); at += 1) {
          width = Math.max(width, nameOf(described[at]?.entry.code ?? '').length);
        }
      }
      const constant = `\t${nameOf(entry.code).padEnd(width)} ${typeName} = ${value(entry.code)}\n`;
      const verb = entry.statuses.length > 0 ? ' is returned with ' : ': ';
      return about === '' ? constant : `\t// ${nameOf(entry.code)}${verb}${about}\n${constant}`;
    });
    return `// ${headerOf(input, goGenerator)}

package ${packageName(catalogue.id)}

// ${typeName} is an error code that the documentation lists.
type ${typeName} ${areNumbers ? 'int' : 'string'}

const (
${blocks.join('')})
`;
  },
};

function packageName(id: string): string {
  const letters = id.replace(/[^a-z0-9]/g, '').replace(/^\d+/, '');
  return `${letters}errors`;
}
