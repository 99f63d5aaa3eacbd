import { classLanguageOf, isMemberClass, nameSeparator } from '../../catalogue/classIndex.ts';
import type { BranchReading, ClauseReading } from '../../languages/reading/readings.ts';
import type { SyntaxContext } from '../../mentions/constants.ts';
import { type Insertion, labelHole } from '../../languages/insertion.ts';
import type { Label } from '../../types.ts';
import { describeInsertion, type InsertionBase } from './insertionPlaces.ts';
import { type Added, importsFor, plainBase, quoteOf } from './planInsertion.ts';
import type { SiteDraft } from '../siteDraft.ts';
import { declareVariables, testedVariable } from '../testedVariable.ts';
import { indentAt, newlineOf, startsLine } from './textLayout.ts';

/** Where arms for further classes go, and how they are written. */
export interface ClassArmsPlan {
  readonly insertion: Insertion;
  /** A clause around its body, with `labelHole` for the class; absent: the language's templates write arms. */
  readonly clause?: { readonly head: string; readonly close: string };
  readonly imports: readonly Added[];
}

/**
 * Plans arms for classes of a catalogue; undefined for a site whose form allows none that are certain to be right. The site may name
 * classes of other APIs, too, which are no model for their names.
 */
export function planClassArms(
  context: SyntaxContext,
  draft: SiteDraft,
  classes: readonly string[],
  catalogue: string,
): ClassArmsPlan | undefined {
  const all = draft.site.arms.flatMap((arm) => arm.labels).filter(({ errorClass }) => errorClass !== undefined);
  const labels = all.filter(({ errorClass }) => errorClass?.catalogue === catalogue);
  const naming = nameClasses(context, labels, classes);
  if (!naming) return undefined;

  const variables = draft.source.kind === 'chain' ? variablesFor(context, draft.source.branches, all, naming) : naming;
  if (!variables) return undefined;
  const imports = [...importsFor(context), ...variables.imports];
  const base: InsertionBase = { ...plainBase(context, draft), quote: quoteOf(context, []), constants: variables.names };
  if (draft.source.kind === 'catch') {
    const planned = planClause(context, draft, draft.source.reading.clauses, base);
    return planned && { ...planned, imports };
  }
  const around = draft.source.kind === 'switch' ? aroundClasses(context, draft.source.reading.arms, all) : undefined;
  const insertion =
    draft.source.kind === 'switch' && !around
      ? undefined
      : describeInsertion(context, draft, { ...base, ...(around && { around }) });
  if (!insertion || (draft.source.kind === 'chain' && !insertion.comparison.includes(labelHole))) return undefined;
  return { insertion, imports };
}

interface Naming {
  readonly names: ReadonlyMap<string, string>;
  readonly imports: readonly Added[];
}

/** Where neighbours test a variable of a class, further classes need a variable each; undefined where it cannot be declared. */
function variablesFor(
  context: SyntaxContext,
  branches: readonly BranchReading[],
  labels: readonly Label[],
  naming: Naming,
): Naming | undefined {
  const [model] = [...branches].reverse().flatMap(({ condition }) => testedVariable(context, condition) ?? []);
  const last = branches.at(-1);
  const lastTests = last && testedVariable(context, last.condition);
  if (!model || !lastTests) return model ? undefined : naming;
  const { startIndex, endIndex } = model.declaration;
  const label = labels.find(({ whole }) => startIndex <= whole.start && whole.end <= endIndex);
  const declared = label && declareVariables(context, model, label.text, naming.names);
  return declared && { names: declared.variables, imports: [...naming.imports, ...declared.declarations] };
}

/** How code here names further classes: as it names their neighbours, by names that are imported as theirs are. */
export function nameClasses(context: SyntaxContext, labels: readonly Label[], classes: readonly string[]): Naming | undefined {
  const names = new Map<string, string>();
  const added: string[] = [];
  const isMember = (name: string): boolean => isMemberClass(name, classLanguageOf(context.language.languageIds));
  for (const name of classes) {
    const word = name.split(nameSeparator).at(-1) ?? name;
    const spelt = labels.map(({ text }) => text.replace(/[\p{L}\p{N}_$]+$/u, '') + word);
    const api = labels[0]?.errorClass?.catalogue;
    const meant = (reference: string): boolean => {
      const entry = context.classes.classAt(reference);
      return entry?.errorClass.name === name && entry.catalogue.id === api;
    };
    const known = spelt.find(meant);
    // Another API's class has the name here.
    if (known === undefined && (context.classes.classAt(word) !== undefined || isMember(name))) return undefined;
    names.set(name, known ?? word);
    if (known === undefined) added.push(word);
  }
  if (added.length === 0) return { names, imports: [] };
  for (const { text } of labels) {
    const statement = /^[\p{L}\p{N}_$]+$/u.test(text) ? context.classes.importOf(text) : undefined;
    const imports = statement && importBeside(context.text, statement, text, added);
    if (imports) return { names, imports };
  }
  return undefined;
}

