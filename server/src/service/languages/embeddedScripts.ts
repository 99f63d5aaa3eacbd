import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Span } from '../types.ts';

/** A kind of document that contains scripts among other things. */
export interface ScriptHost {
  readonly id: string;
  readonly title: string;
  readonly languageIds: readonly string[];
  readonly extensions: readonly string[];
  /** Code between `---` lines at the beginning, in TypeScript. */
  readonly frontmatter: boolean;
}

/** Documents whose scripts are analysed; the rest of them is blanked, so that offsets do not change. */
export const scriptHosts: readonly ScriptHost[] = [
  { id: 'vue', title: 'Vue', languageIds: ['vue'], extensions: ['.vue'], frontmatter: false },
  { id: 'svelte', title: 'Svelte', languageIds: ['svelte'], extensions: ['.svelte'], frontmatter: false },
  { id: 'astro', title: 'Astro', languageIds: ['astro'], extensions: ['.astro'], frontmatter: true },
  { id: 'html', title: 'HTML', languageIds: ['html'], extensions: ['.html', '.htm'], frontmatter: false },
];

/** The scripts of a document as one text of the same length and with the same lines. */
export interface EmbeddedCode {
  readonly text: string;
  readonly languageId: 'typescript' | 'typescriptreact' | 'javascript';
}

interface Script extends Span {
  readonly language: string;
}

/** Blanks everything but the scripts; undefined when the text has no scripts. */
export async function extractScripts(text: string, { frontmatter }: ScriptHost): Promise<EmbeddedCode | undefined> {
  const front = frontmatter ? readFrontmatter(text) : undefined;
  const scripts = [...(front ? [front] : []), ...(await readScripts(text))].filter(({ start, end }) => start < end);
  if (scripts.length === 0) return undefined;
  let code = '';
  let at = 0;
  for (const { start, end } of scripts.sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    code += blank(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  const languages = scripts.map(({ language }) => language);
  const isJsx = languages.some((language) => language === 'tsx' || language === 'jsx');
  const isTypeScript = languages.some((language) => language === 'ts' || language === 'typescript');
  return {
    text: code + blank(text.slice(at)),
    languageId: isJsx ? 'typescriptreact' : isTypeScript ? 'typescript' : 'javascript',
  };
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

function readFrontmatter(text: string): Script | undefined {
  const match = /^\s*---\r?\n([\s\S]*?)(?:^---|$(?![\s\S]))/m.exec(text);
  if (!match || text.slice(0, match.index).trim() !== '') return undefined;
  const start = match.index + match[0].indexOf('\n') + 1;
  return { start, end: start + (match[1]?.length ?? 0), language: 'ts' };
}

/** Scripts with code: no JSON, templates or the like. */
async function readScripts(text: string): Promise<Script[]> {
  if (!/<script/i.test(text)) return [];
  // Most sessions see no such document.
  const { parseFragment } = await import('parse5');
  const scripts: Script[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node && node.tagName === 'script') {
      const attribute = (name: string): string =>
        node.attrs.find((candidate) => candidate.name === name)?.value.toLowerCase() ?? '';
      const location = node.sourceCodeLocation;
      const type = attribute('type');
      if (location?.startTag && (type === '' || type === 'module' || /(java|ecma|type)script|babel|jsx/.test(type))) {
        const language = attribute('lang') || (type.includes('typescript') ? 'ts' : '');
        scripts.push({ start: location.startTag.endOffset, end: location.endTag?.startOffset ?? location.endOffset, language });
      }
    }
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parseFragment(text, { sourceCodeLocationInfo: true }));
  return scripts;
}
