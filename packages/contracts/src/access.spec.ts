import { PERMISSIONS, permissionsOf, type Permission } from './access.js';

describe('the permission map', () => {
  it('BK-1.13 an employee writes own work only: no permission over others', () => {
    const own: Permission[] = ['session.use', 'organisation.read', 'regulations.read', 'skp.own', 'activities.own', 'evaluations.own', 'attendance.own', 'payslips.own'];
    expect(permissionsOf(['employee']).sort()).toEqual(own.sort());
  });

  it('TL-21.2 only evaluators judge: no granted role rates or decides', () => {
    const decisive: Permission[] = ['activities.decide', 'skp.determine', 'evaluations.rate', 'evaluations.organisation'];
    for (const permission of decisive) expect(PERMISSIONS[permission]).toEqual(['evaluator']);
  });

  it('an auditor changes nothing', () => {
    const reading = /\.(read|monitor)$|^session\.use$/;
    expect(permissionsOf(['auditor']).filter((permission) => !reading.test(permission))).toEqual([]);
  });
});
