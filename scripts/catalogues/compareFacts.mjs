/**
 * Names what a catalogue lacks of the facts of a package, or says differently; each a sentence.
 * @param {import('./compareFacts.d.mts').Compared} catalogue
 * @param {import('./compareFacts.d.mts').Facts} facts
 * @returns {readonly string[]}
 */
export function compareFacts(catalogue, { classes, codes, names = {} }) {
  const entries = new Map(catalogue.codes.map((entry) => [String(entry.code), entry]));
  const problems = [...new Set(codes)].filter((code) => !entries.has(code)).map((code) => `The code ${code} is missing.`);
  if (classes.length + codes.length === 0) problems.push('The package gave nothing: its form has changed.');
  for (const [code, name] of Object.entries(names)) {
    const entry = entries.get(code);
    if (entry && entry.name !== name) problems.push(`The name of ${code} is ${name}, not ${entry.name}.`);
  }
  for (const { name, language, extends: base, status, code } of classes) {
    // Several packages of a language may have a class of this name.
    const known = (catalogue.classes ?? []).filter((each) => each.name === name && each.in?.[language] !== undefined);
    const [first] = known;
    if (!first) problems.push(`The class ${name} (${language}) is missing.`);
    else {
      if (base !== undefined && known.every((each) => each.extends !== base))
        problems.push(`${name} (${language}) extends ${base}, not ${first.extends}.`);
      if (status !== undefined && known.every((each) => each.status !== status))
        problems.push(`${name} (${language}) has the status ${status}, not ${first.status}.`);
      if (code !== undefined && !known.some((each) => each.codes?.map(String).includes(code)))
        problems.push(`${name} (${language}) has the code ${code}.`);
    }
  }
  return problems;
}
