import type { DocumentTree } from '../analysis/documentAnalyser.ts';
import { type AnalysisBase, beginAnalysis, type DocumentFacts } from '../analysis/documentAnalysis.ts';
import { classLanguageOf, codesOfClass, isMemberClass, modulesOfClass, nameSeparator } from '../catalogue/classIndex.ts';
import type { CompletionAnswer, CompletionList } from '../edits/completionList.ts';
import { matches, mostItems } from '../edits/completionList.ts';
import { readClassHit } from '../mentions/constants.ts';
import { findImportStatements, type ImportStatement, importsModule } from '../mentions/importStatements.ts';
import { showOnOneLine } from '../render/plainText.ts';
import { describeStatus } from '../render/status.ts';
import { importBeside, nameClasses } from '../sites/insertion/planClassArms.ts';
import type { Catalogue, ErrorClass } from '../types.ts';

/** Clauses before and after a place are looked at so far, in characters. */
const reach = 2_000;

/**
 * The classes of the APIs that show, after `except`, `catch (`, `rescue`, `instanceof` and the like; those that the file names near
 * by come last. Undefined at any other place.
 */
export function completeClasses(
  { text, tree, language }: DocumentTree,
  facts: DocumentFacts,
  offset: number,
): CompletionList | undefined {
  const { beforeClass } = language.repair;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const typed = /(?:[\p{L}\p{N}_$]|\.|::|\\)*$/u.exec(text.slice(lineStart, offset))?.[0] ?? '';
  const start = offset - typed.length;
  const index = facts.set.classesFor(classLanguageOf(language.languageIds));
  if (!beforeClass?.test(text.slice(Math.max(lineStart, start - 300), start))) return undefined;
  const base = beginAnalysis(text, tree, language, facts);
  const shown = facts.set.catalogues.filter((catalogue) => base.shown.has(catalogue.id) || importsOf(base, catalogue).length > 0);
  const near = base.context.classes.hits.filter((hit) => Math.abs(hit.start - offset) < reach && hit.end !== offset);
  const caught = new Set(near.map(({ code }) => base.context.classes.classAt(code)?.errorClass));
  const items = shown
    .flatMap((catalogue) =>
      index.of(catalogue).flatMap((errorClass) => describe(base, catalogue, errorClass, caught.has(errorClass)) ?? []),
    )
    .filter(({ filter }) => matches(filter, typed))
    .map((item) => ({ ...item, replace: { start, end: offset } }))
    .sort((a, b) => rank(a, typed) - rank(b, typed));
  return items.length === 0 ? undefined : { items: items.slice(0, mostItems), incomplete: items.length > mostItems };
}

function rank({ handled, filter }: Pick<CompletionAnswer, 'handled' | 'filter'>, typed: string): number {
  return (handled ? 2 : 0) + (filter.toLowerCase().startsWith(typed.toLowerCase()) ? 0 : 1);
}

function describe(
  base: AnalysisBase,
  catalogue: Catalogue,
  errorClass: ErrorClass,
  handled: boolean,
): Omit<CompletionAnswer, 'replace'> | undefined {
  const named = nameIn(base, catalogue, errorClass);
  const codes = codesOfClass(catalogue, errorClass);
  return (
    named && {
      label: showOnOneLine(named.text),
      status: describeStatus(errorClass.statuses),
      api: showOnOneLine(catalogue.title),
      filter: named.text,
      text: named.text,
      kind: 'class',
      handled,
      further: named.further,
      data: { catalogue: catalogue.id, codes: [...codes].slice(0, mostItems) },
    }
  );
}

/** How the file names a class, and the import that this needs. */
function nameIn(
  base: AnalysisBase,
  catalogue: Catalogue,
  { name }: ErrorClass,
): Pick<CompletionAnswer, 'text' | 'further'> | undefined {
  const { context, text } = base;
  const statements = importsOf(base, catalogue);
  const isImport = (at: number): boolean => statements.some(({ start, text: own }) => start <= at && at < start + own.length);
  const labels = context.classes.hits.flatMap((hit) => (isImport(hit.start) ? [] : (readClassHit(context, hit) ?? [])));
  const own = labels.filter(({ errorClass }) => errorClass?.catalogue === catalogue.id);
  const naming = own.length > 0 ? nameClasses(context, own, [name]) : undefined;
  if (naming) return { text: naming.names.get(name) ?? name, further: naming.imports.map(toEdit) };
  if (isMemberClass(name, classLanguageOf(context.language.languageIds))) return undefined;
  const word = name.split(nameSeparator).at(-1) ?? name;
  for (const statement of statements) {
    // `from shop import Client`, `import { Client } from 'shop'`: the class is imported beside it.
    const first = /(?:^\s*from\s[^\n]*\bimport\s+\(?\s*|[{]\s*)(?:type\s+)?([\p{L}_$][\p{L}\p{N}_$]*)/u.exec(statement.text)?.[1];
    const imports = first === undefined ? undefined : importBeside(text, statement, first, [word]);
    if (imports) return { text: word, further: imports.map(toEdit) };
    // `import shop`, `import Shop from 'shop'`, `import sh "example.com/shop"`
    const alias = /^\s*import\s+(?:\*\s+as\s+)?(?:[\w.]+\s+as\s+)?([\p{L}_$][\p{L}\p{N}_$]*)\s*(?:$|from\b|["';])/u.exec(
      statement.text,
    )?.[1];
    if (alias !== undefined && alias !== 'static') return { text: `${alias}.${word}`, further: [] };
  }
  return { text: name, further: [] };
}

/** The statements that import a module of a catalogue's classes. */
function importsOf({ text, language }: AnalysisBase, catalogue: Catalogue): readonly ImportStatement[] {
  const id = classLanguageOf(language.languageIds);
  const modules = new Set(catalogue.classes.flatMap((errorClass) => modulesOfClass(errorClass, id)));
  if (modules.size === 0) return [];
  const statements = findImportStatements(text, language.importWords);
  return statements.filter((statement) => [...modules].some((module) => importsModule(statement, module)));
}

function toEdit({ offset, text }: { readonly offset: number; readonly text: string }): CompletionAnswer['further'][number] {
  return { span: { start: offset, end: offset }, text };
}
