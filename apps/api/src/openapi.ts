import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { requestSchemas } from './openapi-schemas.js';

/** The document for integrators, generated from the routes themselves. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('E-Kinerja')
    .setDescription('Antarmuka REST E-Kinerja. Galat berbentuk application/problem+json (RFC 9457); baris berversi memakai ETag dan If-Match; permintaan ubah menerima Idempotency-Key.')
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config);
  const schemas = document.components?.schemas ?? {};
  Object.assign(schemas, requestSchemas(Object.keys(schemas)));
  return document;
}

/** Served as /api/v1/openapi.json with a readable page at /api/v1/docs. */
export function mountOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/v1/docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/v1/openapi.json', customSiteTitle: 'E-Kinerja API' });
}
