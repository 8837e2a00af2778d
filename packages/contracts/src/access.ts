/**
 * Who may do what. One map, used by the API's guard and by the portal's buttons. A permission opens a route; which
 * rows it reaches is decided in the service (scope), on the date in question.
 */

/** Roles granted to an account, dated, with a reason. */
export const GRANTED_ROLES = [
  'superadmin',
  'auditor',
  'regent',
  'agency-head',
  'field-head',
  'ekinerja-manager',
  'staffing-manager',
  'sector-admin',
  'secretariat-officer',
  'subsection-officer',
  'unit-admin',
  'performance-manager',
  'treasurer',
] as const;
export type GrantedRole = (typeof GRANTED_ROLES)[number];

/** Granted for one SKPD; the other granted roles reach the whole government. */
export const ROLES_OF_A_UNIT: readonly GrantedRole[] = ['unit-admin', 'performance-manager', 'treasurer'];

/** Roles that follow from the posts a person holds today; nobody grants them. */
export const DERIVED_ROLES = ['employee', 'evaluator', 'unit-head'] as const;
export type DerivedRole = (typeof DERIVED_ROLES)[number];

export type Role = GrantedRole | DerivedRole;

const EVERYBODY = [...DERIVED_ROLES, ...GRANTED_ROLES] as const;

