import { DERIVED_ROLES, GRANTED_ROLES, PERMISSIONS, ROLES_OF_A_UNIT, type Permission, type Role } from '@ekinerja/contracts/access';
import type { DeclaredRoute } from './access-routes.js';
import type { AccessDeclaration } from './platform/access/access.decorator.js';
import { ROW_SCOPES, type RowScope } from './platform/access/row-scope.js';

const ROLES: readonly Role[] = [...DERIVED_ROLES, ...GRANTED_ROLES];
const NOT_STATED = '**not stated**';

/** How far a role reaches by itself. */
function reachOf(role: Role): RowScope {
  if (role === 'employee') return 'own';
  if (role === 'evaluator') return 'subordinates';
  return role === 'unit-head' || (ROLES_OF_A_UNIT as readonly Role[]).includes(role) ? 'own-skpd' : 'government';
}

/** `docs/access.md`: every route, who opens it, and which rows they reach. */
export function accessDocument(routes: readonly DeclaredRoute[]): string {
  const groups = new Map<string, DeclaredRoute[]>();
  for (const route of routes.toSorted((a, b) => compare(a.path, b.path) || compare(a.method, b.method))) {
    const group = route.path.split('/')[1] ?? '';
    groups.set(group, [...(groups.get(group) ?? []), route]);
  }
  return [
    '# Access: every route, every role, every reach',
    '',
    'Made by `pnpm access-docs` from the routes’ own declarations; do not edit. After a merge conflict, run it again.',
    'Roles come from `packages/contracts/src/access.ts`, rows from the `scope` of `@Access`. A role that a row of the',
    'table does not name gets 403, whoever is not signed in 401, and 404 whoever asks for a row beyond their reach.',
    '',
    '## Scopes',
    '',
    ...table(['scope', 'rows'], Object.entries(ROW_SCOPES)),
    '',
    '## Reach of each role',
    '',
    ...table(['role', 'reach', 'comes from'], ROLES.map((role) => [role, reachOf(role), (DERIVED_ROLES as readonly Role[]).includes(role) ? 'the posts held on the day' : 'a dated grant'])),
    '',
    'A key of another system opens only routes that name a scope it holds, and reads there as far as an auditor does.',
    '',
    '## Routes',
    ...[...groups].flatMap(([group, members]) => [
      '', `### ${group}`, '', ...table(['route', 'what', 'permission', 'scope', 'roles and their reach', 'key of another system'], members.map(rowOf)),
    ]),
    '',
  ].join('\n');
}

function rowOf({ method, path, summary, access }: DeclaredRoute): string[] {
  if (!access) return [`${method} ${path}`, summary, NOT_STATED, NOT_STATED, 'nobody', '–'];
  const permission = access.permission ? `${access.permission}${access.beforePasswordChange ? ' (also before the first password is changed)' : ''}` : '–';
  return [`${method} ${path}`, summary, permission, access.scope ?? NOT_STATED, rolesOf(access), access.integrator ?? '–'];
}

function rolesOf({ permission, scope }: AccessDeclaration): string {
  if (permission === null) return 'anybody';
  const roles: readonly Role[] = PERMISSIONS[permission satisfies Permission];
  if (scope !== 'by-role') return ROLES.every((role) => roles.includes(role)) ? 'everybody signed in' : roles.join(', ');
  return roles.map((role) => `${role} (${reachOf(role)})`).join(', ');
}

function table(heads: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
