import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { Permission } from '@ekinerja/contracts/access';
import type { Actor } from './actor.js';

export const ACCESS_KEY = 'ekinerja:access';

export interface AccessDeclaration {
  public: boolean;
  permission: Permission | null;
  /** Allowed while the first password still has to be changed. */
  beforePasswordChange: boolean;
}

/** Every route says which permission opens it; one that says nothing is refused. */
export function Access(permission: Permission, options: { beforePasswordChange?: boolean } = {}): CustomDecorator {
  return SetMetadata(ACCESS_KEY, { public: false, permission, beforePasswordChange: options.beforePasswordChange ?? false } satisfies AccessDeclaration);
}

/** The route is for everybody, signed in or not. */
export function Public(): CustomDecorator {
  return SetMetadata(ACCESS_KEY, { public: true, permission: null, beforePasswordChange: true } satisfies AccessDeclaration);
}

/** The person asking; only on routes with `@Access`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<{ actor?: Actor }>();
  if (!actor) throw new Error('CurrentActor on a route without @Access');
  return actor;
});
