import type { AssignmentItem } from '@ekinerja/contracts/assignments';
import type { AssignmentKind, PostKind, UnitKind } from '@ekinerja/contracts/basics';
import type { AuthorityView, DelegationView, OverrideView } from '@ekinerja/contracts/evaluator-acts';
import type { UnitLine } from '@ekinerja/contracts/units-and-posts';
import type { ListColumn } from '../platform/spreadsheet/list-workbook.js';

export const POST_KIND_NAMES: Record<PostKind, string> = {
  jpt: 'JPT', administrator: 'Administrator', pengawas: 'Pengawas', pelaksana: 'Pelaksana', fungsional: 'Fungsional', regent: 'Kepala daerah',
};
export const CAPACITY_NAMES: Record<AssignmentKind, string> = { definitive: 'Definitif', plt: 'Plt', plh: 'Plh', pj: 'Pj', additional: 'Tambahan' };
const UNIT_KIND_NAMES: Record<UnitKind, string> = {
  government: 'Pemerintah daerah', secretariat: 'Sekretariat daerah', 'council-secretariat': 'Sekretariat DPRD', inspectorate: 'Inspektorat', dinas: 'Dinas', badan: 'Badan',
  kecamatan: 'Kecamatan', kelurahan: 'Kelurahan', puskesmas: 'Puskesmas', school: 'Sekolah', hospital: 'Rumah sakit', division: 'Bidang', section: 'Seksi',
};

interface Dated {
  validFrom: string;
  validTo: string | null;
}
const DAYS: ListColumn<Dated>[] = [
  { heading: 'Sejak', width: 12, value: ({ validFrom }) => validFrom },
  { heading: 'Sampai', width: 12, value: ({ validTo }) => validTo },
];
const DECREE: ListColumn<{ decreeNumber: string | null; decreeDate: string | null }>[] = [
  { heading: 'Nomor keputusan', width: 26, value: ({ decreeNumber }) => decreeNumber },
  { heading: 'Tanggal keputusan', width: 18, value: ({ decreeDate }) => decreeDate },
];

export const UNIT_COLUMNS: ListColumn<UnitLine>[] = [
  { heading: 'Kode', width: 16, value: ({ code }) => code },
  { heading: 'Unit', width: 50, value: ({ name, depth }) => `${'    '.repeat(depth)}${name}` },
  { heading: 'Jenis', width: 20, value: ({ kind }) => UNIT_KIND_NAMES[kind] },
  { heading: 'Unit di atasnya', width: 40, value: ({ parentName }) => parentName },
  { heading: 'SKPD', width: 40, value: ({ skpdName }) => skpdName },
  { heading: 'Jabatan', width: 10, value: ({ posts }) => posts },
  { heading: 'Kursi kosong', width: 12, value: ({ vacancies }) => vacancies },
  ...DAYS,
];

export const ASSIGNMENT_COLUMNS: ListColumn<AssignmentItem>[] = [
  { heading: 'Nama', width: 34, value: ({ personName }) => personName },
  { heading: 'NIP', width: 22, value: ({ nip }) => nip },
  { heading: 'Jabatan', width: 44, value: ({ postName }) => postName },
  { heading: 'Jenis jabatan', width: 16, value: ({ postKind }) => POST_KIND_NAMES[postKind] },
  { heading: 'Kelas', width: 8, value: (row) => row.class },
  { heading: 'Unit', width: 40, value: ({ unitName }) => unitName },
  { heading: 'SKPD', width: 40, value: ({ skpdName }) => skpdName },
  { heading: 'Penugasan', width: 12, value: ({ kind }) => CAPACITY_NAMES[kind] },
  ...DAYS,
  ...DECREE,
  { heading: 'Berkas', width: 8, value: ({ decreeFileId }) => (decreeFileId ? 'ada' : 'belum') },
];

export const DELEGATION_COLUMNS: ListColumn<DelegationView>[] = [
  { heading: 'Penerima', width: 34, value: ({ delegateName }) => delegateName },
  { heading: 'NIP', width: 22, value: ({ delegateNip }) => delegateNip },
  { heading: 'Jabatan yang dinilai', width: 44, value: ({ postName }) => postName },
  { heading: 'Unit yang dinilai', width: 40, value: ({ unitName }) => unitName },
  ...DAYS,
  ...DECREE,
];
export const OVERRIDE_COLUMNS: ListColumn<OverrideView>[] = [
  { heading: 'Pegawai', width: 34, value: ({ personName }) => personName },
  { heading: 'NIP', width: 22, value: ({ nip }) => nip },
  { heading: 'Penilai', width: 34, value: ({ evaluatorName }) => evaluatorName },
  { heading: 'NIP penilai', width: 22, value: ({ evaluatorNip }) => evaluatorNip },
  { heading: 'Alasan', width: 50, value: ({ reason }) => reason },
  { heading: 'Pemberi izin', width: 30, value: ({ grantor }) => grantor },
  ...DAYS,
  ...DECREE,
];
export const AUTHORITY_COLUMNS: ListColumn<AuthorityView>[] = [
  { heading: 'Kedudukan', width: 12, value: ({ kind }) => kind.toUpperCase() },
  { heading: 'Nama', width: 34, value: ({ personName }) => personName },
  { heading: 'NIP', width: 22, value: ({ nip }) => nip },
  ...DAYS,
  ...DECREE,
];
