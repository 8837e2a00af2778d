/** The keys of a schema as a nested list, for the docs. */
import type { Schema, SchemaNode } from '../document/schema.js';

/** @param shared forms that are described once elsewhere, by their node */
export function referenceOf(
  schema: Schema<unknown>,
  shared: ReadonlyMap<SchemaNode, string>,
  depth = 0,
): string[] {
  const { node } = schema;
  const indent = '  '.repeat(depth);
  if (node.is === 'map')
    return Object.entries(node.fields).flatMap(([key, field]) => entry(`\`${key}\``, field, shared, depth));
  if (node.is === 'oneOf') {
    return Object.entries(node.variants).flatMap(([name, variant]) => {
      const head = node.by === null ? `\`${name}\`` : `\`${node.by}: ${name}\``;
      const fields = variant.node.is === 'map' ? Object.keys(variant.node.fields) : [];
      const plain = node.by === null && fields.length === 1 && fields[0] === name;
      const field = plain && variant.node.is === 'map' ? variant.node.fields[name] : undefined;
      if (field) return entry(head, field, shared, depth);
      return [
        `${indent}- ${head} – ${variant.label}.${said(variant)}`,
        ...referenceOf(variant, shared, depth + 1),
      ];
    });
  }
  if (node.is === 'list') return referenceOf(node.of, shared, depth);
  if (node.is === 'record') return referenceOf(node.of, shared, depth);
  return [];
}

function entry(
  head: string,
  field: Schema<unknown>,
  shared: ReadonlyMap<SchemaNode, string>,
  depth: number,
): string[] {
  const indent = '  '.repeat(depth);
  const required = field.optional ? '' : '*';
  const known =
    shared.get(field.node) ?? (field.node.is === 'list' ? shared.get(field.node.of.node) : undefined);
  const line = `${indent}- ${head}${required} – ${field.label}: ${kindOf(field.node)}.${said(field)}`;
  if (known !== undefined) return [`${line} Bentuk \`${known}\`.`];
  return [line, ...referenceOf(field, shared, depth + 1)];
}

function said(schema: Schema<unknown>): string {
  return schema.about ? ` ${schema.about}` : '';
}

function kindOf(node: SchemaNode): string {
  switch (node.is) {
    case 'text':
      return 'teks';
    case 'integer':
      return `bilangan bulat${range(node.min, node.max)}`;
    case 'decimal':
      return `desimal${range(node.min, node.max)}`;
    case 'flag':
      return node.only ? '`true`' : '`true`/`false`';
    case 'date':
      return 'tanggal';
    case 'time':
      return 'jam `HH:MM`';
    case 'choice':
      return node.of.map((c) => `\`${c}\``).join(' | ');
    case 'map':
      return 'peta';
    case 'list':
      return `daftar ${inner(node.of)}`;
    case 'record':
      return `peta ${typeof node.key === 'string' ? (node.key === 'date' ? 'tanggal' : 'nama bebas') : node.key.map((k) => `\`${k}\``).join(', ')} → ${inner(node.of)}`;
    case 'oneOf':
      return 'salah satu';
  }
}

function inner(schema: Schema<unknown>): string {
  return `(${schema.label.toLowerCase()}: ${kindOf(schema.node)})`;
}

function range(min: number | string | null, max: number | string | null): string {
  if (min !== null && max !== null) return ` ${min}–${max}`;
  if (min !== null) return min === '0' || min === 0 ? '' : ` mulai ${min}`;
  return max !== null ? ` sampai ${max}` : '';
}
