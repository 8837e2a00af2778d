import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Page as Paged } from '@ekinerja/contracts/basics';
import type { EmployeeItem } from '@ekinerja/contracts/employees';
import type { RequestDetail } from '@ekinerja/contracts/service-requests';
import { Desk } from '../pages/desk.js';
import { Portal } from '../pages/portal.js';
import { Server } from '../pages/server.js';

const PORT = Number(process.env.E2E_PORT ?? 4310) + 9;
const BASE = `http://127.0.0.1:${PORT}`;
const PAPER = { name: 'pindaian.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 pindaian') };
let folder: string;
let server: Server;
test.use({ baseURL: BASE, viewport: { width: 1280, height: 900 } });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), 'ekinerja-requests-'));
  // The regency whose regulation has the service desk.
  server = new Server(folder, PORT, {}, ['--daerah', 'barito-kuala', '--employees', '40']);
  await server.start();
});
test.afterAll(async () => {
  await server.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

/** As it stands, and as a phone shows it. */
async function fits(page: Page, portal: Portal): Promise<void> {
  await portal.isAccessible();
  await page.setViewportSize({ width: 360, height: 740 });
  await portal.isAccessible();
  await page.setViewportSize({ width: 1280, height: 900 });
}
const choose = async (page: Page, field: string, name: string) => {
  await page.getByRole('searchbox', { name: field }).fill(name);
  await page.getByRole('list', { name: new RegExp(field) }).getByRole('button').first().click();
};
const decree = async (page: Page, day: string, labels: [day: string, number: string, date: string]) => {
  await page.getByLabel('Alasan').fill('Sesuai surat terlampir');
  await page.getByLabel(labels[0]).fill(day);
  await page.getByLabel(labels[1]).fill('821/9/2026');
  await page.getByLabel(labels[2]).fill('2026-11-16');
  await page.getByLabel('Penanda tangan').fill('Bupati Barito Kuala');
};
const DECREE: [string, string, string] = ['Berlaku mulai', 'Nomor surat keputusan', 'Tanggal surat keputusan'];
const DEATH: [string, string, string] = ['Tanggal meninggal', 'Nomor surat keterangan kematian', 'Tanggal surat keterangan kematian'];
/** Made, its scans attached, handed in. @returns its address */
const handIn = async (page: Page, title: string, attachments: number): Promise<string> => {
  await page.getByRole('button', { name: 'Susun permohonan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  for (let at = 0; at < attachments; at += 1) {
    await page.locator('input[type=file]').nth(at).setInputFiles(PAPER);
    await expect(page.getByRole('button', { name: /^Buka / })).toHaveCount(at + 1);
  }
  await page.getByRole('button', { name: 'Ajukan', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Agenda surat masuk' })).toBeVisible();
  return new URL(page.url()).pathname;
};

test('BK-8.1 BK-8.2 BK-8.3 BK-8.4 BK-9.1 BK-12.2 BK-14 all four kinds are filed as a clerk would, enter the agenda, and their report reaches the superadmin', async ({ page, playwright }) => {
  test.setTimeout(150_000);
  const portal = await Portal.open(page);
  const password = portal.account('employee').password;
  const people = (await server.call<Paged<EmployeeItem>>('unit-admin', 'GET', '/employees?limit=60')).body.items;
  const employee = portal.account('employee').username;
  const admin = portal.account('unit-admin').username;
  const known = ['evaluator', 'unit-head', 'superadmin'].map((role) => portal.account(role).username);
  const [retired, dead, clerk] = people.filter(({ nip, kind }) => nip !== null && kind !== 'non-asn' && ![employee, admin, ...known].includes(nip)) as [EmployeeItem, EmployeeItem, EmployeeItem];
  for (const role of ['secretariat-officer', 'subsection-officer', 'field-head', 'agency-head']) {
    expect((await server.call('superadmin', 'POST', '/setup/roles', { body: { employmentId: clerk.employmentId, role, unitId: null, reason: 'Meja pelayanan' } })).status).toBeLessThan(300);
  }

  await portal.signInAs('employee');
  await portal.go('/pelayanan', 'Pelayanan');
  await page.getByRole('button', { name: 'Perubahan data profil' }).click();
  await decree(page, '2026-12-01', DECREE);
  await page.getByLabel('Kelas jabatan baru').selectOption({ index: 3 });
  await choose(page, 'Pejabat penilai baru', 'kepala');
  await fits(page, portal);
  const profile = await handIn(page, 'Perubahan data profil', 4);
  await fits(page, portal);

  await portal.go('/pelayanan', 'Pelayanan');
  await page.getByRole('button', { name: /^Keterlambatan/ }).click();
  await page.getByLabel('Alasan').fill('Terlambat mengisi karena sakit');
  await expect(page.getByLabel('Nomor surat keputusan')).toHaveCount(0);
  await page.getByLabel('Yang dibuka kembali').selectOption('annual');
  await page.getByLabel('SKP', { exact: false }).last().selectOption({ index: 1 });
  await page.getByLabel('Dibuka sampai').fill('2026-11-20');
  await page.getByRole('button', { name: 'Susun permohonan' }).click();
  await expect(page.getByText('Tidak boleh sebelum hari ini.').first()).toBeVisible();
  await page.getByLabel('Dibuka sampai').fill('2026-12-10');
  await handIn(page, 'Keterlambatan pengisian kegiatan tahunan dan bulanan', 4);

  await portal.signInAs('unit-admin');
  for (const [kind, title, person, labels, day] of [['Pensiun', 'Pensiun', retired, DECREE, '2026-12-01'], ['Meninggal dunia', 'Meninggal dunia', dead, DEATH, '2026-11-16']] as const) {
    await portal.go('/pelayanan', 'Pelayanan');
    await page.getByRole('button', { name: kind, exact: true }).click();
    await choose(page, 'Pegawai', person.nip as string);
    await decree(page, day, [...labels]);
    await handIn(page, title, 2);
  }

  // The desk: what waits stands first and on the home page; a number is given once.
  await portal.signInWith(clerk.nip as string);
  await page.getByRole('link', { name: 'Buka berkas' }).click();
  await expect(page.getByRole('table', { name: 'Permohonan' }).getByRole('row')).toHaveCount(5);
  await fits(page, portal);
  await page.goto(profile);
  await page.getByLabel('Nomor agenda').fill('045/1');
  await page.getByLabel('Catatan').fill('Diterima');
  await page.getByRole('button', { name: 'Catat agenda' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Diteruskan ke subbidang', exact: true })).toBeVisible();
  await portal.go('/pelayanan?bagian=agenda&agenda=045/1', 'Pelayanan');
  await expect(page.getByRole('table', { name: 'Buku agenda' }).getByRole('row')).toHaveCount(2);
  const book = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh Excel' }).click();
  expect((await book).suggestedFilename()).toBe('agenda-2026.xlsx');
  await fits(page, portal);

  // The rest of the way without the screens, to the report of the entry.
  const http = await playwright.request.newContext({ baseURL: BASE });
  const officer = await Desk.of(http, clerk.nip as string, password);
  const superadmin = await Desk.of(http, portal.account('superadmin').username, password);
  const id = profile.split('/').at(-1)!;
  const step = async (who: Desk, reference: string | null = null) => {
    const { version, attachments } = await who.get<RequestDetail>(`/service-requests/${id}`);
    await who.post(`/service-requests/${id}/steps`, { outcome: 'forward', note: 'Sudah diperiksa', reference, complete: attachments.map(({ code }) => code) }, version);
  };
  await step(officer);
  await step(officer, 'SB/1');
  await step(officer);
  await step(superadmin);
  await step(officer);
  await step(officer);
  await step(superadmin);
  await step(officer);
  await step(officer);
  await http.dispose();

  await portal.signInAs('superadmin');
  await page.getByRole('link', { name: 'Buka pelayanan' }).click();
  await page.getByRole('table', { name: 'Permohonan' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Terima laporan' }).click();
  await expect(page.getByText(/^Diterima .+ 2026/)).toBeVisible();
  await fits(page, portal);
  const report = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Laporan tindak lanjut' }).click();
  expect((await report).suggestedFilename()).toMatch(/\.pdf$/);
});
