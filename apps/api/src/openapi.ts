import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { INTEGRATOR_SCOPES } from '@ekinerja/contracts/access';
import { declaredRoutes } from './access-routes.js';
import { describeOperation, type ApiTypes } from './openapi-operations.js';
import { problemComponents } from './openapi-problems.js';
import { limitedField, requestSchemas, type SchemaObject } from './openapi-schemas.js';

/** Written by the build (`scripts/api-types.mjs`) from the routes' own types; the same place from sources and from `dist`. */
const API_TYPES = fileURLToPath(new URL('../dist/api-types.json', import.meta.url));

const ABOUT = [
  'Antarmuka REST E-Kinerja, berversi pada alamatnya (`/api/v1`).',
  'Galat berbentuk `application/problem+json` (RFC 9457) dengan `code` yang tetap.',
  'Daftar dihalaman dengan `cursor`: kirim kembali `nextCursor` sampai `null`.',
  'Baris berversi dijawab dengan `ETag`; perubahan mengirimnya kembali sebagai `If-Match` (428 tanpa, 412 bila sudah berubah).',
  'Permintaan ubah menerima `Idempotency-Key`: kunci dan isi yang sama mendapat jawaban pertama.',
  'Sistem lain memakai kunci API (`Authorization: Bearer ek_…`) menurut lingkupnya, 300 permintaan semenit; sisanya pada `X-RateLimit-Remaining`.',
  'Panduan: docs/integration.md.',
].join('\n\n');

/** The document for integrators (OpenAPI 3.1), generated from the routes, their types and their validators. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('E-Kinerja')
    .setDescription(ABOUT)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addServer('/', 'Server ini')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'Token sesi seseorang, dari POST /api/v1/auth/sign-in' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: `Kunci sistem lain; lingkup: ${INTEGRATOR_SCOPES.join(', ')}` }, 'key')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  const types = apiTypes();
  const schemas = document.components?.schemas as Record<string, SchemaObject>;
  // The types know every nested shape, the validators every limit: the one is laid over the other.
  const limits = requestSchemas([...new Set([...Object.keys(schemas), ...Object.keys(types.schemas)])]);
  const shapes = { ...schemas, ...withLimits(types.schemas, limits) };
  for (const [name, limit] of Object.entries(limits)) shapes[name] ??= limit;
  for (const route of declaredRoutes()) {
    const path = document.paths[`/api/v1${route.path.replace(/:(\w+)/g, '{$1}')}`];
    const operation = path?.[route.method.toLowerCase() as 'get'];
    if (operation) describeOperation(operation, route, types.operations[`${route.controller.name}_${route.handler}`], limits, shapes);
  }
  const { schemas: problems, responses } = problemComponents();
  document.components = { ...document.components, schemas: { ...shapes, ...problems } as never, responses: responses as never };
  return document;
}

/** Served as /api/v1/openapi.json with a readable page at /api/v1/docs. */
export function mountOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/v1/docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/v1/openapi.json', customSiteTitle: 'E-Kinerja API' });
}

/** Without a build there are no answers to describe; requests are, from their validators. */
function apiTypes(): ApiTypes {
  return existsSync(API_TYPES) ? (JSON.parse(readFileSync(API_TYPES, 'utf8')) as ApiTypes) : { schemas: {}, operations: {} };
}

function withLimits(shapes: Record<string, SchemaObject>, limits: Record<string, SchemaObject>): Record<string, SchemaObject> {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, limits[name] ? mergeLimits(shape, limits[name]) : shape]));
}

function mergeLimits(shape: SchemaObject, limit: SchemaObject): SchemaObject {
  const fields = limit.properties as Record<string, SchemaObject>;
  const properties = Object.fromEntries(
    Object.entries(shape.properties as Record<string, SchemaObject>).map(([name, own]) => [name, limitedField(own, fields[name])]),
  );
  return { ...shape, properties, additionalProperties: false };
}
