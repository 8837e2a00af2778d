import type { Directory } from './directory.js';
import type { Findings } from './findings.js';
import type { EmployeeRow } from './workbook-rows.js';

type Column = 'nip' | 'code' | 'birthDate' | 'sex' | 'to' | 'from' | 'rankFrom';

/** People: one row each, told apart by NIP or code, and never the NIP of somebody else. */
export function checkPeople(directory: Directory, findings: Findings): void {
  const nips = new Map<string, number>();
  const codes = new Map<string, number>();
  const owners = new Map(directory.standing.usernames.map(({ username, personId }) => [username, personId]));
  for (const row of directory.workbook.employees.rows) {
    const at = (column: Column, value: string | null) => ({ sheet: 'employees', row: row.row, column, value }) as const;
    const firstNip = row.nip === null ? undefined : nips.get(row.nip);
    const firstCode = row.code === null ? undefined : codes.get(row.code);
    if (firstNip !== undefined) findings.problem(at('nip', row.nip), 'duplicate-nip', { first: firstNip });
    else if (firstCode !== undefined) findings.problem(at('code', row.code), 'duplicate-code', { first: firstCode });
    if (row.nip !== null && firstNip === undefined) nips.set(row.nip, row.row);
    if (row.code !== null && firstCode === undefined) codes.set(row.code, row.row);
    if (firstNip !== undefined || firstCode !== undefined || row.bad) continue;

    if (row.nip === null && row.kind !== 'non-asn') findings.problem(at('nip', null), 'nip-missing');
    else if (row.nip === null && row.code === null) findings.problem(at('code', null), 'person-code-missing');
    if (row.code !== null && /^\d{18}$/.test(row.code)) findings.problem(at('code', row.code), 'code-looks-like-nip');
    checkIdentity(directory, row, owners, findings);
    if (row.to !== null && row.to < row.from) findings.problem(at('to', row.to), 'end-before-start', { from: row.from });
    if (row.birthDate !== null && row.birthDate >= row.from) findings.problem(at('birthDate', row.birthDate), 'birth-after-start', { from: row.from });
    if (row.rankFrom !== null && row.to !== null && row.rankFrom > row.to) findings.problem(at('rankFrom', row.rankFrom), 'rank-after-end', { to: row.to });
    compareNip(row, (column, value, reason, params) => findings.warn(at(column, value), reason, params));
  }
}

function checkIdentity(directory: Directory, row: EmployeeRow, owners: Map<string, string | null>, findings: Findings): void {
  const stands = directory.employeeOf(row)?.stands ?? null;
  const at = (column: Column, value: string | null) => ({ sheet: 'employees', row: row.row, column, value }) as const;
  const byCode = row.code === null ? null : (directory.people.get(row.code)?.stands ?? null);
  if (byCode && (stands?.id !== byCode.id || (row.nip !== null && byCode.nip !== null && byCode.nip !== row.nip))) {
    findings.problem(at('code', row.code), 'code-of-other', { name: byCode.name });
  }
  if (stands && row.nip !== null && plain(stands.name) !== plain(row.name) && stands.birthDate !== null && row.birthDate !== null && stands.birthDate !== row.birthDate) {
    findings.problem(at('nip', row.nip), 'nip-of-other', { name: stands.name, birthDate: stands.birthDate });
  }
  const username = (row.nip ?? row.code ?? '').replaceAll(/\s/g, '').toLowerCase();
  const owner = owners.get(username);
  if (owner !== undefined && owner !== stands?.personId) findings.problem(at(row.nip === null ? 'code' : 'nip', username), 'username-taken');
}

/** National rules 5.1: real data has NIPs that say another day of birth; that is worth a look and no more. */
function compareNip(row: EmployeeRow, warn: (column: Column, value: string | null, reason: string, params: Record<string, string>) => void): void {
  if (row.nip === null) return;
  const born = `${row.nip.slice(0, 4)}-${row.nip.slice(4, 6)}-${row.nip.slice(6, 8)}`;
  if (row.birthDate !== null && row.birthDate !== born) warn('birthDate', row.birthDate, 'nip-birth-date', { nip: row.nip, born });
  const sex = row.nip[14] === '1' ? 'male' : row.nip[14] === '2' ? 'female' : null;
  if (row.sex !== null && sex !== null && row.sex !== sex) warn('sex', row.sex === 'male' ? 'L' : 'P', 'nip-sex', { nip: row.nip, sex: sex === 'male' ? 'L' : 'P' });
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]+/g, '');
}