export const PERMISSIONS = {
  /** Own session and password. */
  'session.use': EVERYBODY,
  'organisation.read': EVERYBODY,
  /** Posts with their holders, vacancies and papers: superadmin, auditor and staffing manager everywhere, the others in their SKPD. */
  'posts.read': ['superadmin', 'auditor', 'staffing-manager', 'unit-admin', 'unit-head'],
  /** Units, posts, assignments, delegations, overrides, authorities and leaders, each from a date and with a reason. */
  'organisation.manage': ['superadmin'],
  /** Lists of people: superadmin, auditor, staffing manager and sector administrator everywhere, unit admin and unit head in their SKPD, evaluator own subordinates. */
  'employees.read': ['evaluator', 'unit-head', 'superadmin', 'unit-admin', 'auditor', 'staffing-manager', 'sector-admin'],
  /** Moves, ranks, absences and ends of service by decree. */
  'employees.change': ['superadmin', 'staffing-manager'],
  /** Decisions of the regent and others who never sign in, written down from the paper they signed. */
  'paper-decisions.record': ['superadmin', 'staffing-manager'],
  /** Own staffing data: compared with the national records, brought up to date with documents (KS 1 angka 25). */
  'staffing-records.own': ['employee'],
  /** Who is validated and who differs, with the staffing report: everywhere, the unit admin in the own SKPD. */
  'staffing-records.read': ['superadmin', 'auditor', 'staffing-manager', 'sector-admin', 'unit-admin'],
  /** Imports of the national records; verify, clarify, synchronise, validate. */
  'staffing-records.manage': ['superadmin', 'staffing-manager'],
  'regulations.read': EVERYBODY,
  /** New versions: draft, simulate, send for confirmation, confirm what another sent. */
  'regulations.manage': ['superadmin'],
  /** What a draft or another rule would have paid. */
  'pay-simulations.run': ['superadmin'],
  'skp.own': ['employee'],
  'skp.determine': ['evaluator'],
  /** Write in a draft, agree, return, record a dialogue: whoever has a part in that SKP. */
  'skp.take-part': ['employee', 'evaluator', 'performance-manager'],
  'skp.review': ['performance-manager'],
  'skp.close': ['employee', 'evaluator', 'unit-admin', 'superadmin'],
  /** Open the year, remind, import, reopen one with a reason. */
  'skp.administer': ['unit-admin', 'superadmin'],
  /** Who has no SKP, or a late one. */
  'skp.monitor': ['unit-admin', 'superadmin', 'unit-head', 'auditor', 'performance-manager'],
  /** File requests and see where they are; the unit's by office. */
  'service-requests.take-part': EVERYBODY,
  /** Steps of the agency's service desk, each by its role (BK 9–15). */
  'service-requests.desk': ['secretariat-officer', 'subsection-officer', 'superadmin', 'field-head', 'agency-head'],
  /** Own cases and rewards, those of one's people, or of the unit and government by office. */
  'follow-up.read': EVERYBODY,
  /** Whom a case can be opened for. */
  'follow-up.manage': ['superadmin', 'staffing-manager', 'auditor', 'unit-admin', 'unit-head'],
  /** Open cases and record steps: the staffing side; the evaluator for wilful non-reporting (KS 31(1)). */
  'follow-up.decide': ['superadmin', 'staffing-manager', 'evaluator'],
  'follow-up.reward': ['superadmin', 'staffing-manager', 'regent'],
  /** The performance map (KS 3(3) huruf d). */
  'follow-up.map': ['superadmin', 'staffing-manager', 'auditor', 'agency-head', 'regent', 'unit-admin', 'unit-head'],
  /** Evaluation results upwards (TL 27). */
  'performance-reports.send': ['evaluator'],
  'performance-reports.read': EVERYBODY,
  /** The tree from the unit's agreement to the last employee: watchers their SKPD, evaluators what stands below the own results. */
  'skp.tree': ['evaluator', 'unit-head', 'unit-admin', 'superadmin', 'auditor', 'performance-manager', 'regent'],
  /** The unit's performance agreement: draft, final, attainment. */
  'agreements.write': ['unit-head', 'unit-admin', 'superadmin'],
  /** Give, receive and answer feedback: whoever works with the person; as what, the posts say. */
  'feedback.take-part': ['employee', 'evaluator'],
  /** Mark progress, take measures, coach. */
  'feedback.lead': ['employee', 'evaluator'],
  /** Who gave no feedback or has not coached. */
  'feedback.monitor': ['unit-admin', 'superadmin', 'unit-head', 'auditor'],
  'activities.own': ['employee'],
  'activities.decide': ['evaluator'],
  'activities.monitor': ['unit-admin', 'superadmin', 'unit-head', 'auditor'],
  /** KS 16(b): add or mend entries of the unit. */
  'activities.unit': ['unit-admin'],
  /** Days opened again for a person, with reason and last day. */
  'activities.reopen': ['unit-admin', 'superadmin'],
  /** KS 16(a): the unit's list of activities, units of output and minutes. */
  'catalogue.read': ['unit-admin', 'unit-head', 'superadmin', 'auditor'],
  'catalogue.manage': ['unit-admin'],
  /** KS 16(c)–(d), 17(d), 18(b): whom each may write to follows from the role. */
  'suggestions.use': ['employee', 'evaluator', 'unit-head', 'unit-admin', 'ekinerja-manager'],
  'evaluations.own': ['employee'],
  'evaluations.rate': ['evaluator'],
  /** Attainment of an organisation, set and signed by the leader one level up. */
  'evaluations.organisation': ['evaluator'],
  /** Also for whoever decides on rewards by the ranking (TL 29, 30). */
  'evaluations.monitor': ['unit-admin', 'superadmin', 'unit-head', 'auditor', 'staffing-manager', 'regent'],
  /** Object to an own evaluation, and give explanations and evidence in that case. */
  'objections.own': ['employee'],
  /** Explain as evaluator, examine and decide as their superior: whoever has that part in the case. */
  'objections.examine': ['evaluator'],
  'objections.monitor': ['superadmin', 'staffing-manager', 'auditor'],
  'attendance.own': ['employee'],
  'attendance.import': ['superadmin'],
  'attendance.read': ['unit-admin', 'superadmin', 'auditor'],
  /** Dated facts of pay with their papers: leave, travel, punishments, holds … */
  'pay-records.read': ['unit-admin', 'unit-head', 'superadmin', 'staffing-manager', 'auditor'],
  /** The unit admin records what happens in the SKPD; decisions of the agency are the superadmin's. */
  'pay-records.write': ['unit-admin', 'superadmin'],
  /** Manual presence and device failure hold once a second person agrees. */
  'pay-records.decide': ['unit-head', 'superadmin'],
  'salaries.read': ['superadmin', 'treasurer', 'auditor'],
  'salaries.write': ['superadmin'],
  'bank-accounts.read': ['unit-admin', 'treasurer', 'superadmin', 'auditor'],
  'bank-accounts.write': ['unit-admin', 'treasurer', 'superadmin'],
  /** Records, salaries and bank accounts from a workbook. */
  'pay-facts.import': ['superadmin'],
  'payslips.own': ['employee'],
  'pay-runs.read': ['unit-admin', 'superadmin', 'treasurer', 'unit-head', 'auditor'],
  'pay-runs.open': ['superadmin'],
  'pay-runs.check': ['unit-admin', 'superadmin'],
  /** The head signs the checked list before the close, or sends it back. */
  'pay-runs.sign': ['unit-head'],
  /** Keep the scan of what the head signed on paper. */
  'pay-runs.keep-scan': ['unit-admin', 'treasurer'],
  /** The agency's check of a list, by another person than the one who checked it for the SKPD. */
  'pay-runs.verify': ['superadmin'],
  /** Back to draft with a reason. */
  'pay-runs.return': ['unit-head', 'superadmin'],
  /** Slips, monthly reports and lists of an SKPD set in the background. */
  'pay-prints.make': ['unit-admin', 'treasurer', 'superadmin'],
  'pay-runs.waive': ['superadmin'],
  'pay-runs.close': ['superadmin'],
  /** A closed SKPD-month not yet sent is taken back by two persons. */
  'pay-runs.void': ['superadmin'],
  /** What people who left were paid too much. */
  'pay-claims.read': ['superadmin', 'treasurer', 'auditor', 'unit-admin'],
  'pay-claims.settle': ['superadmin', 'treasurer'],
  'budget-ceilings.write': ['superadmin'],
  /** Recap signed by the head, handed to the treasurer: each step dated. */
  'pay-runs.hand-over': ['unit-admin', 'treasurer'],
  /** Units, posts, people and assignments from the agency's workbook. */
  'imports.manage': ['superadmin'],
  /** The opening day: what is still to be set up. */
  'setup.run': ['superadmin'],
  'roles.grant': ['superadmin'],
  /** First passwords as one-time codes, printed per SKPD. */
  'accounts.codes': ['superadmin'],
  /** A forgotten password or a lost phone: a one-time code; the unit admin for people of the own SKPD who hold no granted role. */
  'accounts.recover': ['unit-admin', 'superadmin'],
  /** To see the portal as another person sees it, reading only, with a reason: the unit admin for people of the own SKPD who hold no granted role. */
  'support.view': ['unit-admin', 'superadmin'],
  /** Results for the national staffing platform (TL 36(4)), as a file or sent. */
  'siasn.export': ['superadmin', 'staffing-manager'],
  /** Keys of other systems. */
  'integrators.manage': ['superadmin'],
  'audit.read': ['superadmin', 'auditor'],
  /** Which stages run where: the regent and the staffing side everywhere (TL 37(1), KS 27(1)), a head the own SKPD (TL 37(2)). */
  'monitoring.read': ['superadmin', 'auditor', 'regent', 'agency-head', 'staffing-manager', 'ekinerja-manager', 'sector-admin', 'unit-admin', 'unit-head'],
  /** Reports of monitoring and use of the data (KS 24(3), 27–29). */
  'monitoring.reports': ['superadmin', 'auditor', 'regent', 'agency-head', 'staffing-manager', 'ekinerja-manager'],
  'monitoring.report': ['staffing-manager', 'ekinerja-manager'],
  /** Data asked for by others: registered by the staffing side, approved by the E-Kinerja manager alone (KS 26(2)). */
  'data-requests.read': ['superadmin', 'auditor', 'agency-head', 'staffing-manager', 'ekinerja-manager'],
  'data-requests.register': ['staffing-manager', 'ekinerja-manager'],
  'data-requests.decide': ['ekinerja-manager'],
  /** Supporting documents and issued papers: the unit admin in the own SKPD (KS 15(d), 25(4)). */
  'archive.read': ['superadmin', 'auditor', 'staffing-manager', 'ekinerja-manager', 'unit-admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** What a "user" of KS 11(5) does: changing anything by these is refused to the unvalidated where the regulation says so. */
export const WORK_OF_EMPLOYEES: readonly Permission[] = ['skp.own', 'activities.own', 'evaluations.own'];

/** What a key of another system opens, on the routes that declare it. */
export const INTEGRATOR_SCOPES = [
  'organisation:read', 'employees:read', 'regulations:read', 'attendance:push', 'skp:read', 'evaluations:read', 'payroll:read', 'monitoring:read',
] as const;
export type IntegratorScope = (typeof INTEGRATOR_SCOPES)[number];

/** Permissions that a set of roles opens. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) =>
    (PERMISSIONS[permission] as readonly Role[]).some((role) => roles.includes(role)),
  );
}
