/** The workbook of a reorganisation as a format: sheets, titles, and what each column means. */
export const SHEETS = { units: 'Unit', posts: 'Jabatan', people: 'Penempatan' } as const;
export type SheetKey = keyof typeof SHEETS;

export const COLUMNS = {
  units: { act: 'Tindakan', code: 'Kode', name: 'Nama', kind: 'Jenis', parent: 'Kode Induk', skpd: 'SKPD?' },
  posts: {
    act: 'Tindakan', code: 'Kode', name: 'Nama', unit: 'Kode Unit', kind: 'Jenis', level: 'Jenjang', superior: 'Kode Jabatan Atasan', class: 'Kelas', leader: 'Pimpinan Unit',
    seats: 'Jumlah Kursi',
  },
  people: { nip: 'NIP atau Kode Pegawai', name: 'Nama', post: 'Kode Jabatan', decree: 'Nomor SK', decreeDate: 'Tanggal SK', spmt: 'Tanggal SPMT' },
} as const;
export type ColumnOf<Sheet extends SheetKey> = keyof (typeof COLUMNS)[Sheet] & string;

/** Without these a sheet cannot be read. */
export const REQUIRED: { [Sheet in SheetKey]: readonly ColumnOf<Sheet>[] } = { units: ['act', 'code'], posts: ['act', 'code'], people: ['nip', 'post'] };

export const ACT_WORDS = { bentuk: 'form', ubah: 'change', tutup: 'close' } as const;
export type Act = (typeof ACT_WORDS)[keyof typeof ACT_WORDS];

export const MEANINGS: { [Sheet in SheetKey]: Record<ColumnOf<Sheet>, string> } = {
  units: {
    act: 'bentuk, ubah, atau tutup. Yang tidak disebut tetap seperti semula.',
    code: 'Kode unit; untuk bentuk: kode baru.',
    name: 'Nama; untuk ubah boleh kosong bila tetap.',
    kind: 'Jenis, misalnya Dinas, Bidang, Seksi; untuk ubah boleh kosong bila tetap.',
    parent: 'Kode unit di atasnya; boleh unit yang dibentuk dalam berkas ini.',
    skpd: 'ya bila unit baru berdiri sebagai SKPD.',
  },
  posts: {
    act: 'bentuk, ubah, atau tutup.',
    code: 'Kode jabatan; untuk bentuk: kode baru.',
    name: 'Nama; untuk ubah boleh kosong bila tetap.',
    unit: 'Kode unit tempat jabatan; boleh unit yang dibentuk dalam berkas ini.',
    kind: 'JPT, Administrator, Pengawas, Pelaksana, Fungsional.',
    level: 'Eselon atau jenjang, misalnya III.b.',
    superior: 'Kode jabatan atasan langsung; boleh jabatan yang dibentuk dalam berkas ini.',
    class: 'Kelas jabatan.',
    leader: 'ya bila pemangkunya memimpin unit.',
    seats: 'Jumlah kursi; kosong berarti 1.',
  },
  people: {
    nip: 'NIP (sebagai teks) atau kode pegawai yang dilantik atau dipindahkan.',
    name: 'Untuk dibaca orang; tidak dipakai sistem.',
    post: 'Kode jabatan barunya; boleh jabatan yang dibentuk dalam berkas ini.',
    decree: 'Nomor keputusan perorangan; kosong berarti keputusan rancangan ini.',
    decreeDate: 'Tanggal keputusan perorangan (hh-bb-tttt).',
    spmt: 'Tanggal SPMT atau SPMJ bila lain dari tanggal berlaku.',
  },
};

export const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '');
