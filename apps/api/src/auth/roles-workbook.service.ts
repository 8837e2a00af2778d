import { Injectable, type StreamableFile } from '@nestjs/common';
import type { GrantedRole } from '@ekinerja/contracts/access';
import type { RoleGrant } from '@ekinerja/contracts/setup';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { listSheet, listWorkbook, type ListColumn } from '../platform/spreadsheet/list-workbook.js';
import { RolesRepository, type AccountLine } from './roles.repository.js';
import { RolesService } from './roles.service.js';

const ROLE_NAMES: Record<GrantedRole, string> = {
  superadmin: 'Superadmin', auditor: 'Pemeriksa', regent: 'Bupati (PPK)', 'agency-head': 'Kepala badan kepegawaian', 'field-head': 'Kepala bidang pembinaan pegawai',
  'ekinerja-manager': 'Pengelola E-Kinerja', 'staffing-manager': 'Pengelola kepegawaian', 'sector-admin': 'Administrator bidang', 'secretariat-officer': 'Petugas sekretariat',
  'subsection-officer': 'Petugas subbagian', 'unit-admin': 'Admin unit', 'performance-manager': 'Pengelola kinerja', treasurer: 'Bendahara',
};
const ROLES: ListColumn<RoleGrant>[] = [
  { heading: 'Nama', width: 34, value: ({ personName }) => personName },
  { heading: 'Peran', width: 30, value: ({ role }) => ROLE_NAMES[role] },
  { heading: 'Untuk', width: 40, value: ({ unitName }) => unitName ?? 'Seluruh pemerintah daerah' },
  { heading: 'Sejak', width: 12, value: ({ validFrom }) => validFrom },
  { heading: 'Sampai', width: 12, value: ({ validTo }) => validTo },
  { heading: 'Diberikan oleh', width: 34, value: ({ grantedBy }) => grantedBy ?? 'Sistem' },
  { heading: 'Alasan', width: 40, value: ({ reason }) => reason },
  { heading: 'Nomor surat', width: 24, value: ({ letterNumber }) => letterNumber },
];
const ACCOUNTS: ListColumn<AccountLine>[] = [
  { heading: 'Nama', width: 34, value: ({ personName }) => personName },
  { heading: 'Nama pengguna', width: 22, value: ({ username }) => username },
  { heading: 'NIP', width: 22, value: ({ nip }) => nip },
  { heading: 'SKPD', width: 40, value: ({ skpdName }) => skpdName },
  { heading: 'Keadaan', width: 12, value: ({ closed }) => (closed ? 'Ditutup' : 'Terbuka') },
  { heading: 'Kata sandi sendiri', width: 18, value: ({ mustChange }) => (mustChange ? 'Belum' : 'Sudah') },
  { heading: 'Faktor kedua', width: 14, value: ({ secondFactor }) => (secondFactor ? 'Aktif' : 'Tidak') },
  { heading: 'Terakhir masuk', width: 14, value: ({ lastSignIn }) => lastSignIn },
];

/** Who may sign in, and who holds which role, as a workbook; the export is noted in the audit. */
@Injectable()
export class RolesWorkbookService {
  constructor(
    private readonly roles: RolesService,
    private readonly repository: RolesRepository,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  async workbook(actor: Actor): Promise<StreamableFile> {
    const today = this.clock.today();
    const grants = await this.roles.list();
    const accounts = await this.repository.accounts(today, this.clock.timeZone);
    await this.audit.record({ actor, action: 'roles.exported', subjectType: 'roles', subjectId: 'all', after: { grants: grants.length, accounts: accounts.length } });
    return listWorkbook('pengguna-dan-peran.xlsx', [
      listSheet({ name: 'Peran', title: `Peran yang berlaku per ${today}`, columns: ROLES, rows: grants }),
      listSheet({ name: 'Pengguna', title: `Akun per ${today}`, columns: ACCOUNTS, rows: accounts }),
    ]);
  }
}
