// The schema of api-error-codes.json and .yaml, made of the settings in the manifest: a setting is described once.
import { readFile } from 'node:fs/promises';

const prefix = 'apiErrorCodes.';

/** @returns the schema as text: every setting by its name with dots, and nested */
export async function writeConfigurationSchema() {
  const manifest = JSON.parse(await readFile('package.json', 'utf8'));
  const sentences = JSON.parse(await readFile('package.nls.json', 'utf8'));
  const translate = (value) => {
    if (typeof value === 'string') return value.replace(/^%(.+)%$/, (whole, key) => sentences[key] ?? whole);
    if (Array.isArray(value)) return value.map(translate);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, translate(inner)]));
  };
  const properties = { $schema: { type: 'string' } };
  for (const [name, setting] of manifest.contributes.configuration.flatMap((section) => Object.entries(section.properties))) {
    const { scope, markdownDescription, ...rest } = setting;
    // Settings that only the user may set.
    if (scope === 'application') continue;
    const described = translate({ ...rest, description: markdownDescription });
    const key = name.slice(prefix.length);
    const [head, ...tail] = key.split('.');
    properties[key] = described;
    // A catalogue's own switch is a part of `catalogues` already.
    if (tail.length !== 1) continue;
    properties[head] ??= { type: 'object', additionalProperties: false, properties: {} };
    properties[head].properties[tail[0]] = described;
  }
  return JSON.stringify({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of API Error Codes for a folder',
    type: 'object',
    additionalProperties: false,
    properties,
  });
}
