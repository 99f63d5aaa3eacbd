/** A generated document, and places in it where a user would type, hover and complete. Offsets. */
export interface GeneratedSource {
  readonly text: string;
  /** Inside a name, in code that a key does not break. */
  readonly keys: readonly number[];
  readonly hovers: readonly number[];
  readonly completions: readonly number[];
}

/** Places besides, for servers of the language itself. */
interface TypeScriptSource extends GeneratedSource {
  /** In the names of functions. */
  readonly names: readonly number[];
  /** Between `error.` and its property. */
  readonly members: readonly number[];
}

const someCodes = [
  'NOT_FOUND',
  'SMART_BALANCE_PAYMENT_FAILED',
  'PAYMENT_REQUIRED',
  'IMAGE_TOO_LARGE',
  'SUPPORT_IMAGE_NOT_SUPPORTED',
  'API_ACCESS_NOT_ENABLED',
];

/**
 * TypeScript as an API's client has it: handling sites between plain code. The default is 2,000 lines, about 95 KB, 40 sites.
 * @param codes the codes that the sites name, in turn
 */
export function generateTypeScript(lines = 2000, sites = 40, codes: readonly string[] = someCodes): TypeScriptSource {
  const places: Record<'keys' | 'hovers' | 'completions' | 'names' | 'members', number[]> = {
    keys: [],
    hovers: [],
    completions: [],
    names: [],
    members: [],
  };
  let text = [
    "const base = 'https://api.pikzels.com';",
    'export interface ApiError extends Error { readonly code: string; readonly status: number; readonly attempts: number }',
    '',
  ].join('\n');
  let written = 3;
  const add = (line: string, mark?: { readonly at: string; readonly as: keyof typeof places }): void => {
    if (mark) places[mark.as].push(text.length + 1 + line.indexOf(mark.at) + Math.ceil(mark.at.length / 2));
    text += `\n${line}`;
    written += 1;
  };
  const everySite = Math.floor((lines - 3) / sites);
  for (let site = 0; written < lines; site += 1) {
    const end = Math.min(lines, written + everySite);
    add(`export function handle${site}(error: ApiError, retry: (after: number) => void): string {`, {
      at: `handle${site}`,
      as: 'names',
    });
    add('  switch (error.code) {', { at: 'r.c', as: 'members' });
    for (let arm = 0; arm < 4; arm += 1) {
      const code = codes[(site + arm) % codes.length] ?? 'NOT_FOUND';
      add(`    case '${code}':`, { at: code, as: arm % 2 === 0 ? 'hovers' : 'completions' });
      add(`      return \`\${base}/problems/${site}/${arm}?attempts=\${error.attempts}\`;`);
    }
    add('  }');
    add(`  retry(error.attempts * ${site + 1});`);
    add("  return 'unknown problem';");
    add('}');
    for (let index = 0; written < end; index += 1)
      add(`export const setting${site}_${index} = { name: 'value ${index}', size: ${index} };`, {
        at: `setting${site}`,
        as: 'keys',
      });
  }
  return { text: `${text}\n`, ...places };
}

/** JSON of as many lines and bytes, for the server of that language, and the schema that it is checked against. */
export function generateJson(lines = 2000): GeneratedSource & { readonly schema: object } {
  const places: Record<'keys' | 'hovers' | 'completions', number[]> = { keys: [], hovers: [], completions: [] };
  let text = '{\n  "settings": [';
  const perEntry = 5;
  const entries = Math.floor((lines - 4) / perEntry);
  for (let index = 0; index < entries; index += 1) {
    const value = `value ${index} of all the settings that there are`;
    const lead = `\n    {\n      "name": "`;
    places.keys.push(text.length + lead.length + 4);
    places.hovers.push(text.length + lead.indexOf('name') + 1);
    text += `${lead}${value}",\n      "kind": "`;
    places.completions.push(text.length + 1);
    text += `${index % 2 === 0 ? 'switch' : 'number'}",\n      "pages": ["https://example.com/settings/pages/${index}", "https://example.com/help/${index}"]\n    }${index < entries - 1 ? ',' : ''}`;
  }
  return { text: `${text}\n  ]\n}\n`, ...places, schema: settingsSchema };
}

const settingsSchema = {
  type: 'object',
  required: ['settings'],
  properties: {
    settings: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'kind'],
        additionalProperties: false,
        properties: {
          name: { type: 'string', pattern: '^value', description: 'What the setting is called.' },
          kind: { enum: ['switch', 'number', 'text'], description: 'What it takes.' },
          pages: { type: 'array', items: { type: 'string', format: 'uri' } },
        },
      },
    },
  },
};
