import { PERMISSIONS, permissionsOf, type Permission } from './access.js';

/** Opens own rows, and facts of the government that everybody may know. */
const OWN: Permission[] = [
  ...(['session.use', 'organisation.read', 'regulations.read', 'skp.own', 'activities.own', 'evaluations.own', 'attendance.own', 'payslips.own'] as const),
  ...(['objections.own', 'staffing-records.own', 'suggestions.use', 'service-requests.take-part'] as const),
];

/** Opens only rows in which the person has a part: which part, the row says, and the service asks it. */
const BY_PART: Permission[] = ['skp.take-part', 'skp.close', 'feedback.take-part', 'feedback.lead', 'follow-up.read', 'performance-reports.read'];

/** Reading of lists under another name, and papers in which only those involved may act. */
const READING_OF_AN_AUDITOR: Permission[] = ['service-requests.take-part', 'follow-up.manage', 'follow-up.map', 'skp.tree', 'monitoring.reports'];

describe('the permission map', () => {
  it('BK-1.13 an employee writes own work only: no permission over others', () => {
    expect(permissionsOf(['employee']).sort()).toEqual([...OWN, ...BY_PART].sort());
  });

  it('TL-21.2 only evaluators judge: no granted role rates or decides', () => {
    const decisive: Permission[] = ['activities.decide', 'skp.determine', 'evaluations.rate', 'evaluations.organisation', 'objections.examine'];
    for (const permission of decisive) expect(PERMISSIONS[permission]).toEqual(['evaluator']);
  });

  it('an auditor changes nothing', () => {
    const reading = /\.(read|monitor)$|^session\.use$/;
    expect(permissionsOf(['auditor']).filter((permission) => !reading.test(permission)).sort()).toEqual([...READING_OF_AN_AUDITOR].sort());
  });
});
