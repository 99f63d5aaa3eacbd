import type { Node } from 'web-tree-sitter';
import { named } from '../nodes.ts';
import { byNode } from './byType.ts';
import { readPart } from './readParts.ts';
import { isNoCode } from './readPatterns.ts';
import type { ArmParts, SwitchForm } from './readingTable.ts';
import type { ArmReading, Reader, SwitchReading } from './readings.ts';

/** Reads switches according to a table. */
export function createSwitchReader(forms: readonly SwitchForm[], read: Reader) {
  const formOf = byNode(forms);
  return (node: Node): SwitchReading | undefined => {
    const form = formOf.get(node.type);
    return form && readForm(node, form, read);
  };
}

function readForm(node: Node, form: SwitchForm, read: Reader): SwitchReading | undefined {
  const whole = form.within === undefined ? node : readPart(node, form.within, read);
  const wrapped = whole && readPart(whole, form.subject, read);
  const body = form.body === undefined ? whole : whole && readPart(whole, form.body, read);
  if (!whole || !wrapped || !body) return undefined;
  const arms: ArmReading[] = [];
  let otherwise: Node | undefined;
  let ofNumbers: Node | undefined;
  let change = {};
  for (const arm of form.armsWithin ? named(body).flatMap(named) : named(body)) {
    if (form.rest?.includes(arm.type)) otherwise = arm;
    if (!form.arms.includes(arm.type)) continue;
    change = form.byArm?.[arm.type] ?? change;
    const parts = form.readArm ? form.readArm(arm, read) : readLabelled(arm, form, read);
    if (parts === undefined) continue;
    if (parts === 'rest' || (parts.takesRest && !parts.guarded)) otherwise ??= arm;
    else if (parts.takesNumbers && !parts.guarded) ofNumbers ??= arm;
    if (parts !== 'rest' && (parts.labels.length > 0 || parts.guarded || !parts.takesRest)) arms.push(toArm(arm, parts, form));
  }
  // Where the codes are numbers, a type of numbers takes the rest of them.
  const isNumber = (label: Node): boolean => read.readLabel(label)?.form === 'number';
  if (ofNumbers && arms.some(({ labels }) => labels.some(isNumber))) otherwise ??= ofNumbers;
  const subject = read.unwrap(wrapped);
  if (form.counts?.(subject, arms) === false) return undefined;
  const { closers: ends = ['}'], separator } = form;
  const closers = typeof ends === 'function' ? ends(body) : ends;
  // `endswitch;` ends with a sign of its own.
  const last = [body.lastChild, body.lastChild?.previousSibling].find((child) => child && closers.includes(child.type));
  const between = typeof separator === 'function' ? separator(arms, otherwise) : separator;
  return {
    node,
    head: { start: whole.startIndex, end: (readPart(whole, form.headEnd, read) ?? wrapped).endIndex },
    subject,
    arms,
    otherwise,
    bodyEnd: last?.startIndex ?? body.endIndex,
    closes: closers.length > 0,
    fallsThrough: form.fallsThrough === true,
    ...(form.noDefault === true ? { noDefault: true } : {}),
    form: typeof form.form === 'string' ? form.form : form.form(arms, otherwise),
    ...(between === undefined ? {} : { separator: between }),
    ...change,
  };
}

function toArm(node: Node, parts: ArmParts, { block }: SwitchForm): ArmReading {
  const { labels, body, guarded = false, takesRest = false, runsOn, around } = parts;
  return {
    node,
    labels: labels.filter((label) => !isNoCode(label)),
    body,
    guarded,
    takesAny: guarded && takesRest,
    braces: parts.braces ?? (block !== undefined && body[0]?.type === block),
    ...(runsOn === undefined ? {} : { runsOn }),
    ...(around === undefined ? {} : { around }),
  };
}

/** An arm whose label is in a field, and the body behind it. */
function readLabelled(arm: Node, { label: field = '', labelList }: SwitchForm, read: Reader): ArmParts | 'rest' {
  const label = arm.childForFieldName(field);
  if (!label) return 'rest';
  return {
    labels: labelList ? read.partsOf(label) : [label],
    body: read.partsOf(arm).filter(({ startIndex }) => startIndex >= label.endIndex),
  };
}
