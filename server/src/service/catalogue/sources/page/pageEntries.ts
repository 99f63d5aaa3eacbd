import type { CatalogueFileCode } from '../../catalogueFile.ts';
import type { FoundCode } from '../source.ts';
import { codeValue, isUnmistakable } from './codeShape.ts';
import type { PageCode } from './pageCode.ts';
import { type Section, slugOf } from './pageOutline.ts';
import { type FamilyStatuses, statusesOfFamilies } from './tables/wildcardStatuses.ts';

const textLimit = 5000;

/** The entries of a page's codes, and the groups that they are in. */
export function toEntries(
  plain: readonly PageCode[],
  examples: readonly PageCode[],
  families: readonly FamilyStatuses[],
  title: string | undefined,
): { readonly codes: readonly FoundCode[]; readonly groups: Readonly<Record<string, string>> } {
  const groups = groupsOf([...plain, ...examples], title);
  const known = new Set(plain.map(({ word }) => word.word));
  const context = { families, groups, known };
  return {
    codes: [...plain.map((code) => entryOf(code, context, false)), ...examples.map((code) => entryOf(code, context, true))],
    groups: Object.fromEntries([...groups.values()].map(({ id, title: text }) => [id, text])),
  };
}

type Groups = Map<Section, { readonly id: string; readonly title: string }>;

/** The headings that separate several groups; no headings when all codes are under one. */
function groupsOf(codes: readonly PageCode[], title: string | undefined): Groups {
  const groups: Groups = new Map();
  for (const { section } of codes) {
    const id = slugOf(section.title);
    if (!groups.has(section) && id !== '' && section.title !== title)
      groups.set(section, { id, title: section.title.slice(0, 200) });
  }
  return new Set([...groups.values()].map(({ id }) => id)).size > 1 ? groups : new Map();
}

function entryOf(
  { word, statuses, cause, remedy, name, retry, retirement, section }: PageCode,
  context: { readonly families: readonly FamilyStatuses[]; readonly groups: Groups; readonly known: ReadonlySet<string> },
  isExample: boolean,
): FoundCode {
  const inferred = statuses.length === 0 ? statusesOfFamilies(word.word, context.families) : [];
  const all = statuses.length > 0 ? statuses : inferred;
  const [status] = all;
  const group = context.groups.get(section);
  const successors = (retirement?.successors ?? []).filter(
    (code) => code !== word.word && (context.known.has(code) || isUnmistakable(code)),
  );
  const entry: CatalogueFileCode = {
    code: codeValue(word.word),
    ...(name !== undefined && { name }),
    ...(status !== undefined && { status: all.length === 1 ? status : all }),
    cause: cause.slice(0, textLimit),
    ...(remedy !== '' && { remedy: remedy.slice(0, textLimit) }),
    ...(retry && { retry }),
    ...(group && { groups: [group.id] }),
    ...(retirement && { retired: true }),
    ...(successors.length > 0 && { replacedBy: successors }),
    ...(isExample && { source: 'example' }),
    ...(inferred.length > 0 && { inferred: ['status'] }),
  };
  return { entry, location: word.location };
}
