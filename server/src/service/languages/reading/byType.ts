import { onceFor } from '../../../shared/onceFor.ts';
import type { ByType } from './readingTable.ts';

const mapOf = onceFor((part: object) => new Map<string, unknown>(Object.entries(part)));

/** A part of a language's table by node type. It is made once for each table: a reader is made for each document. */
export function byType<Value>(part: ByType<Value>): ReadonlyMap<string, Value> {
  return mapOf(part) as ReadonlyMap<string, Value>;
}

const formsOf = onceFor(
  (forms: readonly { readonly node: string }[]) => new Map<string, unknown>(forms.map((form) => [form.node, form])),
);

/** The same for a list of forms, each for one node type. */
export function byNode<Form extends { readonly node: string }>(forms: readonly Form[]): ReadonlyMap<string, Form> {
  return formsOf(forms) as ReadonlyMap<string, Form>;
}
