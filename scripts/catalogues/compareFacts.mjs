/**
 * Names what a catalogue lacks of the facts of a package, or says differently; each a sentence.
 * @param {import('./compareFacts.d.mts').Compared} catalogue
 * @param {import('./compareFacts.d.mts').Facts} facts
 * @returns {readonly string[]}
 */
export function compareFacts(catalogue, facts) {
  const codes = new Set(catalogue.codes.map(({ code }) => String(code)));
  const problems = [...new Set(facts.codes)].filter((code) => !codes.has(code)).map((code) => `The code ${code} is missing.`);
  if (facts.classes.length === 0) problems.push('The package gave no classes: its form has changed.');
  for (const { name, language, extends: base, status, code } of facts.classes) {
    const known = (catalogue.classes ?? []).find((each) => each.name === name && each.in?.[language] !== undefined);
    if (!known) problems.push(`The class ${name} (${language}) is missing.`);
    else {
      if (base !== undefined && known.extends !== base)
        problems.push(`${name} (${language}) extends ${base}, not ${known.extends}.`);
      if (status !== undefined && known.status !== status)
        problems.push(`${name} (${language}) has the status ${status}, not ${known.status}.`);
      if (code !== undefined && !known.codes?.map(String).includes(code))
        problems.push(`${name} (${language}) has the code ${code}.`);
    }
  }
  return problems;
}
