import * as l10n from '@vscode/l10n';
import { offsetOfKey, type PlacedProblem, readPlacedYaml } from '../placedYaml.ts';
import { type EngineSetting, readEngineSettings } from './engineSettings.ts';

/** The content of a file of log engines. Lines and columns count from 1. */
export interface EnginesFile {
  readonly engines: readonly EngineSetting[];
  readonly problems: readonly PlacedProblem[];
}

/** Reads log engines by name out of YAML or JSON, in the shape of the setting `lookup.engines`. Never throws. */
export function readEnginesFile(text: string): EnginesFile {
  const read = readPlacedYaml(text);
  if ('problems' in read) return { engines: [], problems: read.problems.map(countFromOne) };
  const problems: PlacedProblem[] = [];
  const engines = readEngineSettings(read.value, (path, expected) => {
    const key = path.join('.');
    problems.push(read.at(offsetOfKey(read.contents, key), l10n.t('{0} must be {1}.', key || l10n.t('The file'), expected)));
  });
  return { engines, problems: problems.map(countFromOne) };
}

function countFromOne({ line, column, message }: PlacedProblem): PlacedProblem {
  return { line: line + 1, column: column + 1, message };
}
