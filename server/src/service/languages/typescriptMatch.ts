import type { Node } from 'web-tree-sitter';
import { joinPieces, named } from './nodes.ts';
import type { ArmParts, SwitchForm } from './reading/readingTable.ts';
import type { Reader } from './reading/readings.ts';

/** The types of the nodes that the steps of a match are joined to. */
const arm = 'joined_with';
const last = 'joined_otherwise';

/** One call of a chain of methods: `.with('A', () => 1)`. */
interface Step {
  readonly name: string;
  readonly call: Node;
  readonly values: readonly Node[];
}

/** `match(code).with('A', () => 1).otherwise(() => 2)`, from its last call; undefined for a different call. */
function readSteps(call: Node, read: Reader): { readonly subject: Node; readonly steps: readonly Step[] } | undefined {
  const steps: Step[] = [];
  for (let node: Node | null | undefined = call; node?.type === 'call_expression'; ) {
    const callee: Node | null = node.childForFieldName('function');
    const list: Node | null = node.childForFieldName('arguments');
    const values: readonly Node[] = list ? read.partsOf(list) : [];
    const [subject] = values;
    if (callee?.type === 'identifier')
      return callee.text === 'match' && subject && steps.length > 0 ? { subject, steps } : undefined;
    const name: string = callee?.childForFieldName('property')?.text ?? '';
    if (!/^(?:with|when|otherwise|exhaustive|run|returnType)$/.test(name)) return undefined;
    steps.unshift({ name, call: node, values });
    node = callee?.childForFieldName('object');
  }
  return undefined;
}

/** The place of a step: from the point before its name to the end of its call. */
function placeOf({ call }: Step, type: string): Node {
  const dot = call
    .childForFieldName('function')
    ?.children.find((child) => child?.type === '.' || child?.type === 'optional_chain');
  return joinPieces(dot ?? call, call, type);
}

/** `'A'`, `{ code: 'A' }`, `P.union('A', 'B')` */
function readPattern(pattern: Node, read: Reader): readonly Node[] {
  if (pattern.type === 'object') {
    const pairs = named(pattern).filter(({ type }) => type === 'pair');
    const values = pairs.map((pair) => pair.childForFieldName('value')).filter((value) => value !== null);
    return pairs.length === 1 ? values : [pattern];
  }
  const isUnion = /^(?:P|Pattern)\s*\.\s*union$/.test(pattern.childForFieldName('function')?.text ?? '');
  const list = pattern.childForFieldName('arguments');
  return isUnion && list ? read.partsOf(list) : [pattern];
}

/** `match(…)` of ts-pattern. */
export const matchForm: SwitchForm = {
  node: 'call_expression',
  within(node, read) {
    const isWhole = node.parent?.type !== 'member_expression' || node.parent.parent?.type !== 'call_expression';
    const match = isWhole && node.text.includes('.with(') ? readSteps(node, read) : undefined;
    if (!match) return undefined;
    const { steps } = match;
    const arms = steps.flatMap((step): Node[] => {
      if (step.name === 'with' || step.name === 'when') return [placeOf(step, arm)];
      return step.name === 'otherwise' ? [placeOf(step, last)] : [];
    });
    const end = steps.find(({ name }) => name === 'otherwise' || name === 'exhaustive' || name === 'run');
    const close = end ? placeOf(end, last).startIndex : node.endIndex;
    return Object.create(node, { namedChildren: { value: arms }, endIndex: { value: close } }) as Node;
  },
  subject: (node, read) => readSteps(node, read)?.subject,
  arms: [arm],
  rest: [last],
  readArm(place, read): ArmParts | undefined {
    const call = callAt(place);
    const list = call?.childForFieldName('arguments');
    const values = list ? read.partsOf(list) : [];
    const handler = values.at(-1);
    const isWhen = call?.childForFieldName('function')?.childForFieldName('property')?.text === 'when';
    const patterns = values.slice(0, -1);
    // A function between patterns and handler is a guard.
    const guarded = isWhen || patterns.some(({ type }) => type === 'arrow_function');
    const labels = patterns.filter(({ type }) => type !== 'arrow_function').flatMap((pattern) => readPattern(pattern, read));
    return handler && { labels: isWhen ? [] : labels, body: [handler], guarded, takesRest: isWhen };
  },
  closers: [],
  form: 'with',
  noDefault: true,
};

/** The call that ends with a place. */
function callAt({ parent, endIndex }: Node): Node | undefined {
  for (let node = parent; node; node = node.parent)
    if (node.type === 'call_expression' && node.endIndex === endIndex) return node;
  return undefined;
}
