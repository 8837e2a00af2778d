import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { getMetadataStorage } from 'class-validator';
import type { DeclaredRoute } from '../access-routes.js';

/** Properties of the classes that a route reads its query, parameters or body into. */
export function propertiesOf(route: DeclaredRoute, kinds: RouteParamtypes[]): string[] {
  const types = (Reflect.getMetadata('design:paramtypes', route.controller.prototype as object, route.handler) ?? []) as Type[];
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, route.controller, route.handler) ?? {}) as Record<string, { index: number; data?: unknown }>;
  const classes = Object.entries(args).filter(([key, { data }]) => data === undefined && kinds.includes(Number(key.split(':')[0])));
  const found = classes.flatMap(([, { index }]) => getMetadataStorage().getTargetValidationMetadatas(types[index]!, '', false, false).map(({ propertyName }) => propertyName));
  return [...new Set(found)];
}
