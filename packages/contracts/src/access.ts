/**
 * Who may do what. One map, used by the API's guard and by the portal's buttons. A permission opens a route; which
 * rows it reaches is decided in the service (scope), on the date in question.
 */

/** Roles granted to an account, dated, with a reason. */
export const GRANTED_ROLES = ['superadmin', 'unit-admin', 'treasurer', 'regent', 'auditor'] as const;
export type GrantedRole = (typeof GRANTED_ROLES)[number];

/** Roles that follow from the posts a person holds today; nobody grants them. */
export const DERIVED_ROLES = ['employee', 'evaluator', 'unit-head'] as const;
export type DerivedRole = (typeof DERIVED_ROLES)[number];

export type Role = GrantedRole | DerivedRole;

export const PERMISSIONS = {
  /** Own session and password. */
  'session.use': ['employee', 'evaluator', 'unit-head', 'superadmin', 'unit-admin', 'treasurer', 'regent', 'auditor'],
  'organisation.read': ['employee', 'evaluator', 'unit-head', 'superadmin', 'unit-admin', 'treasurer', 'regent', 'auditor'],
  /** Lists of people: superadmin and auditor everywhere, unit admin and unit head in their SKPD, evaluator own subordinates. */
  'employees.read': ['evaluator', 'unit-head', 'superadmin', 'unit-admin', 'auditor'],
  'regulations.read': ['employee', 'evaluator', 'unit-head', 'superadmin', 'unit-admin', 'treasurer', 'regent', 'auditor'],
  'skp.own': ['employee'],
  'skp.determine': ['evaluator'],
  /** Who has no SKP, or a late one. */
  'skp.monitor': ['unit-admin', 'superadmin', 'unit-head', 'auditor'],
  'activities.own': ['employee'],
  'activities.decide': ['evaluator'],
  'activities.monitor': ['unit-admin', 'superadmin', 'unit-head', 'auditor'],
  'evaluations.own': ['employee'],
  'evaluations.rate': ['evaluator'],
  /** Attainment of an organisation, set and signed by the leader one level up. */
  'evaluations.organisation': ['evaluator'],
  'evaluations.monitor': ['unit-admin', 'superadmin', 'unit-head', 'auditor'],
  'attendance.own': ['employee'],
  'attendance.import': ['superadmin'],
  'attendance.read': ['unit-admin', 'superadmin', 'auditor'],
  'payslips.own': ['employee'],
  'pay-runs.read': ['unit-admin', 'superadmin', 'treasurer', 'unit-head', 'auditor'],
  'pay-runs.open': ['superadmin'],
  'pay-runs.check': ['unit-admin', 'superadmin'],
  'pay-runs.waive': ['superadmin'],
  'pay-runs.close': ['superadmin'],
  /** Recap signed by the head, handed to the treasurer: each step dated. */
  'pay-runs.hand-over': ['unit-admin', 'treasurer'],
  /** Units, posts, people and assignments from the agency's workbook. */
  'imports.manage': ['superadmin'],
  /** The opening day: what is still to be set up. */
  'setup.run': ['superadmin'],
  'roles.grant': ['superadmin'],
  /** First passwords as one-time codes, printed per SKPD. */
  'accounts.codes': ['superadmin'],
  'audit.read': ['superadmin', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Permissions that a set of roles opens. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) =>
    (PERMISSIONS[permission] as readonly Role[]).some((role) => roles.includes(role)),
  );
}
