import { nameSeparator } from '../../catalogue/classIndex.ts';
import type { SyntaxContext } from '../../mentions/constants.ts';
import type { Label } from '../../types.ts';

/**
 * How codes are written beside a constant of an SDK: as its siblings, `codes.NotFound` beside `codes.Aborted`.
 * @returns undefined where the label is no such constant, or is imported without its owner
 */
export function namesOfSdk(
  { classes, text }: Pick<SyntaxContext, 'classes' | 'text'>,
  label: Label,
): ((code: string) => string | undefined) | undefined {
  if (!label.errorClass) return undefined;
  const ending = classes.classAt(label.text) ? '' : (/\.(?:rawValue|value|code)$/.exec(label.text)?.[0] ?? '');
  const reference = label.text.slice(0, label.text.length - ending.length);
  const entry = classes.classAt(reference);
  const owner = ownerIn(reference);
  const catalogued = entry && ownerIn(entry.errorClass.name);
  if (!entry || owner === '' || catalogued === undefined || catalogued === '') return undefined;
  const { whole } = label;
  const call = /^\.get(?:Code|State|Value)\(\)/.exec(text.slice(whole.end, whole.end + 20))?.[0] ?? '';
  const languages = [...entry.errorClass.modules.keys()];
  const names = new Map<string, string>();
  for (const { name, codes, modules } of entry.catalogue.classes) {
    const [code, ...more] = codes;
    if (code === undefined || more.length > 0 || names.has(code)) continue;
    if (ownerIn(name) === catalogued && languages.some((id) => modules.has(id))) names.set(code, name.slice(catalogued.length));
  }
  return (code) => {
    const name = names.get(code);
    return name === undefined ? undefined : owner + name + ending + call;
  };
}

/** `Status.Code.` of `Status.Code.ABORTED`. */
function ownerIn(name: string): string {
  return name.slice(0, name.length - (name.split(nameSeparator).at(-1) ?? '').length);
}
