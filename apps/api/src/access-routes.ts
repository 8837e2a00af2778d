import type { DynamicModule, Type } from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, MODULE_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { ACCESS_KEY, type AccessDeclaration } from './platform/access/access.decorator.js';
import { readConfig } from './platform/config.js';
import { dataSourceOptions } from './platform/database/data-source.js';

export interface DeclaredRoute {
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under /api/v1. */
  path: string;
  access: AccessDeclaration | undefined;
  summary: string;
  controller: Type;
  handler: string;
}

type Module = Type | DynamicModule;

/** Every route of the application, in the order of its modules, read from the classes: nothing is started, no database is asked. */
export function declaredRoutes(): DeclaredRoute[] {
  // Neither is used: modules are only asked what they consist of.
  const config = readConfig({ EKINERJA_SECRET: 'dibaca saja, tidak dipakai: abcdefghijkl' }, '/');
  const root = AppModule.with(config, new DataSource(dataSourceOptions('postgresql://localhost/unused')));
  const seen = new Set<Module>();
  const controllers = new Set<Type>();
  const visit = (module: Module): void => {
    if (seen.has(module)) return;
    seen.add(module);
    const dynamic: DynamicModule | null = 'module' in module ? module : null;
    const type = dynamic?.module ?? (module as Type);
    const parts = <T>(key: 'imports' | 'controllers') => [...((Reflect.getMetadata(key, type) ?? []) as T[]), ...((dynamic?.[key] ?? []) as T[])];
    parts<Module>(MODULE_METADATA.IMPORTS as 'imports').forEach(visit);
    for (const controller of parts<Type>(MODULE_METADATA.CONTROLLERS as 'controllers')) controllers.add(controller);
  };
  visit(root);
  return [...controllers].flatMap(routesOf);
}

function routesOf(controller: Type): DeclaredRoute[] {
  const prefix = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
  const prototype = controller.prototype as Record<string, object>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((handler) => {
    const target = prototype[handler] as object;
    const method = Reflect.getMetadata(METHOD_METADATA, target) as RequestMethod | undefined;
    if (method === undefined) return [];
    const own = String(Reflect.getMetadata(PATH_METADATA, target) ?? '');
    const operation = Reflect.getMetadata('swagger/apiOperation', target) as { summary?: string } | undefined;
    return [
      {
        name: `${controller.name}.${handler}`,
        method: RequestMethod[method] as DeclaredRoute['method'],
        path: `/${prefix}/${own}`.replace(/\/+/g, '/').replace(/\/$/, ''),
        access: Reflect.getMetadata(ACCESS_KEY, target) as AccessDeclaration | undefined,
        summary: operation?.summary ?? '',
        controller,
        handler,
      },
    ];
  });
}
