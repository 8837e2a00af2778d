import type { SchemaObject } from './openapi-schemas.js';

const DEEPEST = 8;

/** What fields of these names look like; everything else follows from its schema. */
const KNOWN: Record<string, unknown> = {
  name: 'Siti Rahmah', personName: 'Siti Rahmah', nip: '198503122010012003', unitName: 'Bidang Pelayanan', skpdName: 'Dinas Kesehatan', postName: 'Perawat Ahli Muda', rank: 'III/c', class: '9',
  reason: 'Sesuai surat tugas', title: 'Peraturan Bupati tentang Kinerja Pegawai', nextCursor: null, checkIn: '07:30', checkOut: '16:30', code: '1.02.01', hash: 'b1946ac92492d2347c6235b8d2611184a7f3d2fd1d6a1c7f9c3f6ed2c2f0d9ab',
};
const FORMATS: Record<string, string> = { uuid: '0b9f7c1e-5a4d-4c83-9a51-1f2f6d7c8e90', date: '2026-11-22', 'date-time': '2026-11-22T01:30:00.000Z', uri: 'https://ekinerja.example.go.id/berkas' };

/** A value that fits the schema: the same for the same schema. */
export function exampleOf(schema: SchemaObject, shapes: Record<string, SchemaObject>, name = '', depth = 0): unknown {
  const { $ref, allOf, anyOf } = schema as { $ref?: string; allOf?: SchemaObject[]; anyOf?: SchemaObject[] };
  if ($ref) return exampleOf(shapes[$ref.split('/').at(-1)!] ?? {}, shapes, name, depth + 1);
  if (allOf?.[0]) return exampleOf(allOf[0], shapes, name, depth);
  if (anyOf?.[0]) return exampleOf(depth > DEEPEST ? anyOf.at(-1)! : anyOf[0], shapes, name, depth);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return (schema.enum as unknown[])[0];
  if (schema.example !== undefined) return schema.example;
  const types = [schema.type].flat() as (string | undefined)[];
  if (depth > DEEPEST && types.includes('null')) return null;
  switch (types[0]) {
    case 'object':
      return objectExample(schema, shapes, depth);
    case 'array':
      return arrayExample(schema, shapes, name, depth);
    case 'string':
      return textExample(schema, name, types);
    case 'integer':
    case 'number':
      return Math.max(Number(schema.minimum ?? 1), 1);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

function objectExample(schema: SchemaObject, shapes: Record<string, SchemaObject>, depth: number): unknown {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, SchemaObject>);
  const required = (schema.required ?? []) as string[];
  const shown = properties.filter(([name]) => depth <= DEEPEST || required.includes(name));
  return Object.fromEntries(shown.map(([name, property]) => [name, exampleOf(property, shapes, name, depth + 1)]));
}

function arrayExample(schema: SchemaObject, shapes: Record<string, SchemaObject>, name: string, depth: number): unknown {
  if (schema.prefixItems) return (schema.prefixItems as SchemaObject[]).map((item) => exampleOf(item, shapes, name, depth + 1));
  return depth > DEEPEST && !schema.minItems ? [] : [exampleOf((schema.items ?? {}) as SchemaObject, shapes, name, depth + 1)];
}

function textExample({ format, pattern, minLength = 0, maxLength = Infinity }: { format?: string; pattern?: string; minLength?: number; maxLength?: number }, name: string, types: (string | undefined)[]): unknown {
  if (format && FORMATS[format]) return FORMATS[format];
  const known = KNOWN[name];
  const candidates = [known, '2026-11', '07:30', '2.5', 'contoh-1', 'Contoh', '198503122010012003', '1'].filter((value): value is string => typeof value === 'string');
  if (known === null && types.includes('null')) return null;
  const fits = (value: string) => (!pattern || new RegExp(pattern, 'u').test(value)) && value.length >= minLength && value.length <= maxLength;
  const order = pattern ? candidates : [...candidates.filter((value) => value === known), 'Contoh', ...candidates];
  return order.find(fits) ?? 'Contoh isian '.repeat(Math.ceil(minLength / 13) || 1).slice(0, Math.min(maxLength, Math.max(minLength, 13)));
}
