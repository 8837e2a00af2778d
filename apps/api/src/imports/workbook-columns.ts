/**
 * The agency's workbook as a format: sheets, column titles and the words for every kind. Who reads it, who writes its
 * template and who generates one of any size take the names from here (other features through `imports.service.ts`).
 */
import type { AssignmentKind, EmployeeKind, PostKind, UnitKind } from '@ekinerja/contracts/basics';
import type { WorkbookSheet } from '@ekinerja/contracts/imports';

/** Names of the sheets in the file, in the order they are read. */
export const SHEET_TITLES = { units: 'Unit', posts: 'Jabatan', employees: 'Pegawai', assignments: 'Penugasan' } as const satisfies Record<WorkbookSheet, string>;

/** Sheets for people to read; the import passes over them. */
export const LEGEND_TITLE = 'Petunjuk';
export const EXAMPLE_TITLE_SUFFIX = ' (contoh)';

/** Titles of the first row of each sheet, by our key, in the order of the template. A date is a real date or `dd-mm-yyyy`. */
export const COLUMN_TITLES = {
  units: {
    code: 'Kode',
    name: 'Nama',
    kind: 'Jenis',
    parentCode: 'Kode Induk',
    /** `ya` or `tidak`. */
    skpd: 'SKPD?',
    from: 'Berlaku Sejak',
    to: 'Berlaku Sampai',
  },
  posts: {
    code: 'Kode',
    name: 'Nama',
    unitCode: 'Kode Unit',
    kind: 'Jenis',
    level: 'Jenjang',
    superiorCode: 'Kode Jabatan Atasan',
    class: 'Kelas',
    /** First day of the class; empty: the first day of the post, or of the import when the class changes. */
    classFrom: 'Kelas Sejak',
    /** `ya` or `tidak`. */
    leader: 'Pimpinan Unit',
    seats: 'Jumlah Kursi',
    /** `ya` or `tidak`. */
    standingDelegate: 'Delegasi Penilai',
    from: 'Berlaku Sejak',
    to: 'Berlaku Sampai',
  },
  employees: {
    nip: 'NIP',
    /** Names people without a NIP, e.g. the regent. */
    code: 'Kode Pegawai',
    name: 'Nama',
    frontTitle: 'Gelar Depan',
    backTitle: 'Gelar Belakang',
    kind: 'Jenis',
    /** First day of the kind; empty: as with the rank. CPNS becomes PNS from a day on, never backwards. */
    kindFrom: 'Jenis Sejak',
    rank: 'Pangkat/Golongan',
    /** First day of the rank; empty: as with the class. */
    rankFrom: 'TMT Pangkat',
    birthDate: 'Tanggal Lahir',
    /** `L` or `P`. */
    sex: 'Jenis Kelamin',
    from: 'TMT',
    to: 'Sampai',
  },
  assignments: {
    person: 'NIP atau Kode Pegawai',
    postCode: 'Kode Jabatan',
    kind: 'Jenis',
    from: 'Mulai',
    to: 'Sampai',
    decreeNumber: 'Nomor SK',
    decreeDate: 'Tanggal SK',
  },
} as const satisfies Record<WorkbookSheet, Record<string, string>>;

export type ColumnKey<Sheet extends WorkbookSheet> = keyof (typeof COLUMN_TITLES)[Sheet] & string;

/** Columns without which a sheet cannot be read. */
export const REQUIRED_COLUMNS: { [Sheet in WorkbookSheet]: readonly ColumnKey<Sheet>[] } = {
  units: ['code', 'name', 'kind', 'from'],
  posts: ['code', 'name', 'unitCode', 'kind', 'from'],
  employees: ['nip', 'name', 'kind', 'from'],
  assignments: ['person', 'postCode', 'kind', 'from'],
};

/** The word the workbook uses for each kind: written by the template and the generator, understood in any case. */
export const UNIT_KIND_WORDS: Record<UnitKind, string> = {
  government: 'Pemerintah Daerah',
  secretariat: 'Sekretariat Daerah',
  'council-secretariat': 'Sekretariat DPRD',
  inspectorate: 'Inspektorat',
  dinas: 'Dinas',
  badan: 'Badan',
  kecamatan: 'Kecamatan',
  kelurahan: 'Kelurahan',
  puskesmas: 'Puskesmas',
  school: 'Sekolah',
  hospital: 'Rumah Sakit',
  division: 'Bidang',
  section: 'Seksi',
};
export const POST_KIND_WORDS: Record<PostKind, string> = {
  jpt: 'JPT',
  administrator: 'Administrator',
  pengawas: 'Pengawas',
  pelaksana: 'Pelaksana',
  fungsional: 'Fungsional',
  regent: 'Bupati',
};
export const EMPLOYEE_KIND_WORDS: Record<EmployeeKind, string> = {
  pns: 'PNS',
  cpns: 'CPNS',
  pppk: 'PPPK',
  'pppk-part-time': 'PPPK Paruh Waktu',
  'non-asn': 'Non ASN',
};
export const ASSIGNMENT_KIND_WORDS: Record<AssignmentKind, string> = {
  definitive: 'Definitif',
  plt: 'Plt',
  plh: 'Plh',
  pj: 'Pj',
  additional: 'Tambahan',
};
export const SEX_WORDS = { male: 'L', female: 'P' } as const;
export const YES_WORDS = { yes: 'ya', no: 'tidak' } as const;

/** Other words agencies write for the same kinds. */
export const OTHER_WORDS: Record<string, string> = {
  sekda: UNIT_KIND_WORDS.secretariat,
  sekretariat: UNIT_KIND_WORDS.secretariat,
  setwan: UNIT_KIND_WORDS['council-secretariat'],
  rsud: UNIT_KIND_WORDS.hospital,
  bagian: UNIT_KIND_WORDS.division,
  'sub bagian': UNIT_KIND_WORDS.section,
  subbagian: UNIT_KIND_WORDS.section,
  subbidang: UNIT_KIND_WORDS.section,
  'sub bidang': UNIT_KIND_WORDS.section,
  'jpt pratama': POST_KIND_WORDS.jpt,
  'jabatan pimpinan tinggi': POST_KIND_WORDS.jpt,
  'kepala daerah': POST_KIND_WORDS.regent,
  nonasn: EMPLOYEE_KIND_WORDS['non-asn'],
  'laki laki': SEX_WORDS.male,
  pria: SEX_WORDS.male,
  perempuan: SEX_WORDS.female,
  wanita: SEX_WORDS.female,
  y: YES_WORDS.yes,
  yes: YES_WORDS.yes,
  t: YES_WORDS.no,
  no: YES_WORDS.no,
};
