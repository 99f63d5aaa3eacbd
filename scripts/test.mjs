// npm test: sets up missing parts, then runs every step but those that need other programs.
// npm test -- NAME…: only those steps. npm test -- +NAME…: those beside the others.
import { setUpDependencies } from './setUp.mjs';

setUpDependencies();

const { steps } = await import('./testSteps.mjs');
const { runSteps } = await import('./runSteps.mjs');

const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const further = given.filter((name) => name.startsWith('+')).map((name) => name.slice(1));
const names = given.filter((name) => !name.startsWith('+'));
const coverage = process.argv.includes('--coverage');
const unknown = [...names, ...further].filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const needed = new Set(steps.filter(({ name }) => names.includes(name)).flatMap(({ name, needs = [] }) => [name, ...needs]));
const wanted = steps.filter(
  ({ name, onlyNamed }) => (names.length === 0 ? !onlyNamed : needed.has(name)) || further.includes(name),
);
for (const { name, onlyOn } of wanted)
  if (onlyOn !== undefined && onlyOn !== process.platform)
    console.log(`The step ${name} is left out: it runs on ${onlyOn} only.`);
const { passed, failed } = await runSteps(
  wanted.filter(({ onlyOn }) => onlyOn === undefined || onlyOn === process.platform),
  { coverage },
);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
