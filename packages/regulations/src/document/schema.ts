/**
 * The schema of regulation documents, as data. One description yields the validator, the TypeScript type of the
 * resolved rules, the labels on the screen, and a JSON Schema. There are no formula strings: a method is a named
 * choice with typed parameters.
 */
export type SchemaNode =
  | { is: 'text' }
  | { is: 'integer'; min: number | null; max: number | null }
  | { is: 'decimal'; min: string | null; max: string | null }
  | { is: 'flag'; only: true | null }
  | { is: 'date' }
  | { is: 'time' }
  | { is: 'choice'; of: readonly string[] }
  | { is: 'map'; fields: Readonly<Record<string, Schema<unknown>>> }
  | { is: 'record'; key: 'text' | 'date' | readonly string[]; of: Schema<unknown> }
  | { is: 'list'; of: Schema<unknown>; min: number }
  | { is: 'oneOf'; by: string | null; variants: Readonly<Record<string, Schema<unknown>>> };

/** A node with its Indonesian label. `type` is never set; it carries T for inference. */
export interface Schema<T> {
  readonly node: SchemaNode;
  readonly label: string;
  readonly optional?: true;
  /** What it does, units and defaults, in Indonesian; goes to the docs and the JSON Schema. */
  readonly about?: string;
  /** How a filled section reads: `{key}` stands for a value, `[…]` falls away without it; used by `explain`. */
  readonly sentence?: string;
  readonly type?: T;
}
export interface OptionalSchema<T> extends Schema<T> {
  readonly optional: true;
}

export type Infer<S> = S extends Schema<infer T> ? T : never;
type Fields = Readonly<Record<string, Schema<unknown>>>;
type Shape<F extends Fields> = {
  [K in keyof F as F[K] extends OptionalSchema<unknown> ? never : K]: Infer<F[K]>;
} & {
  [K in keyof F as F[K] extends OptionalSchema<unknown> ? K : never]?: Infer<F[K]>;
};

export function text(label: string): Schema<string> {
  return { label, node: { is: 'text' } };
}
export function integer(label: string, range: { min?: number; max?: number } = {}): Schema<number> {
  return { label, node: { is: 'integer', min: range.min ?? null, max: range.max ?? null } };
}
/** Exact decimal, kept as text. */
export function decimal(label: string, range: { min?: string; max?: string } = {}): Schema<string> {
  return { label, node: { is: 'decimal', min: range.min ?? null, max: range.max ?? null } };
}
export function percent(label: string): Schema<string> {
  return decimal(label, { min: '0' });
}
export function flag(label: string): Schema<boolean> {
  return { label, node: { is: 'flag', only: null } };
}
/** A key that is written as `true` or not at all. */
export function marked(label: string): Schema<true> {
  return { label, node: { is: 'flag', only: true } };
}
export function date(label: string): Schema<string> {
  return { label, node: { is: 'date' } };
}
export function time(label: string): Schema<string> {
  return { label, node: { is: 'time' } };
}
export function choice<const T extends string>(label: string, of: readonly T[]): Schema<T> {
  return { label, node: { is: 'choice', of } };
}
/** A section: merges key by key with the document below it. */
export function section<F extends Fields>(label: string, fields: F): Schema<Shape<F>> {
  return { label, node: { is: 'map', fields } };
}
/** Entries under free keys (class codes, dates) or keys of a list; merges key by key. */
export function record<T, const K extends string = string>(
  label: string,
  key: 'text' | 'date' | readonly K[],
  of: Schema<T>,
): Schema<Partial<Record<K, T>>> {
  return { label, node: { is: 'record', key, of } };
}
/** A list replaces the whole list of the document below it. */
export function list<T>(label: string, of: Schema<T>, min = 0): Schema<T[]> {
  return { label, node: { is: 'list', of, min } };
}
/** One of several forms, told apart by the value of key `by`; replaced whole. */
export function variant<B extends string, V extends Record<string, Schema<unknown>>>(
  label: string,
  by: B,
  variants: V,
): Schema<{ [K in keyof V & string]: { [P in B]: K } & Infer<V[K]> }[keyof V & string]> {
  return { label, node: { is: 'oneOf', by, variants } };
}
/** One of several forms, told apart by which key is present; replaced whole. */
export function exactlyOne<F extends Fields>(
  label: string,
  fields: F,
): Schema<{ [K in keyof F & string]: { [P in K]: Infer<F[K]> } }[keyof F & string]> {
  const variants = Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, section(field.label, { [key]: field })]),
  );
  return { label, node: { is: 'oneOf', by: null, variants } };
}
export function optional<T>(schema: Schema<T>): OptionalSchema<T> {
  return { ...schema, optional: true };
}

/** The same schema with what it does, for docs and editors. */
export function about<S extends Schema<unknown>>(schema: S, text: string): S {
  return { ...schema, about: text };
}
/** The same section with the sentence that `explain` prints. */
export function reads<S extends Schema<unknown>>(schema: S, sentence: string): S {
  return { ...schema, sentence };
}

/** Lists and forms are replaced whole by the document above; sections and records merge by key. */
export function mergesByKey(schema: Schema<unknown>): boolean {
  return schema.node.is === 'map' || schema.node.is === 'record';
}

/** The schema of a child, or null when the key is not known there. `present` are the keys of the written map. */
export function childSchema(
  schema: Schema<unknown>,
  key: string,
  present: Readonly<Record<string, unknown>> = {},
): Schema<unknown> | null {
  const { node } = schema;
  if (node.is === 'map') return own(node.fields, key);
  if (node.is === 'record')
    return node.key === 'text' || node.key === 'date' || node.key.includes(key) ? node.of : null;
  if (node.is === 'list') return node.of;
  if (node.is === 'oneOf') {
    if (key === node.by) return choice(schema.label, Object.keys(node.variants));
    const chosen = chosenVariant(schema, present);
    return chosen ? childSchema(chosen, key, present) : null;
  }
  return null;
}

/** Which form of a `variant` or `exactlyOne` the written map takes. */
export function chosenVariant(
  schema: Schema<unknown>,
  present: Readonly<Record<string, unknown>>,
): Schema<unknown> | null {
  const { node } = schema;
  if (node.is !== 'oneOf') return null;
  if (node.by !== null) {
    const name = present[node.by];
    return typeof name === 'string' ? own(node.variants, name) : null;
  }
  const name = Object.keys(node.variants).find((key) => key in present);
  return name === undefined ? null : (node.variants[name] ?? null);
}

/** A written key may be called like something every object has (`constructor`). */
function own(schemas: Readonly<Record<string, Schema<unknown>>>, key: string): Schema<unknown> | null {
  return Object.hasOwn(schemas, key) ? (schemas[key] ?? null) : null;
}
