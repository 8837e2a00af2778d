/** The rules of one kind as they hold on a date: values, citation per path, hash. */
import { createHash } from 'node:crypto';
import type { Citation } from '@ekinerja/contracts/basics';
import { compactCite } from '../citation.js';
import type { EffectiveNode } from './effective.js';
import { toRules } from './effective.js';

export interface ResolvedNode {
  path: string;
  /** Indonesian label; of a record entry its key. */
  label: string;
  value: string | number | boolean | null;
  /** Null on a section whose values rest on different articles. */
  cite: Citation | null;
  /** Id of the document that gives the value, when it is not the upper one. */
  inheritedFrom: string | null;
  children: ResolvedNode[];
}

export interface Resolved<T> {
  id: string;
  title: string;
  /** sha256 of the resolved document with its citations, hex. */
  hash: string;
  rules: T;
  /**
   * Nearest citation above the path, inherited ones included; of a section without its own, that of its first value.
   * Throws RangeError when the path is not known.
   */
  cite(path: string): Citation;
  /** Every effective value, for the screen. */
  tree(): ResolvedNode[];
}

/** @param id @param title of the upper document */
export function resolved<T>(tree: EffectiveNode, id: string, title: string, kind: string): Resolved<T> {
  const cites = new Map<string, Citation>();
  indexCites(tree, '', cites);
  let nodes: ResolvedNode[] | null = null;
  return {
    id,
    title,
    hash: createHash('sha256')
      .update(canonical({ kind, id, rules: withCites(tree) }))
      .digest('hex'),
    rules: deepFreeze(toRules(tree)) as T,
    cite(path) {
      for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
        const cite = cites.get(at);
        if (cite) {
          if (at !== path) cites.set(path, cite);
          return cite;
        }
        if (at === '') throw new RangeError(`Tidak ada kutipan untuk "${path}" di ${id}`);
      }
    },
    tree: () => (nodes ??= screenNodes(tree, '', id)),
  };
}

function indexCites(node: EffectiveNode, path: string, into: Map<string, Citation>): Citation | null {
  let first = node.cite;
  for (const [key, child] of node.children ?? []) {
    const below = indexCites(child, path ? `${path}.${key}` : key, into);
    first ??= below;
  }
  if (first && path) into.set(path, first);
  return first;
}

/** The citation that all values of the subtree share, or null. */
function sharedCite(node: EffectiveNode): Citation | null {
  if (!node.children) return node.cite;
  let shared: Citation | null = null;
  for (const child of node.children.values()) {
    const cite = sharedCite(child);
    if (!cite || (shared && compactCite(shared) !== compactCite(cite))) return null;
    shared = cite;
  }
  return shared ?? node.cite;
}

function withCites(node: EffectiveNode): unknown {
  if (!node.children) return [node.value, node.cite ? compactCite(node.cite) : null];
  const entries = [...node.children].map(([key, child]) => [key, withCites(child)] as const);
  return node.list ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

/** JSON with sorted keys: the order of writing changes nothing. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

function deepFreeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}

function screenNodes(node: EffectiveNode, path: string, topId: string): ResolvedNode[] {
  const nodes: ResolvedNode[] = [];
  for (const [key, child] of node.children ?? []) {
    const at = path ? `${path}.${key}` : key;
    const own = node.schema.node.is === 'record' || node.list;
    nodes.push({
      path: at,
      label: node.list ? `${child.schema.label} ${Number(key) + 1}` : own ? key : child.schema.label,
      value: child.value,
      cite: sharedCite(child),
      inheritedFrom: child.documentId === topId ? null : child.documentId,
      children: screenNodes(child, at, topId),
    });
  }
  return nodes;
}
