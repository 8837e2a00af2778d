import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { IntegratorScope, Permission } from '@ekinerja/contracts/access';
import type { Actor } from './actor.js';
import type { RowScope } from './row-scope.js';

export const ACCESS_KEY = 'ekinerja:access';

export interface AccessDeclaration {
  public: boolean;
  permission: Permission | null;
  /** Null fails the test of `docs/access.md`. */
  scope: RowScope | null;
  /** The scope with which the key of another system opens it; null: people only. */
  integrator: IntegratorScope | null;
  /** Allowed while the first password still has to be changed, or a required second factor to be set up. */
  beforePasswordChange: boolean;
  /** Shown to one who looks on behalf of another; own account, sessions and secrets never are. */
  onBehalf: boolean;
}

interface AccessOptions {
  /** Which rows the service keeps to; every route says so. */
  scope?: RowScope;
  integrator?: IntegratorScope;
  beforePasswordChange?: boolean;
  /** Standing: all but what belongs to the session and account. */
  onBehalf?: boolean;
}

/** Every route says which permission opens it and which rows it reaches; one that says nothing is refused. */
export function Access(permission: Permission, options: AccessOptions = {}): CustomDecorator {
  const { scope = null, integrator = null, beforePasswordChange = false, onBehalf = permission !== 'session.use' } = options;
  return SetMetadata(ACCESS_KEY, { public: false, permission, scope, integrator, beforePasswordChange, onBehalf } satisfies AccessDeclaration);
}

/** The route is for everybody, signed in or not. */
export function Public(): CustomDecorator {
  return SetMetadata(ACCESS_KEY, { public: true, permission: null, scope: 'public', integrator: null, beforePasswordChange: true, onBehalf: true } satisfies AccessDeclaration);
}

/** The person asking; only on routes with `@Access`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<{ actor?: Actor }>();
  if (!actor) throw new Error('CurrentActor on a route without @Access');
  return actor;
});
