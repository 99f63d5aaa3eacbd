import type { PageLines } from './pageLines.ts';

/** Takes a page's frontmatter out. @returns its title, and the first line after it */
export function takeFrontmatter(page: PageLines): { readonly title: string | undefined; readonly end: number } {
  const first = page
    .at(0)
    .replace(/^\ufeff/, '')
    .trimEnd();
  if (first !== '---' && first !== '+++') return { title: undefined, end: 0 };
  const last = page.lines.slice(0, 1000).findIndex((line, index) => index > 0 && line.trimEnd() === first);
  if (last === -1) return { title: undefined, end: 0 };
  const titles = page.lines.slice(1, last).map((line) => /^["']?title["']?\s{0,9}[:=]\s{0,9}(.{1,500})$/.exec(line)?.[1]?.trim());
  const title = titles.find((value) => value !== undefined);
  page.blank(0, last);
  return { title: title?.replace(/^(["'])(.*)\1$/, '$2').trim(), end: last + 1 };
}
