import type { Node } from 'web-tree-sitter';
import { named } from '../nodes.ts';
import { byType } from './byType.ts';
import { readPart } from './readParts.ts';
import type { ArmParts, SwitchForm } from './readingTable.ts';
import type { ArmReading, Reader, SwitchReading } from './readings.ts';

/** Reads switches according to a table. */
export function createSwitchReader(forms: readonly SwitchForm[], read: Reader) {
  const byNode = byType(forms, (all) => all.map((form) => [form.node, form] as const));
  return (node: Node): SwitchReading | undefined => {
    const form = byNode.get(node.type);
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
  let change = {};
  for (const arm of form.armsWithin ? named(body).flatMap(named) : named(body)) {
    if (form.rest?.includes(arm.type)) otherwise = arm;
    if (!form.arms.includes(arm.type)) continue;
    change = form.byArm?.[arm.type] ?? change;
    const parts = form.readArm ? form.readArm(arm, read) : readLabelled(arm, form, read);
    if (parts === undefined) continue;
    if (parts === 'rest' || parts.takesRest) otherwise ??= arm;
    if (parts !== 'rest') arms.push(toArm(arm, parts, form));
  }
  const subject = read.unwrap(wrapped);
  if (form.counts?.(subject, arms) === false) return undefined;
  const { closers: ends = ['}'], separator } = form;
  const closers = typeof ends === 'function' ? ends(body) : ends;
  const last = body.lastChild;
  const between = typeof separator === 'function' ? separator(arms, otherwise) : separator;
  return {
    node,
    head: { start: whole.startIndex, end: (readPart(whole, form.headEnd, read) ?? wrapped).endIndex },
    subject,
    arms,
    otherwise,
    bodyEnd: last && closers.includes(last.type) ? last.startIndex : body.endIndex,
    closes: closers.length > 0,
    fallsThrough: form.fallsThrough === true,
    form: typeof form.form === 'string' ? form.form : form.form(arms, otherwise),
    ...(between === undefined ? {} : { separator: between }),
    ...change,
  };
}

function toArm(node: Node, { labels, body, guarded = false, braces, runsOn }: ArmParts, { block }: SwitchForm): ArmReading {
  const opens = braces ?? (block !== undefined && body[0]?.type === block);
  return { node, labels, body, guarded, braces: opens, ...(runsOn === undefined ? {} : { runsOn }) };
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