/** Imports further names from where a name comes from: in the same list, else by a statement of their own. */
export function importBeside(
  text: string,
  { start, text: statement }: { readonly start: number; readonly text: string },
  name: string,
  added: readonly string[],
): readonly Added[] | undefined {
  const at = statement.search(new RegExp(`(?<![\\p{L}\\p{N}_$])${name.replaceAll('$', '\\$')}(?![\\p{L}\\p{N}_$])`, 'u'));
  const open = Math.max(statement.lastIndexOf('{', at), statement.lastIndexOf('(', at));
  const isList = open !== -1 || /^\s*from\s/.test(statement);
  if (isList) return [{ offset: start + at + name.length, text: added.map((each) => `, ${each}`).join('') }];
  // `import com.shop.CardError;`: the name is the last part of a path.
  if (!/[.\\:]$/.test(statement.slice(0, at)) || !/^\s*;?\s*$/.test(statement.slice(at + name.length))) return undefined;
  const lines = added.map(
    (each) => newlineOf(text) + statement.slice(0, at) + each + statement.slice(at + name.length).trimEnd(),
  );
  return [{ offset: start + statement.trimEnd().length, text: lines.join('') }];
}

/** The text around the class in most arms: `is ` of Kotlin, ` error` behind it where a variable is declared. */
function aroundClasses(
  { text }: SyntaxContext,
  arms: Extract<SiteDraft['source'], { kind: 'switch' }>['reading']['arms'],
  labels: readonly Label[],
): readonly [string, string] | undefined {
  for (const { labels: nodes, guarded, around: [open, close] = ['', ''] } of arms) {
    const [node, ...more] = nodes;
    const label = labels.find(({ whole }) => node && node.startIndex <= whole.start && whole.end <= node.endIndex);
    if (!node || !label || more.length > 0 || guarded) continue;
    const before = text.slice(node.startIndex, label.whole.start);
    const after = text.slice(label.whole.end, node.endIndex);
    if (/^(?:\s+\w+|\(\))?$/.test(after)) return [open + before, after + close];
  }
  return undefined;
}

/** A clause like the last one that takes one class, before the clause that takes the rest. */
function planClause(
  { text }: SyntaxContext,
  { site }: SiteDraft,
  clauses: readonly ClauseReading[],
  base: InsertionBase,
): Omit<ClassArmsPlan, 'imports'> | undefined {
  const { otherwise } = site;
  const before = clauses.filter(({ node }) => otherwise === undefined || node.startIndex < otherwise.start);
  const last = before.at(-1);
  const model = [...before].reverse().find(({ types, guarded }) => types.length === 1 && !guarded);
  const [type] = model?.types ?? [];
  const label = site.arms
    .flatMap(({ labels }) => labels)
    .find(({ whole }) => type && type.startIndex <= whole.start && whole.end <= type.endIndex);
  if (!last || !model || !label) return undefined;
  const start = model.node.startIndex;
  const opens = text.charAt(model.body.startIndex) === '{';
  const written = (from: number, to: number): string =>
    text
      .slice(from, to)
      .replace(/\s*\n[\s\S]*$/, '')
      .trimEnd();
  const behind = written(label.whole.end, model.body.startIndex);
  const head = `${text.slice(start, label.whole.start)}${labelHole}${opens ? `${behind} {` : behind}`;
  const end = text.slice(0, last.node.endIndex).trimEnd().length;
  const gap = /\s*$/.exec(text.slice(0, start))?.[0] ?? ' ';
  const isBelow = startsLine(text, start);
  const indent = indentAt(text, start);
  return {
    insertion: {
      ...base,
      form: 'clause',
      offset: end,
      before: isBelow ? newlineOf(text) + indent : gap,
      after: '',
      indent,
      bracesBelow: opens && startsLine(text, model.body.startIndex),
    },
    clause: { head, close: opens || head.endsWith('{') ? '}' : '' },
  };
}
