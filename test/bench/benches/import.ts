import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import type { Bench } from '../bench.ts';
import { interleave } from '../support/interleave.ts';
import { type Command, measurePeakMemory, measureProcess } from '../support/measureProcess.ts';

/** So many resources make about 13 MB of YAML. */
const resources = 2_300;
const runs = 5;

/** An OpenAPI document of 13 MB, read by the command line as a whole process. */
export const importing: Bench = {
  id: 'import',
  about: 'an OpenAPI document of 13 MB in YAML and in JSON, whole process',
  async run({ root, scratch, say }) {
    const description = describeApi();
    writeFileSync(path.join(scratch, 'api.yaml'), stringify(description, { aliasDuplicateObjects: false }));
    writeFileSync(path.join(scratch, 'api.json'), JSON.stringify(description, undefined, 1));
    say(
      ['api.yaml', 'api.json']
        .map((file) => `${file}: ${(statSync(path.join(scratch, file)).size / 1e6).toFixed(1)} MB`)
        .join(', '),
    );
    const command = (file: string): Command => [
      process.execPath,
      path.join(root, 'dist', 'cli.cjs'),
      'import',
      file,
      '--out',
      'out.yaml',
      '--force',
    ];
    const files = ['api.yaml', 'api.json'];
    const costs = await interleave(
      runs,
      files.map((file) => async (): Promise<[number, number]> => {
        const { wall } = await measureProcess(command(file), scratch);
        return [wall, await measurePeakMemory(command(file), scratch)];
      }),
    );
    return files.flatMap((file, index) => [
      { what: `import of ${file}`, unit: 'ms' as const, ours: costs[index]?.[0] ?? Number.NaN, limit: 5_000, peers: [] },
      { what: `import of ${file}, memory`, unit: 'MB' as const, ours: costs[index]?.[1] ?? Number.NaN, limit: 300, peers: [] },
    ]);
  },
};

function describeApi(): object {
  const text = (words: number): string => 'The ledger of an account keeps each transfer once. '.repeat(words);
  const numbers = Array.from({ length: resources }, (_none, index) => index);
  const failed = (problem: number) => ({
    description: text(1),
    content: { 'application/json': { schema: { $ref: `#/components/schemas/Problem${problem}` } } },
  });
  const operation = (index: number) => ({
    summary: text(1),
    description: text(4),
    parameters: ['id', 'expand', 'limit'].map((name) => ({
      name,
      in: 'query',
      description: text(1),
      schema: { type: 'string', maxLength: 5_000 },
    })),
    responses: {
      200: {
        description: 'Done',
        content: { 'application/json': { schema: { $ref: `#/components/schemas/Resource${index}` } } },
      },
      400: failed(index % 20),
      409: failed((index + 1) % 20),
    },
  });
  const resource = {
    type: 'object',
    description: text(4),
    properties: Object.fromEntries(
      'id name state amount currency owner created updated parent'
        .split(' ')
        .map((name) => [name, { type: 'string', description: text(2), nullable: true, enum: ['one', 'two'] }]),
    ),
  };
  const problem = (number: number) => ({
    type: 'object',
    properties: {
      code: { type: 'string', enum: Array.from({ length: 20 }, (_none, index) => `ledger_failed_${number * 20 + index}`) },
      message: { type: 'string' },
    },
  });
  const schemas: Readonly<Record<string, object>> = {
    ...Object.fromEntries(numbers.map((index) => [`Resource${index}`, resource])),
    ...Object.fromEntries(Array.from({ length: 20 }, (_none, index) => [`Problem${index}`, problem(index)])),
  };
  return {
    openapi: '3.0.3',
    info: { title: 'Ledger', version: '1' },
    paths: Object.fromEntries(numbers.map((index) => [`/r${index}`, { get: operation(index), post: operation(index) }])),
    components: { schemas },
  };
}
