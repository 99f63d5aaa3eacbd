import * as l10n from '@vscode/l10n';
import type { SourceNote } from '../../source.ts';
import type { PageLines } from './pageLines.ts';

const lineLimit = 20_000;
const codeLimit = 1_000_000;
const paragraphLimit = 50_000;
const nestingLimit = 32;
const mostMarks = 1_000;

/** Leaves out text that takes a parser of Markdown too long, and reports each kind once. */
export interface MarkdownGuard {
  /** A line of a block of code. */
  checkCode(line: number): void;
  check(line: number): void;
  /** A block of code begins: the paragraph before it has ended. */
  endParagraph(): void;
}

/** @param notes receives notes on the parts that are left out */
export function createMarkdownGuard(page: PageLines, notes: SourceNote[]): MarkdownGuard {
  let paragraph = { length: 0, marks: 0 };
  const noted = new Set<string>();
  const endParagraph = (): void => {
    paragraph = { length: 0, marks: 0 };
  };
  const leaveOut = (line: number, message: string): void => {
    page.blank(line, line);
    if (!noted.has(message)) notes.push({ line, message, severity: 'error' });
    noted.add(message);
  };
  return {
    endParagraph,
    checkCode(line) {
      if (page.at(line).length > codeLimit) leaveOut(line, l10n.t('A line of more than {0} characters is left out.', codeLimit));
    },
    check(line) {
      const text = page.at(line);
      if (text.trim() === '' || /^\s*(?:[-*+#|]|\d+[.)])/.test(text)) endParagraph();
      if (text.length > lineLimit) return leaveOut(line, l10n.t('A line of more than {0} characters is left out.', lineLimit));
      if (depthOf(text) > nestingLimit || /^\s{200}/.test(text))
        return leaveOut(line, l10n.t('A line that is nested more than {0} deep is left out.', nestingLimit));
      paragraph.length += text.length;
      paragraph.marks += text.match(/[*_]+/g)?.length ?? 0;
      if (paragraph.length > paragraphLimit) {
        endParagraph();
        return leaveOut(line, l10n.t('A line of a paragraph with more than {0} characters is left out.', paragraphLimit));
      }
      // Emphasis of that many marks is no emphasis, and takes quadratic time.
      if (paragraph.marks > mostMarks) page.replace(line, text.replaceAll('*', ' '));
    },
  };
}

/** How many quotes and lists a line is in. */
function depthOf(text: string): number {
  const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/.exec(text)?.[0] ?? '';
  return containers.replace(/[^->*+.)]/g, '').length;
}
