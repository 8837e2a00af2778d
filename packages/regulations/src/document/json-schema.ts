/** JSON Schema (2020-12) of documents and cases, made from the schema-as-data: editors complete and check with it. */
import { DOCUMENT_KINDS, EMPLOYEE_KINDS } from '@ekinerja/contracts/basics';
import { KIND_SCHEMAS } from './kinds.js';
import type { Schema, SchemaNode } from './schema.js';

export type JsonSchema = { [key: string]: unknown };

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const DATE = '^\\d{4}-\\d{2}-\\d{2}$';
const CITE: JsonSchema = {
  description: 'Pasal: "Pasal 23 ayat (5)", "sumber#Pasal 5", atau { ref, source, reading, note }.',
  oneOf: [
    { type: 'string' },
    {
      type: 'object',
      required: ['ref'],
      additionalProperties: false,
      properties: {
        ref: { type: 'string' },
        source: { type: 'string' },
        reading: { type: 'boolean' },
        note: { type: 'string' },
      },
    },
  ],
};
/** Keys that may stand in every map of a document. */
const OWN: JsonSchema = {
  cite: { $ref: '#/$defs/cite' },
  cites: { type: 'object', additionalProperties: { $ref: '#/$defs/cite' } },
  for: { type: 'array', items: { enum: [...EMPLOYEE_KINDS] }, minItems: 1 },
};

/** Writes schemas; forms used in several places become definitions. */
class Writer {
  readonly defs: Record<string, JsonSchema> = {};
  private readonly names = new Map<SchemaNode, string>();
  private readonly uses = new Map<SchemaNode, number>();

  constructor(private readonly own: JsonSchema) {}

  /** @param whole nothing is inherited here: required keys must be written, `none` removes nothing */
  write(schema: Schema<unknown>, whole: boolean): JsonSchema {
    const said = { title: schema.label, ...(schema.about ? { description: schema.about } : {}) };
    const written = this.shared(schema.node, whole);
    if (whole) return { ...said, ...written };
    return { ...said, anyOf: [written, { const: 'none', description: 'Menghapus yang diwarisi.' }] };
  }

  count(schema: Schema<unknown>): void {
    const { node } = schema;
    const before = this.uses.get(node) ?? 0;
    this.uses.set(node, before + 1);
    if (before === 0) for (const child of childrenOf(node)) this.count(child);
  }

  private shared(node: SchemaNode, whole: boolean): JsonSchema {
    const often = node.is === 'map' && (this.uses.get(node) ?? 0) > 1 && Object.keys(node.fields).length > 2;
    if (!often) return this.node(node, whole);
    let name = this.names.get(node);
    if (name === undefined) {
      name = `form-${this.names.size + 1}`;
      this.names.set(node, name);
    }
    const full = `${name}${whole ? '' : '-partial'}`;
    if (!(full in this.defs)) {
      this.defs[full] = {};
      this.defs[full] = this.node(node, whole);
    }
    return { $ref: `#/$defs/${full}` };
  }

