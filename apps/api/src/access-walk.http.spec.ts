import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { DiscoveryService, ModulesContainer } from '@nestjs/core';
import { permissionsOf, type Role } from '@ekinerja/contracts/access';
import { getMetadataStorage } from 'class-validator';
import { declaredRoutes, type DeclaredRoute } from './access-routes.js';
import { concretePath } from './testing/concrete-path.js';
import { testApp, type TestApp } from './testing/test-app.js';
import { tinyGovernment } from './testing/tiny-government.js';

let test: TestApp;
let routes: DeclaredRoute[];

beforeAll(async () => {
  test = await testApp();
  await tinyGovernment(test);
  routes = declaredRoutes();
});
afterAll(() => test.close());

describe('every route', () => {
  it('X-AC-1 there are routes to walk, and each declares who may call it', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter((route) => !route.access).map((route) => route.name)).toEqual([]);
    const running = new DiscoveryService(test.app.get(ModulesContainer)).getControllers().map(({ name }) => name as string);
    expect(new Set(routes.map((route) => route.controller.name))).toEqual(new Set(running));
  });

  it('X-AC-1 each says which rows it reaches: @Access(permission, { scope }), words in platform/access/row-scope.ts', () => {
    expect(routes.filter((route) => !route.access?.scope).map((route) => route.name)).toEqual([]);
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
      const { status } = await test.call(route.method, concretePath(route.path), { body: route.method === 'GET' ? undefined : {} });
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
    for (const route of routes.filter((entry) => !entry.access?.public && !entry.path.startsWith('/auth/sign-out'))) {
      const { status, body } = await test.call(route.method, concretePath(route.path), { as: username, body: route.method === 'GET' ? undefined : {} });
      const refused = status === 403 && (body as { code?: string }).code === 'permission-denied';
      const expected = !held.has(route.access!.permission!);
      if (refused !== expected || status >= 500 || status === 401) wrong.push(`${route.name}: ${status} ${JSON.stringify(body).slice(0, 120)}`);
    }
    expect(wrong).toEqual([]);
  });
});
