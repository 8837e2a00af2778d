// Requests made from the server's own OpenAPI document: mostly of the right shape with values at its edges, sometimes broken.
import fc from 'fast-check';

const NASTY = ["'", '"; --', '%', '\\', '\u202e', '💥', '../../etc/passwd', '{{7*7}}', '<script>', '-1', '1e400', '0000-00-00', '9999-12-31', 'null', '__proto__', 'a'.repeat(3000), '\ud800', '\u0000'];
const DATES = ['2026-01-01', '2026-02-28', '2026-02-29', '2026-10-31', '2026-11-30', '2026-12-31', '1900-01-01', '2199-12-31'];
const MONTHS = ['2026-10', '2026-11', '2026-12', '2025-12', '2026-13', '1999-01'];
const DEEPEST = 6;

/** @param ids rows that exist, to be named now and then */
export function requestsOf(document, ids) {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const usable = operations.filter(({ path, method }) => !(path.includes('/auth/') && method !== 'GET') && !path.endsWith('/stream'));
  const make = new Values(document.components.schemas, ids);
  return fc.constantFrom(...usable).chain(({ path, method, operation }) =>
    fc.record({
      path: fc.constant(path),
      method: fc.constant(method),
      parameters: fc.tuple(...(operation.parameters ?? []).map((one) => make.parameter(one))),
      body: bodyOf(operation, make),
      ifMatch: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 9 }).map((version) => `"${version}"`) }, fc.constant(null), fc.constantFrom('*', '""', 'x'.repeat(300))),
      idempotency: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, fc.string({ minLength: 1, maxLength: 120 })),
    }),
  );
}

function bodyOf({ requestBody }, make) {
  if (!requestBody) return fc.constant(undefined);
  const json = requestBody.content['application/json'];
  if (!json) return fc.constant({ multipart: true });
  return fc.oneof({ weight: 8, arbitrary: make.of(json.schema) }, fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(null, [], {}, 'x'));
}

class Values {
  made = new Map();

  constructor(schemas, ids) {
    this.schemas = schemas;
    this.uuid = ids.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, fc.uuid()) : fc.uuid();
  }

  parameter({ name, in: place, required, schema }) {
    const value = fc.oneof({ weight: 8, arbitrary: this.of(schema) }, fc.constantFrom(...NASTY));
    const given = required || place === 'path' ? value : fc.option(value, { freq: 2 });
    return given.map((chosen) => ({ name, place, value: chosen }));
  }

  of(schema, depth = 0) {
    return fc.oneof({ weight: 30, arbitrary: this.right(schema, depth) }, fc.constantFrom(...NASTY), fc.constantFrom(null, true, -1, 2 ** 53, 1e308, [], {}));
  }

  right(schema, depth) {
    if (schema.$ref) return this.named(schema.$ref.split('/').at(-1), depth);
    if (schema.allOf) return this.right(schema.allOf[0], depth);
    if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => this.right(one, depth + 1)));
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    const [type] = [schema.type].flat();
    if (type === 'object') return this.object(schema, depth);
    if (type === 'array') return fc.array(this.of(schema.items ?? {}, depth + 1), { minLength: Math.min(schema.minItems ?? 0, 3), maxLength: depth > DEEPEST ? 0 : 3 });
    if (type === 'integer') return fc.integer({ min: Math.max(schema.minimum ?? -5, -(2 ** 31)), max: Math.min(schema.maximum ?? 5000, 2 ** 31) });
    if (type === 'number') return fc.double({ min: schema.minimum ?? -10, max: schema.maximum ?? 1e6, noNaN: true });
    if (type === 'boolean') return fc.boolean();
    return type === 'string' ? this.text(schema) : fc.jsonValue({ maxDepth: 1 });
  }

  text({ format, pattern, minLength = 0, maxLength = 200 }) {
    if (format === 'uuid') return this.uuid;
    if (format === 'date') return fc.constantFrom(...DATES);
    if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
    if (pattern?.includes('\\d{4}-(0')) return fc.constantFrom(...MONTHS);
    if (pattern?.includes(':[0-5]')) return fc.constantFrom('00:00', '07:30', '23:59', '24:00');
    if (pattern) return fc.oneof(fc.stringMatching(/^[a-z0-9.-]{1,20}$/), fc.constantFrom('1', '2.5', '0', '999999999.99'));
    return fc.string({ unit: 'binary', minLength: Math.min(minLength, 300), maxLength: Math.max(Math.min(maxLength + 1, 300), minLength) });
  }

  named(name, depth) {
    if (depth > DEEPEST) return fc.constant(null);
    const key = `${name} ${depth}`;
    if (!this.made.has(key)) this.made.set(key, this.right(this.schemas[name] ?? {}, depth + 1));
    return this.made.get(key);
  }

  object({ properties = {}, required = [] }, depth) {
    if (depth > DEEPEST) return fc.constant({});
    const fields = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, this.of(schema, depth + 1)]));
    const usual = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
    return fc.oneof({ weight: 12, arbitrary: usual }, fc.record(fields, { requiredKeys: [] }), usual.map((value) => ({ ...value, asing: 1 })));
  }
}

/** The address with its parameters put in. */
export function addressOf(base, { path, parameters }) {
  const query = new URLSearchParams();
  let address = path;
  for (const { name, place, value } of parameters) {
    if (value === null || place === 'header') continue;
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    if (place === 'path') address = address.replace(`{${name}}`, encodeURIComponent(text.toWellFormed() || 'x'));
    else query.append(name, text.toWellFormed());
  }
  return `${base}${address}${query.size > 0 ? `?${query}` : ''}`;
}
