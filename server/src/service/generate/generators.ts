import type { Catalogue } from '../types.ts';
import { type Generator, type GeneratorInput, toPascalCase } from './generator.ts';
import { goGenerator } from './go.ts';
import { jsonSchemaGenerator } from './jsonSchema.ts';
import { pythonGenerator } from './python.ts';
import { typescriptGenerator } from './typescript.ts';

/** The generators of `generate`. */
export const generators: readonly Generator[] = [typescriptGenerator, pythonGenerator, goGenerator, jsonSchemaGenerator];

/** Prepares a catalogue for a generator. @param typeName absent: made out of the catalogue's id */
export function prepareInput(catalogue: Catalogue, source: string, typeName: string | undefined): GeneratorInput {
  const made = toPascalCase(catalogue.id);
  return {
    catalogue,
    codes: [...catalogue.codes.values()].filter(({ retired }) => !retired),
    typeName: typeName ?? `${/^\d/.test(made) ? 'Api' : ''}${made}ErrorCode`,
    source,
  };
}
