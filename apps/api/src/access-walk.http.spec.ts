import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { permissionsOf, type Role } from '@ekinerja/contracts/access';
import { getMetadataStorage } from 'class-validator';
import { ACCESS_KEY, type AccessDeclaration } from './platform/access/access.decorator.js';
import { testApp, type TestApp } from './testing/test-app.js';
import { tinyGovernment } from './testing/tiny-government.js';

interface Route {
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  access: AccessDeclaration | undefined;
  controller: Type;
  handler: string;
}

let test: TestApp;
let routes: Route[];

beforeAll(async () => {
  test = await testApp();
  await tinyGovernment(test);
  routes = routesOf(test);
});
afterAll(() => test.close());

function routesOf({ app }: TestApp): Route[] {
  const scanner = new MetadataScanner();
  return new DiscoveryService(app.get(ModulesContainer)).getControllers().flatMap(({ metatype, instance }) => {
    const controller = metatype as Type;
    const prefix = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
    const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
    return scanner.getAllMethodNames(prototype).flatMap((handler) => {
      const target = prototype[handler] as object;
      const method = Reflect.getMetadata(METHOD_METADATA, target) as RequestMethod | undefined;
      if (method === undefined) return [];
      const own = String(Reflect.getMetadata(PATH_METADATA, target) ?? '');
      return [
        {
          name: `${controller.name}.${handler}`,
          method: RequestMethod[method] as Route['method'],
          path: `/${prefix}/${own}`.replace(/\/+/g, '/').replace(/\/$/, ''),
          access: Reflect.getMetadata(ACCESS_KEY, target) as AccessDeclaration | undefined,
          controller,
          handler,
        },
      ];
    });
  });
}

/** A path with plausible values: unknown ids, existing kinds. */
function concrete(path: string): string {
  return path
    .replace(':kind', 'performance')
    .replace(':code', 'TIDAKADA')
    .replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');
}

describe('every route', () => {
  it('X-AC-1 there are routes to walk, and each declares who may call it', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter((route) => !route.access).map((route) => route.name)).toEqual([]);
  });

  it('X-AC-1 each body, query and parameter object is a class that validates', () => {
    const storage = getMetadataStorage();
    const wrong: string[] = [];
    for (const route of routes) {
      const types = (Reflect.getMetadata('design:paramtypes', route.controller.prototype as object, route.handler) ?? []) as Type[];
      const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, route.controller, route.handler) ?? {}) as Record<string, { index: number; data?: unknown }>;
      for (const [key, { index, data }] of Object.entries(args)) {
        const kind = Number(key.split(':')[0]);
        const whole = data === undefined && [RouteParamtypes.BODY, RouteParamtypes.QUERY].includes(kind);
        if (!whole) continue;
        const type = types[index];
        const validated = type && type !== Object && type !== Array && storage.getTargetValidationMetadatas(type, '', false, false).length > 0;
        if (!validated) wrong.push(`${route.name} argument ${index}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('X-AC-1 without a session only public routes answer', async () => {
    const open: string[] = [];
    for (const route of routes) {
      const { status } = await test.call(route.method, concrete(route.path), { body: route.method === 'GET' ? undefined : {} });
      if (status !== 401) open.push(`${route.name} ${status}`);
    }
    const publicNames = routes.filter((route) => route.access?.public).map((route) => route.name);
    // A public route may itself answer 401 (a refresh without its cookie).
    expect(open.map((entry) => entry.split(' ')[0]).filter((name) => !publicNames.includes(name as string))).toEqual([]);
  });

  it.each<[string, Role[]]>([
    ['siti', ['employee']],
    ['kasi', ['employee', 'evaluator']],
    ['umpeg', ['employee', 'evaluator', 'unit-admin']],
    ['bendahara', ['employee', 'treasurer']],
    ['kadis', ['employee', 'evaluator', 'unit-head']],
    ['super', ['employee', 'superadmin']],
    ['auditor', ['employee', 'auditor']],
    ['bupati', ['evaluator', 'regent']],
  ])('X-AC-1 %s opens exactly the routes of the roles %j', async (username, roles) => {
    const held = new Set(permissionsOf(roles));
    const wrong: string[] = [];
    for (const route of routes.filter((entry) => !entry.access?.public && !entry.path.endsWith('/auth/sign-out'))) {
      const { status, body } = await test.call(route.method, concrete(route.path), { as: username, body: route.method === 'GET' ? undefined : {} });
      const refused = status === 403 && (body as { code?: string }).code === 'permission-denied';
      const expected = !held.has(route.access!.permission!);
      if (refused !== expected || status >= 500 || status === 401) wrong.push(`${route.name}: ${status} ${JSON.stringify(body).slice(0, 120)}`);
    }
    expect(wrong).toEqual([]);
  });
});
