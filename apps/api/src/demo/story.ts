import type { INestApplicationContext } from '@nestjs/common';
import type { IsoDate, IsoMonth } from '@ekinerja/contracts/basics';
import type { DemoAccount } from '@ekinerja/contracts/system';
import { addMonths, monthOf } from '@ekinerja/regulations/dates';
import { GovernmentService } from '../government/government.service.js';
import type { Config } from '../platform/config.js';
import type { FirstAccount } from './set-up.js';
import { monthName } from './generator/phrases.js';

export interface Story {
  baseUrl: string;
  dataDir: string;
  databaseName: string;
  governmentName: string;
  today: IsoDate;
  /** Empty: no demo data, the portal starts with setting up. */
  accounts: DemoAccount[];
  /** Where nobody else can sign in yet. */
  firstAccount?: FirstAccount | null;
}

/** What the terminal says once everything runs, from the data as it stands. */
export async function welcome(opened: { app: INestApplicationContext; config: Config; databaseName: string; firstAccount: FirstAccount | null }): Promise<string[]> {
  const about = await opened.app.get(GovernmentService, { strict: false }).about();
  return storyLines({
    baseUrl: opened.config.publicUrl,
    dataDir: opened.config.dataDir,
    databaseName: opened.databaseName,
    governmentName: about.governmentName,
    today: about.today,
    accounts: about.demoAccounts,
    firstAccount: opened.firstAccount,
  });
}

const ROLES: Record<string, string> = {
  superadmin: 'admin daerah', 'unit-admin': 'admin unit', evaluator: 'atasan', employee: 'pegawai', treasurer: 'bendahara', regent: 'bupati',
  'second-superadmin': 'admin daerah 2', auditor: 'pengawas', 'unit-head': 'kepala dinas', 'performance-manager': 'pengelola',
};

export function storyLines(story: Story): string[] {
  const head = ['', `E-Kinerja ${story.governmentName} berjalan di  ${story.baseUrl}`, ''];
  const foot = [
    '',
    `Data       : ${story.dataDir} (${story.databaseName})`,
    'Berhenti   : Ctrl-C. Dijalankan lagi, semua data masih ada.',
    story.accounts.length > 0
      ? 'Dari awal  : hentikan, lalu jalankan perintah yang sama dengan tambahan --fresh (data contoh dibuang dan dibuat lagi).'
      : 'Dari awal  : hentikan, pindahkan folder data, lalu jalankan lagi.',
    '',
  ];
  if (story.accounts.length === 0) return [...head, ...openingLines(story), ...foot];
  return [...head, ...accountLines(story), '', ...stepLines(story), ...foot];
}

function openingLines({ firstAccount, baseUrl }: Story): string[] {
  if (!firstAccount) return ['Basis data ini tidak berisi data contoh. Masuk dengan akun yang telah dibuat.'];
  return [
    'Daerah ini masih kosong. Mulailah dengan akun pertama:',
    `  nama pengguna   ${firstAccount.username}`,
    `  kode sekali pakai ${firstAccount.code}   (diganti dengan kata sandi sendiri saat masuk pertama)`,
    `Panduan hari pembukaan: ${baseUrl}/persiapan`,
    'Selama akun ini belum dipakai, setiap kali dijalankan tampil kode baru.',
  ];
}

function accountLines({ accounts }: Story): string[] {
  const [first] = accounts;
  const width = Math.max(...accounts.map(({ username }) => username.length));
  return [
    `Akun contoh (sandi semuanya: ${first?.password ?? ''})`,
    ...accounts.map(({ role, username, name, postName }) => `  ${(ROLES[role] ?? role).padEnd(15)} ${username.padEnd(width)}  ${name} – ${postName}`),
  ];
}

function stepLines({ accounts, today, baseUrl }: Story): string[] {
  const month = addMonths(monthOf(today), -1);
  const user = (role: string) => accounts.find((account) => account.role === role)?.username ?? '';
  const named = inWords(month);
  return [
    `Menutup bulan ${named}, langkah demi langkah:`,
    `  1. Masuk sebagai pegawai ${user('employee')}: menu Kegiatan, isi hari ini; catatan yang dikembalikan dapat diperbaiki.`,
    `  2. Masuk sebagai atasan ${user('evaluator')}: menu Persetujuan, setujui atau kembalikan dengan alasan;`,
    `     lalu menu Penilaian, pilih ${named}, beri penilaian setiap bawahan.`,
    `  3. Masuk sebagai admin daerah ${user('superadmin')}: menu Presensi, pilih ${named}, ambil "berkas contoh" (atau dari folder`,
    `     contoh di bawah), unggah, periksa pratinjaunya, lalu Terapkan.`,
    `  4. Menu TPP bulanan: Buka proses bulan ${named}; buka tiap perangkat daerah, Periksa, lalu Tutup bulan.`,
    `  5. Masuk sebagai admin unit ${user('unit-admin')}: menu TPP bulanan, cetak rekap (PDF) atau unduh Excel.`,
    `  6. Kembali sebagai pegawai: menu Slip TPP menunjukkan setiap angka, dengan "Mengapa?" dan pasalnya.`,
    `  Langsung: ${baseUrl}/persetujuan  /penilaian  /presensi  /tpp  /slip`,
  ];
}

function inWords(month: IsoMonth): string {
  return `${monthName(`${month}-01`)} ${month.slice(0, 4)}`;
}
