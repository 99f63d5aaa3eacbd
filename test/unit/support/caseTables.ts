import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** A section of a table: a source, and below `---` the description of what is found in it. */
interface Case {
  readonly title: string;
  readonly source: string;
  readonly expected: string;
}

function readCases(file: string): readonly Case[] {
  return readFileSync(file, 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...lines] = section.trimEnd().split('\n');
      const border = lines.findIndex((line) => line.startsWith('--- '));
      const end = border === -1 ? lines.length : border;
      return { title, source: `${lines.slice(0, end).join('\n')}\n`, expected: lines.slice(end).join('\n') };
    });
}

/**
 * A test for each case of the tables in a folder, of which each is named after a language. With the variable set, the tables are
 * written anew instead: read their difference before it is committed.
 */
export function testCaseTables(
  folder: string,
  variable: string,
  describeCase: (source: string, languageId: string) => Promise<string>,
): void {
  for (const file of readdirSync(folder)) {
    const languageId = file.replace('.txt', '');
    const cases = readCases(folder + file);
    if (process.env[variable] !== undefined) {
      it(`writes ${file}`, async () => {
        const sections: string[] = [];
        for (const { title, source } of cases)
          sections.push(`=== ${title}\n${source}${await describeCase(source, languageId)}\n`);
        writeFileSync(folder + file, sections.join('\n'));
      });
      continue;
    }
    for (const { title, source, expected } of cases)
      it(`${languageId}: ${title}`, async () => assert.equal(await describeCase(source, languageId), expected));
  }
}
