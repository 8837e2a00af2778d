import type { DeclaredRoute } from './access-routes.js';
import { exampleOf } from './openapi-examples.js';
import { limitedField, type SchemaObject } from './openapi-schemas.js';

/** What the build read from the types of one route. */
export interface OperationTypes {
  /** `file`: bytes; null: nothing. */
  answer: SchemaObject | 'file' | null;
  query: { name: string; required: boolean; schema: SchemaObject; of: string | null }[];
  path: Record<string, SchemaObject>;
  body?: SchemaObject;
  etag: boolean;
  ifMatch?: boolean;
  upload?: boolean;
}
export interface ApiTypes {
  schemas: Record<string, SchemaObject>;
  operations: Record<string, OperationTypes>;
}

interface Operation {
  parameters?: unknown[];
  requestBody?: unknown;
  responses: Record<string, unknown>;
  security?: unknown[];
  summary?: string;
  description?: string;
}

const RATE_HEADERS = {
  'X-RateLimit-Limit': { description: 'Permintaan yang boleh dalam semenit dengan kunci ini', schema: { type: 'integer' } },
  'X-RateLimit-Remaining': { description: 'Sisanya', schema: { type: 'integer' } },
  'X-RateLimit-Reset': { description: 'Detik sampai hitungan mulai lagi', schema: { type: 'integer' } },
};
const ETAG = { ETag: { description: 'Versi baris; kirim kembali sebagai If-Match', schema: { type: 'string', examples: ['"3"'] } } };

/** Completes what Nest knows of an operation: parameters, answer, refusals, and who may call it. */
export function describeOperation(operation: Operation, route: DeclaredRoute, types: OperationTypes | undefined, limits: Record<string, SchemaObject>, shapes: Record<string, SchemaObject>): void {
  const { access } = route;
  const scope = access?.integrator ?? null;
  operation.security = access?.public ? [] : [{ session: [] }, ...(scope ? [{ key: [scope] }] : [])];
  Object.assign(operation, { 'x-permission': access?.permission ?? null, 'x-rows': access?.scope ?? null, ...(scope ? { 'x-key-scope': scope } : {}) });
  if (!types) return;
  operation.parameters = parametersOf(route, types, limits);
  if (types.body) operation.requestBody = { required: true, content: { 'application/json': { schema: types.body, ...(scope ? { example: exampleOf(types.body, shapes) } : {}) } } };
  if (types.upload) {
    operation.requestBody = { required: true, content: { 'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } } } } } };
  }
  const [status, declared] = successOf(operation.responses);
  operation.responses = { [status]: success(types, declared, scope !== null, shapes), ...refusals(route, types) };
}

function parametersOf(route: DeclaredRoute, types: OperationTypes, limits: Record<string, SchemaObject>): object[] {
  const path = Object.entries(types.path).map(([name, schema]) => ({ name, in: 'path', required: true, schema }));
  const query = types.query.map(({ name, required, schema, of }) => {
    const limit = of ? (limits[of]?.properties as Record<string, SchemaObject> | undefined)?.[name] : undefined;
    const { description, ...plain } = limitedField(schema, limit);
    return { name, in: 'query', required, schema: plain, ...(description ? { description } : {}) };
  });
  const headers: object[] = [];
  if (types.ifMatch) headers.push({ name: 'If-Match', in: 'header', required: false, description: 'ETag baris yang terakhir dilihat; tanpanya 428', schema: { type: 'string', examples: ['"3"'] } });
  if (route.method !== 'GET' && !route.access?.public) {
    headers.push({ name: 'Idempotency-Key', in: 'header', required: false, description: 'Kunci pilihan pemanggil; permintaan yang terulang mendapat jawaban pertama', schema: { type: 'string', minLength: 1, maxLength: 100 } });
  }
  return [...path, ...query, ...headers];
}

/** Nest writes one success an operation, by its method or `@HttpCode`, with the media types of `@ApiProduces`. */
function successOf(responses: Record<string, unknown>): [status: string, media: string[]] {
  const status = Object.keys(responses).find((code) => code.startsWith('2')) ?? '200';
  return [status, Object.keys((responses[status] as { content?: object } | undefined)?.content ?? {})];
}

function success({ answer, etag }: OperationTypes, media: string[], byKey: boolean, shapes: Record<string, SchemaObject>): object {
  const headers = { ...(etag || hasVersion(answer, shapes) ? ETAG : {}), ...(byKey ? RATE_HEADERS : {}) };
  const base = Object.keys(headers).length > 0 ? { headers } : {};
  if (answer === null) return { description: 'Selesai', ...base };
  if (answer === 'file') {
    const kinds = media.length > 0 ? media : ['application/octet-stream'];
    return { description: 'Berkas', ...base, content: Object.fromEntries(kinds.map((kind) => [kind, { schema: { type: 'string', contentMediaType: kind } }])) };
  }
  return { description: 'Berhasil', ...base, content: { 'application/json': { schema: answer, ...(byKey ? { example: exampleOf(answer, shapes) } : {}) } } };
}

/** One row with its version: answered with it as ETag (`etag.interceptor.ts`). */
function hasVersion(answer: OperationTypes['answer'], shapes: Record<string, SchemaObject>): boolean {
  if (answer === null || answer === 'file') return false;
  const shape = typeof answer.$ref === 'string' ? shapes[answer.$ref.replace('#/components/schemas/', '')] : answer;
  const version = (shape?.properties as Record<string, SchemaObject> | undefined)?.version;
  return version?.type === 'integer' || version?.type === 'number';
}

function refusals({ method, access }: DeclaredRoute, types: OperationTypes): Record<string, object> {
  const statuses = new Set<number>([429]);
  if (!access?.public) [401, 403].forEach((status) => statuses.add(status));
  if (types.query.length > 0 || types.body || Object.keys(types.path).length > 0) statuses.add(400);
  if (Object.keys(types.path).length > 0) statuses.add(404);
  if (types.ifMatch) [412, 428].forEach((status) => statuses.add(status));
  if (types.upload) statuses.add(413);
  if (method !== 'GET') [409, 422].forEach((status) => statuses.add(status));
  const named = [...statuses].toSorted((a, b) => a - b).map((status) => [String(status), { $ref: `#/components/responses/Problem${status}` }] as const);
  return { ...Object.fromEntries(named), default: { $ref: '#/components/responses/Problem' } };
}
