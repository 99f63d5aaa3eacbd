import * as l10n from '@vscode/l10n';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ServiceModels } from '../../workspace/host.ts';
import { runRipgrep } from '../ripgrep/runRipgrep.ts';
import { readCatalogueText } from './catalogueFiles.ts';

// boto3.client('ecs'), session.resource(service_name="ec2"), over several lines, too.
const call = String.raw`\b(?:client|resource|create_client)\(\s*(?:service_name\s*=\s*)?["'][a-z][a-z0-9-]{1,60}["']`;
const calledService = /["']([a-z][a-z0-9-]{1,60})["']/g;
/** The services of the shipped catalogue. */
const shipped = new Set('s3 dynamodb sqs sns lambda sts iam kms secretsmanager logs cognito-idp'.split(' '));
const environments = ['.venv', 'venv', 'env', '.env'];
const mostServices = 20;

/** See `CatalogueHost.readServiceModels`. */
export async function readServiceModels(folder: string, ripgrepPath: string): Promise<ServiceModels> {
  const options = [
    '--multiline',
    '--only-matching',
    '--no-line-number',
    '--no-filename',
    '--no-messages',
    '--glob',
    '*.py',
    '--file=-',
  ];
  const result = await runRipgrep(ripgrepPath, options, ['.'], { folder, input: `${call}\n` });
  if (!result.ok) return { models: [], ...(result.cancelled ? {} : { problem: result.problem }) };
  const named = [...result.output.toString('utf8').matchAll(calledService)].map(([, service = '']) => service);
  const services = [...new Set(named)].filter((service) => !shipped.has(service)).sort();
  if (services.length === 0) return { models: [] };
  const data = findModels(folder);
  if (data === undefined) return { models: [] };
  const found = services.flatMap((service) => newestModel(data, service) ?? []);
  const models = await Promise.all(
    found.slice(0, mostServices).map(async ({ service, file }) => ({ service, file, read: await readCatalogueText(file) })),
  );
  const problems = models.flatMap(({ file, read }) =>
    'problem' in read ? [`${path.relative(folder, file)} ${read.problem}`] : [],
  );
  if (found.length > mostServices)
    problems.push(l10n.t('The models of {0} more AWS services than {1} are not read', found.length - mostServices, mostServices));
  return {
    models: models.flatMap(({ service, read }) => ('text' in read ? [{ service, text: read.text }] : [])),
    ...(problems.length === 0 ? {} : { problem: problems.join('; ') }),
  };
}

/** botocore's models in the virtual environment that is active, or that of the folder. */
function findModels(folder: string): string | undefined {
  const { VIRTUAL_ENV: active = '' } = process.env;
  for (const environment of active === '' ? environments : [active, ...environments]) {
    // lib/python3.12/site-packages; Lib/site-packages on Windows.
    const root = path.resolve(folder, environment);
    const lib = path.join(root, 'lib');
    const candidates = [path.join(root, 'Lib'), ...namesIn(lib).map((name) => path.join(lib, name))];
    for (const candidate of candidates) {
      const data = path.join(candidate, 'site-packages', 'botocore', 'data');
      if (namesIn(data).length > 0) return data;
    }
  }
  return undefined;
}

/** The model of a service's newest version, which is a date. */
function newestModel(data: string, service: string): { readonly service: string; readonly file: string } | undefined {
  const version = namesIn(path.join(data, service)).sort().at(-1);
  if (version === undefined) return undefined;
  const folder = path.join(data, service, version);
  const name = namesIn(folder).find((each) => each === 'service-2.json.gz' || each === 'service-2.json');
  return name === undefined ? undefined : { service, file: path.join(folder, name) };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // No such folder.
    return [];
  }
}
