import { renderJson } from '../render/json.ts';
import { describeOnOneLine, type Generator, headerOf } from './generator.ts';

/** A JSON Schema (2020-12) of the codes, each a `const` with its documentation. */
export const jsonSchemaGenerator: Generator = {
  id: 'json-schema',
  title: 'JSON Schema',
  write(input) {
    const { codes, typeName } = input;
    const schema = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $comment: headerOf(input, jsonSchemaGenerator),
      title: typeName,
      oneOf: codes.map((entry) => {
        const description = describeOnOneLine(entry);
        const value = entry.numeric ? Number(entry.code) : entry.code;
        return { const: value, ...(description === '' ? {} : { description }) };
      }),
    };
    return renderJson(schema);
  },
};
