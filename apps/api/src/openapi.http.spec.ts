import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ACTIVITY_LIMITS } from '@ekinerja/contracts/activities';
import { ERROR_STATUS } from '@ekinerja/contracts/errors';
import type { IntegratorWithKey } from '@ekinerja/contracts/integrators';
import { Validator } from '@seriousme/openapi-schema-validator';
import { getMetadataStorage } from 'class-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { declaredRoutes } from './access-routes.js';
import { openApiDocument } from './openapi.js';
import { testApp, type TestApp } from './testing/test-app.js';
import { tinyGovernment } from './testing/tiny-government.js';

const ROOT = resolve(__dirname, '../../..');
type Operation = { parameters?: { name: string; in: string }[]; responses: Record<string, { content?: Record<string, { schema: object; example?: unknown }>; headers?: object }>; security: object[] };

let test: TestApp;
let document: OpenAPIObject;
beforeAll(async () => {
  run('node', [join(ROOT, 'scripts/api-types.mjs')], ROOT);
  test = await testApp();
  await tinyGovernment(test);
  document = openApiDocument(test.app);
}, 240_000);
afterAll(() => test?.close());

function run(command: string, args: string[], cwd: string, env: Record<string, string> = {}): string {
  const done = spawnSync(command === 'node' ? process.execPath : command, args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${args.join(' ')}: ${done.stdout} ${done.stderr}`);
  return done.stdout;
}

const operations = () => Object.entries(document.paths).flatMap(([path, item]) => Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({ name: `${method} ${path}`, operation })));
const successOf = ({ responses }: Operation) => Object.entries(responses).find(([status]) => status.startsWith('2'))!;

describe('the OpenAPI document', () => {
  it('names every request field with the limits that are checked', () => {
    const schemas = document.components?.schemas as Record<string, { type?: string; properties: Record<string, unknown>; required: string[] }>;
    const empty = Object.entries(schemas).filter(([, { type, properties }]) => type === 'object' && properties && Object.keys(properties).length === 0);
    expect(empty.map(([name]) => name)).toEqual([]);
    expect(schemas.SaveActivityDto?.properties).toMatchObject({
      date: { type: 'string', format: 'date' },
      description: { type: 'string', minLength: ACTIVITY_LIMITS.description.min, maxLength: ACTIVITY_LIMITS.description.max },
      skpResultId: { format: 'uuid' },
      task: { enum: ['main', 'additional'] },
    });
    expect(schemas.ActivityIdsDto?.properties.ids).toMatchObject({ type: 'array', maxItems: ACTIVITY_LIMITS.bulk, items: { format: 'uuid' } });
    expect(schemas.SaveActivityDto?.required).toContain('submit');
    // Nested shapes are whole, with their own limits.
    expect(schemas.SaveSkpDto?.properties.results).toMatchObject({ items: { $ref: '#/components/schemas/SkpResultDto' } });
    expect(schemas.SkpIndicatorDto?.properties.indicator).toMatchObject({ type: 'string', maxLength: expect.any(Number) });
  });

  it('X-API-1 knows each request class by a name of its own, so that none bears the limits of another', () => {
    const { validationMetadatas } = getMetadataStorage() as unknown as { validationMetadatas: Map<Function, unknown> };
    const names = [...validationMetadatas.keys()].map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const schemas = document.components?.schemas as Record<string, { properties: Record<string, unknown> }>;
    expect(schemas.EvaluationHandOverDto?.properties).toMatchObject({ note: { type: 'string', minLength: 5 } });
    expect(schemas.PayHandOverDto?.properties).toMatchObject({ step: { enum: ['signed', 'handed-over'] }, date: { format: 'date' } });
  });

  it('X-API-1 is OpenAPI 3.1 to a strict validator', async () => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(document)) as Record<string, unknown>);
    expect(result.errors ?? []).toEqual([]);
    expect(document.openapi).toBe('3.1.0');
  });

  it('X-API-1 describes every route: parameters, answer, refusals with their codes, who may call it', () => {
    const described = operations();
    expect(described.length).toBe(declaredRoutes().length);
    const bare = described.filter(({ operation }) => {
      const [status, answer] = successOf(operation);
      const whole = status === '204' || answer.content !== undefined || ['void', 'Selesai'].includes((answer as { description?: string }).description ?? '');
      return !whole || !operation.responses.default;
    });
    expect(bare.map(({ name }) => name)).toEqual([]);
    const list = (document.paths['/api/v1/employees'] as { get: Operation }).get;
    expect(list.parameters!.map(({ name, in: place }) => `${place} ${name}`)).toEqual(['query q', 'query skpdId', 'query cursor', 'query limit']);
    expect(list.security).toEqual([{ session: [] }, { key: ['employees:read'] }]);
    expect(list.responses['200']).toMatchObject({ headers: { 'X-RateLimit-Remaining': {} }, content: { 'application/json': { schema: { $ref: '#/components/schemas/PageOfEmployeeItem' } } } });
    const problem = (document.components!.schemas as Record<string, { properties: { code: { enum: string[] } } }>).Problem!;
    expect(problem.properties.code.enum).toEqual(Object.keys(ERROR_STATUS));
  });

  it('X-API-1 every change that asks for If-Match, and the row it changes, answer with the ETag', () => {
    const etag = ({ name, operation }: { name: string; operation: Operation }) => ({ name, given: 'ETag' in (successOf(operation)[1].headers ?? {}), empty: successOf(operation)[1].content === undefined });
    const changes = operations().filter(({ operation }) => operation.parameters?.some(({ name }) => name === 'If-Match'));
    expect(changes.length).toBeGreaterThan(80);
    expect(changes.map(etag).filter(({ given, empty }) => !given && !empty).map(({ name }) => name)).toEqual([]);
    const rows = new Set(changes.map(({ name }) => name.replace(/^\w+ /, '').replace(/^(.*\}).*$/, '$1')));
    const reads = operations().filter(({ name, operation }) => name.startsWith('get ') && rows.has(name.slice(4)) && successOf(operation)[1].content?.['application/json'] !== undefined);
    expect(reads.map(etag).filter(({ given }) => !given).map(({ name }) => name)).toEqual([]);
  });

  it('X-API-1 leaves answers open: fields are added within v1, and a client that validates them goes on', () => {
    const schemas = document.components!.schemas as Record<string, { additionalProperties?: unknown }>;
    const reached = new Set<string>();
    const walk = (shape: unknown): void => {
      for (const [, name] of JSON.stringify(shape).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
        if (reached.has(name!)) continue;
        reached.add(name!);
        walk(schemas[name!]);
      }
    };
    operations().forEach(({ operation }) => walk(successOf(operation)[1]));
    expect(reached.size).toBeGreaterThan(200);
    expect([...reached].filter((name) => schemas[name]!.additionalProperties === false)).toEqual([]);
  });

  it('X-API-1 gives examples that fit their schemas, on every route that a key opens', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    (formats as unknown as (ajv: Ajv2020) => void)(ajv);
    ajv.addSchema({ $id: 'doc', ...(JSON.parse(JSON.stringify(document)) as object) });
    const wrong: string[] = [];
    let seen = 0;
    for (const { name, operation } of operations().filter(({ operation: { security } }) => security.length > 1)) {
      const content = successOf(operation)[1].content?.['application/json'];
      if (!content) continue;
      seen += 1;
      const schema = JSON.parse(JSON.stringify(content.schema).replaceAll('"#/', '"doc#/')) as object;
      const validate = ajv.compile(schema);
      if (content.example === undefined || !validate(content.example)) wrong.push(`${name}: ${ajv.errorsText(validate.errors)}`);
    }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(5);
  });

  it('is served with a readable page, to everybody', async () => {
    const json = await test.app.inject({ url: '/api/v1/openapi.json' });
    expect(json.json<OpenAPIObject>().info.title).toBe('E-Kinerja');
    const page = await test.app.inject({ url: '/api/v1/docs' });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('swagger-ui');
  });
});

describe('a client made from the document by a tool of others', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'ekinerja-client-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('X-API-1 compiles against its types and reads a running server: the first call of docs/integration.md', async () => {
    await test.app.listen(0, '127.0.0.1');
    const { port } = test.app.getHttpServer().address() as { port: number };
    const body = { name: 'Portal daerah', purpose: 'Menampilkan pegawai pada portal', scopes: ['employees:read', 'organisation:read'], days: 30 };
    const { key } = (await test.call<IntegratorWithKey>('POST', '/integrators', { as: 'super', body })).body;
    const served = await fetch(`http://127.0.0.1:${port}/api/v1/openapi.json`);
    writeFileSync(join(folder, 'openapi.json'), await served.text());
    copyFileSync(join(ROOT, 'docs/examples/integration/first-call.ts'), join(folder, 'first-call.ts'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(ROOT, 'apps/api/node_modules'), join(folder, 'node_modules'));
    run('node', [join(ROOT, 'apps/api/node_modules/openapi-typescript/bin/cli.js'), 'openapi.json', '-o', 'e-kinerja.d.ts'], folder);
    const options = ['--strict', '--target', 'es2022', '--module', 'nodenext', '--outDir', 'made', '--types', 'node', '--typeRoots', join(ROOT, 'node_modules/@types'), '--skipLibCheck'];
    run('node', [join(ROOT, 'node_modules/typescript/bin/tsc'), ...options, 'first-call.ts'], folder);
    const { stdout, stderr } = await ran(join(folder, 'made/first-call.js'), { EKINERJA_URL: `http://127.0.0.1:${port}`, EKINERJA_KEY: key });
    expect(stderr).toBe('');
    const said = JSON.parse(stdout) as { people: { nip: string; name: string }[]; refusal: string; units: string[]; left: number };
    const held = await test.db.query<{ count: number }>(`SELECT count(*)::int AS count FROM employment`);
    expect(new Set(said.people.map(({ nip, name }) => `${nip} ${name}`)).size).toBe(held[0]!.count);
    expect(said.refusal).toBe('not-found');
    expect(said.units).toContain('Dinas Kesehatan');
    expect(said.left).toBeGreaterThan(200);
    expect(readFileSync(join(folder, 'e-kinerja.d.ts'), 'utf8')).toContain('EmployeeItem');
  }, 240_000);

  /** Not waited for in place: the server that it calls is this very process. */
  function ran(file: string, env: Record<string, string>): Promise<{ stdout: string; stderr: string }> {
    return import('node:child_process').then(
      ({ execFile }) =>
        new Promise((done, fail) => {
          execFile(process.execPath, [file], { env: { ...process.env, ...env } }, (error, stdout, stderr) => (error ? fail(new Error(`${stdout} ${stderr}`)) : done({ stdout, stderr })));
        }),
    );
  }
});
