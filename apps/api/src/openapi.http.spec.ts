import type { OpenAPIObject } from '@nestjs/swagger';
import { ACTIVITY_LIMITS } from '@ekinerja/contracts/activities';
import { openApiDocument } from './openapi.js';
import { testApp, type TestApp } from './testing/test-app.js';

let test: TestApp;
let document: OpenAPIObject;
beforeAll(async () => {
  test = await testApp();
  document = openApiDocument(test.app);
});
afterAll(() => test.close());

describe('the OpenAPI document', () => {
  it('names every request field with the limits that are checked', () => {
    const schemas = document.components?.schemas as Record<string, { properties: Record<string, unknown>; required: string[] }>;
    const empty = Object.entries(schemas).filter(([, schema]) => Object.keys(schema.properties).length === 0);
    expect(empty.map(([name]) => name)).toEqual([]);
    expect(schemas.SaveActivityDto?.properties).toMatchObject({
      date: { type: 'string', format: 'date' },
      description: { type: 'string', minLength: ACTIVITY_LIMITS.description.min, maxLength: ACTIVITY_LIMITS.description.max },
      skpResultId: { format: 'uuid' },
      task: { enum: ['main', 'additional'] },
    });
    expect(schemas.AcceptActivitiesDto?.properties.ids).toMatchObject({ type: 'array', maxItems: ACTIVITY_LIMITS.bulk, items: { format: 'uuid' } });
    expect(schemas.SaveActivityDto?.required).toContain('submit');
  });

  it('is served with a readable page, to everybody', async () => {
    const json = await test.app.inject({ url: '/api/v1/openapi.json' });
    expect(json.json<OpenAPIObject>().info.title).toBe('E-Kinerja');
    const page = await test.app.inject({ url: '/api/v1/docs' });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('swagger-ui');
  });
});