  private node(node: SchemaNode, whole: boolean): JsonSchema {
    switch (node.is) {
      case 'text':
        return { type: ['string', 'number'] };
      case 'integer':
        return { type: 'integer', ...bounds(node.min, node.max) };
      case 'decimal':
        return {
          type: ['number', 'string'],
          pattern: '^[+-]?\\d+(\\.\\d+)?(/\\d+(\\.\\d+)?)?$',
          ...bounds(node.min, node.max),
        };
      case 'flag':
        return node.only ? { const: true } : { type: 'boolean' };
      case 'date':
        return { type: 'string', pattern: DATE };
      case 'time':
        return { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$' };
      case 'choice':
        return { enum: [...node.of] };
      case 'list':
        return {
          type: 'array',
          items: this.write(node.of, true),
          ...(node.min ? { minItems: node.min } : {}),
        };
      case 'map':
        return this.map(node.fields, whole);
      case 'record':
        return this.record(node, whole);
      case 'oneOf':
        return { oneOf: Object.entries(node.variants).map(([name, v]) => this.variant(node.by, name, v)) };
    }
  }

  map(fields: Readonly<Record<string, Schema<unknown>>>, whole: boolean, own = this.own): JsonSchema {
    const entries = Object.entries(fields);
    const required = whole ? entries.filter(([, f]) => !f.optional).map(([key]) => key) : [];
    return {
      type: 'object',
      additionalProperties: false,
      ...(required.length ? { required } : {}),
      properties: {
        ...Object.fromEntries(entries.map(([key, field]) => [key, this.write(field, whole)])),
        ...own,
      },
    };
  }

  private record(node: Extract<SchemaNode, { is: 'record' }>, whole: boolean): JsonSchema {
    const of = this.write(node.of, whole);
    if (node.key === 'text') return { type: 'object', properties: this.own, additionalProperties: of };
    if (node.key === 'date')
      return {
        type: 'object',
        properties: this.own,
        patternProperties: { [DATE]: of },
        additionalProperties: false,
      };
    return {
      type: 'object',
      properties: { ...Object.fromEntries(node.key.map((key) => [key, of])), ...this.own },
      additionalProperties: false,
    };
  }

  private variant(by: string | null, name: string, schema: Schema<unknown>): JsonSchema {
    if (schema.node.is !== 'map') return {};
    const written = this.map(schema.node.fields, true);
    const said = schema.about ? { description: schema.about } : {};
    if (by === null) return { title: schema.label, ...said, ...written };
    const required = [by, ...((written.required as string[] | undefined) ?? [])];
    const properties = { [by]: { const: name }, ...(written.properties as JsonSchema) };
    return { title: schema.label, ...said, ...written, required, properties };
  }
}

function childrenOf(node: SchemaNode): Schema<unknown>[] {
  if (node.is === 'map') return Object.values(node.fields);
  if (node.is === 'record' || node.is === 'list') return [node.of];
  return node.is === 'oneOf' ? Object.values(node.variants) : [];
}

function bounds(min: number | string | null, max: number | string | null): JsonSchema {
  return {
    ...(min !== null ? { minimum: Number(min) } : {}),
    ...(max !== null ? { maximum: Number(max) } : {}),
  };
}

const HEADER: JsonSchema = {
  id: { type: 'string', description: 'Nama unik dokumen.' },
  kind: { enum: [...DOCUMENT_KINDS] },
  family: { type: 'string', description: 'Hanya dokumen nasional: keluarga yang dapat diwarisi.' },
  extends: { type: 'string', description: 'Keluarga dokumen di bawahnya, biasanya `nasional`.' },
  title: { type: 'string' },
  source: { type: 'string', description: 'Sumber yang dirujuk kutipan yang tidak menyebut sumber.' },
  inForce: {
    type: 'object',
    required: ['from'],
    additionalProperties: false,
    properties: { from: { type: 'string', pattern: DATE }, to: { type: 'string', pattern: DATE } },
  },
  timeZone: { type: 'string' },
  cases: {
    type: 'array',
    items: { type: 'string' },
    description: 'Berkas kasus, relatif terhadap dokumen ini.',
  },
  cite: OWN.cite,
  cites: OWN.cites,
};

/** The published schema of a regulation document. */
export function documentJsonSchema(): JsonSchema {
  const writer = new Writer(OWN);
  for (const kind of DOCUMENT_KINDS) writer.count(KIND_SCHEMAS[kind]);
  const kinds = DOCUMENT_KINDS.map((kind) => {
    const { node } = KIND_SCHEMAS[kind];
    const sections = node.is === 'map' ? writer.map(node.fields, false, HEADER) : {};
    return { if: { properties: { kind: { const: kind } } }, then: sections };
  });
  return {
    $schema: DRAFT,
    title: 'Dokumen peraturan E-Kinerja',
    description: 'Dibuat dari skema kode oleh `pnpm regulation docs`; jangan disunting.',
    type: 'object',
    required: ['id', 'kind', 'title', 'source', 'inForce'],
    properties: { kind: HEADER.kind },
    allOf: kinds,
    $defs: { cite: CITE, ...writer.defs },
  };
}

/** The published schema of case files. @param facts the schema of the facts of each question that has one */
export function casesJsonSchema(
  facts: Readonly<Record<string, Schema<unknown>>>,
  questions: readonly string[],
): JsonSchema {
  const writer = new Writer({});
  for (const schema of Object.values(facts)) writer.count(schema);
  const or = (written: JsonSchema, word: 'none' | null) => ({ anyOf: [written, { const: word }] });
  const asked = Object.entries(facts).map(([ask, schema]) => {
    const written = schema.node.is === 'map' ? writer.map(schema.node.fields, true) : {};
    const properties = written.properties as Record<string, JsonSchema>;
    if (properties.presence) properties.presence = or(properties.presence, 'none');
    for (const key of ['employedTo', 'postKind'])
      if (ask === 'inclusion' && properties[key]) properties[key] = or(properties[key], null);
    return { if: { properties: { ask: { const: ask } } }, then: { properties: { facts: written } } };
  });
  return {
    $schema: DRAFT,
    title: 'Kasus hukum E-Kinerja',
    description: 'Dibuat dari skema kode oleh `pnpm regulation docs`; jangan disunting.',
    type: 'array',
    items: {
      type: 'object',
      required: ['name', 'on', 'ask', 'expect'],
      additionalProperties: false,
      properties: {
        name: { type: 'string', description: 'Satu kalimat yang dibaca pejabat kepegawaian.' },
        proves: { type: 'array', items: { type: 'string' } },
        articles: { type: 'array', items: { type: 'string' }, description: 'Pasal daerah bawaan yang diperlihatkan kasus ini.' },
        on: {
          type: 'object',
          additionalProperties: false,
          properties: {
            daerah: {
              type: 'string',
              description: 'Daerah bawaan produk; tanpa ini dokumen yang diperiksa.',
            },
            date: { type: 'string', pattern: DATE },
            month: { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
            employeeKind: { enum: [...EMPLOYEE_KINDS] },
            policy: {
              type: 'array',
              items: { type: 'string' },
              description: 'Dokumen yang menggantikan dokumen sejenis, relatif terhadap berkas kasus.',
            },
          },
        },
        ask: { enum: [...questions] },
        facts: { type: 'object' },
        expect: { description: 'Hanya yang disebut yang diperiksa; `lines` cukup sebagian, berurutan.' },
      },
      allOf: asked,
    },
    $defs: writer.defs,
  };
}
