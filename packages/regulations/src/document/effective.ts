/**
 * Inheritance. A regional document lies over the national one in force that day: maps merge by key, lists and forms
 * replace whole, `none` removes. Every node keeps the citation of the document that it comes from.
 */
import type { Citation, EmployeeKind } from '@ekinerja/contracts/basics';
import { childSchema, mergesByKey, type Schema } from './schema.js';
import type { MapValue, Scalar, Value } from './value.js';

export interface EffectiveNode {
  schema: Schema<unknown>;
  /** Document that the value comes from; of a merged map, the upper one that wrote in it. */
  documentId: string;
  /** Nearest citation above it in its own document; null only when the document cites nothing there. */
  cite: Citation | null;
  value: Scalar | null;
  list: boolean;
  children: Map<string, EffectiveNode> | null;
}

/** Builds the effective tree of one document alone, leaving out sections narrowed to other employee kinds. */
export function effectiveTree(
  map: MapValue,
  schema: Schema<unknown>,
  documentId: string,
  who: EmployeeKind,
): EffectiveNode {
  return build(map, schema, documentId, null, who);
}

function build(
  value: Value,
  schema: Schema<unknown>,
  documentId: string,
  above: Citation | null,
  who: EmployeeKind,
): EffectiveNode {
  const cite = value.cite ?? above;
  const node: EffectiveNode = {
    schema,
    documentId,
    cite,
    value: null,
    list: value.is === 'list',
    children: null,
  };
  if (value.is === 'scalar') return { ...node, value: value.value };
  if (value.is === 'removed') return node;
  const children = new Map<string, EffectiveNode>();
  if (value.is === 'list') {
    value.items.forEach((item, i) =>
      children.set(String(i), build(item, childSchema(schema, String(i)) ?? schema, documentId, cite, who)),
    );
  } else {
    const present = presentKeys(value);
    for (const [key, child] of value.entries) {
      if (child.is === 'map' && child.only && !child.only.includes(who)) continue;
      children.set(key, build(child, childSchema(schema, key, present) ?? schema, documentId, cite, who));
    }
  }
  return { ...node, children };
}

function presentKeys(map: MapValue): Record<string, unknown> {
  const keys: Record<string, unknown> = {};
  for (const [key, value] of map.entries) keys[key] = value.is === 'scalar' ? value.value : true;
  return keys;
}

function isRemoval(node: EffectiveNode): boolean {
  return node.value === null && node.children === null;
}

/** `upper` over `lower`. */
export function overlay(lower: EffectiveNode, upper: EffectiveNode): EffectiveNode {
  if (!mergesByKey(upper.schema) || !lower.children || !upper.children) return upper;
  const children = new Map(lower.children);
  for (const [key, child] of upper.children) {
    const below = children.get(key);
    if (isRemoval(child)) children.delete(key);
    else children.set(key, below ? overlay(below, child) : child);
  }
  return { ...upper, children };
}

/** Removals that met nothing to remove fall away. */
export function withoutRemovals(node: EffectiveNode): EffectiveNode {
  if (!node.children) return node;
  const children = new Map<string, EffectiveNode>();
  for (const [key, child] of node.children) if (!isRemoval(child)) children.set(key, withoutRemovals(child));
  return { ...node, children };
}

/** Plain rules: what the methods read. */
export function toRules(node: EffectiveNode): unknown {
  if (!node.children) return node.value;
  if (node.list) return [...node.children.values()].map(toRules);
  return Object.fromEntries([...node.children].map(([key, child]) => [key, toRules(child)]));
}

/** Paths that the methods need and no document gives. */
export function missingPaths(node: EffectiveNode, path = ''): { path: string; label: string }[] {
  const missing: { path: string; label: string }[] = [];
  const at = (key: string) => (path ? `${path}.${key}` : key);
  if (node.schema.node.is === 'map') {
    for (const [key, field] of Object.entries(node.schema.node.fields)) {
      if (field.optional || node.children?.has(key)) continue;
      missing.push({ path: at(key), label: field.label });
    }
  }
  for (const [key, child] of node.children ?? []) missing.push(...missingPaths(child, at(key)));
  return missing;
}

/** Paths of values that have no citation. */
export function uncitedPaths(node: EffectiveNode, path = ''): string[] {
  if (!node.children) return node.cite ? [] : [path];
  return [...node.children].flatMap(([key, child]) => uncitedPaths(child, path ? `${path}.${key}` : key));
}

/** Maps that hold values without a citation: where somebody would write the `cite`. */
export function uncitedMaps(node: EffectiveNode): string[] {
  return [...new Set(uncitedPaths(node).map((path) => path.slice(0, Math.max(0, path.lastIndexOf('.'))) || path))];
}

/** The tree with its missing values, and nothing else, taken from `source`. */
export function withMissing(node: EffectiveNode, source: EffectiveNode): EffectiveNode {
  if (node.schema.node.is !== 'map' || !node.children || !source.children) return node;
  const children = new Map(node.children);
  for (const [key, field] of Object.entries(node.schema.node.fields)) {
    const theirs = source.children.get(key);
    const own = children.get(key);
    if (!theirs || (field.optional && !own)) continue;
    children.set(key, own ? withMissing(own, theirs) : theirs);
  }
  return { ...node, children };
}
