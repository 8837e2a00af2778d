import { expect, test, type Page } from '@playwright/test';
import type { Page as Listed } from '@ekinerja/contracts/basics';
import type { EmployeeItem } from '@ekinerja/contracts/employees';
import type { RankedEmployee } from '@ekinerja/contracts/evaluation-lists';
import type { CaseItem, PerformanceReport, Reward } from '@ekinerja/contracts/follow-up';
import { Desk } from '../pages/desk.js';
import { Portal } from '../pages/portal.js';

const YEAR = 2025;

/** As it stands, and as a phone shows it. */
async function fits(page: Page, portal: Portal): Promise<void> {
  const wide = page.viewportSize()!;
  await portal.isAccessible();
  await page.setViewportSize({ width: 360, height: 740 });
  await portal.isAccessible();
  await page.setViewportSize(wide);
}

async function pdfOf(page: Page, button: string | RegExp): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  return (await waiting).suggestedFilename();
}

test('TL-29 TL-30.1 from the ranking by predicate to a reward, the register, the pool on the map, and the employee who is told', async ({
  page,
  playwright,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const portal = await Portal.open(page);
  const { username, password } = portal.account('superadmin');
  const http = await playwright.request.newContext({ baseURL: baseURL as string });
  const staffing = await Desk.of(http, username, password);
  const { items: given } = await staffing.get<Listed<Reward>>('/follow-up/rewards?limit=100');
  const skpdId = (await staffing.get<EmployeeItem>(`/employees/${given[0]!.employmentId}`)).skpdId as string;
  const { items: ranked } = await staffing.get<Listed<RankedEmployee>>(
    `/evaluations/ranking?month=${YEAR}-12&kind=annual&skpdId=${skpdId}`,
  );
  const best = ranked.find(({ employmentId }) => !given.some((one) => one.employmentId === employmentId))!;

  await portal.signInAs('superadmin');
  await portal.go(
    `/penilaian?bagian=peringkat&jenis=tahunan&tahun=${YEAR}&skpd=${skpdId}`,
    'Penilaian kinerja',
  );
  const rows = page.getByRole('table', { name: 'Peringkat pegawai' }).getByRole('row');
  // By the predicates alone, best first: no score of its own.
  await expect(rows.nth(1)).toContainText(ranked[0]!.personName);
  await fits(page, portal);
  await rows.filter({ hasText: best.personName }).getByRole('link', { name: 'Beri penghargaan' }).click();

  const form = page.getByRole('region', { name: 'Beri penghargaan' });
  await expect(form.getByLabel('Nama')).toHaveValue(new RegExp(`^${best.personName}`));
  await expect(form.getByLabel('Tahun hasil evaluasi')).toHaveValue(String(YEAR));
  await form.getByLabel('Kelompok').click();
  await page.getByRole('option', { name: 'Prioritas pengembangan kompetensi' }).click();
  await expect(form.getByText('Pasal 30 ayat (1) huruf b')).toBeVisible();
  await form.getByLabel('Alasan').fill('Predikat tahunan terbaik di unitnya; diusulkan kepala dinas.');
  await fits(page, portal);
  await form.getByRole('button', { name: 'Catat penghargaan' }).click();
  const entry = page
    .getByRole('table', { name: 'Penghargaan' })
    .getByRole('row')
    .filter({ hasText: best.personName });
  await expect(entry).toContainText('Pengembangan kompetensi');

  await page.goto(`/tindak-lanjut?bagian=peta&evaluasi=annual&tahun=${YEAR}&predikat=${best.predicate}`);
  await expect(
    page.getByRole('table', { name: 'Daftar pegawai' }).getByRole('row').filter({ hasText: best.personName }),
  ).toContainText('Pengembangan kompetensi');

  const { nip } = await staffing.get<EmployeeItem>(`/employees/${best.employmentId}`);
  await portal.signInWith(nip as string);
  await page.goto('/pemberitahuan');
  await expect(page.getByText('Anda mendapat penghargaan: Prioritas pengembangan kompetensi.')).toBeVisible();
  await http.dispose();
});

test('TL-27.1 TL-27.2 TL-33.a TL-34.a a report goes up with its documents; a case has its papers and gives its reasons', async ({
  page,
  playwright,
  baseURL,
}) => {
  const portal = await Portal.open(page);
  const { username, password } = portal.account('superadmin');
  const http = await playwright.request.newContext({ baseURL: baseURL as string });
  const staffing = await Desk.of(http, username, password);
  const report = (await staffing.get<Listed<PerformanceReport>>('/performance-reports')).items.find(
    ({ status }) => status === 'under-way',
  )!;
  // Titles are no part of what is searched.
  const [word] = report.holderName!.split(/[ ,.]+/).toSorted((one, other) => other.length - one.length);
  const holder = (await staffing.get<Listed<EmployeeItem>>(`/employees?q=${word}`)).items.find(
    ({ name }) => name === report.holderName,
  )!;

  await test.step('with whom it lies opens what is attached and passes it on', async () => {
    await portal.signInWith(holder.nip as string);
    await portal.go('/tindak-lanjut?bagian=laporan', 'Tindak lanjut');
    await page.getByRole('link', { name: `Periksa: ${report.fromName}` }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Laporan kinerja');
    expect(await pdfOf(page, /^Evaluasi: /)).toMatch(/\.pdf$/);
    expect(await pdfOf(page, /^SKP: /)).toMatch(/\.pdf$/);
    await fits(page, portal);
    await page.getByRole('button', { name: 'Teruskan ke tingkat di atas' }).click();
    await expect(page.getByText(new RegExp(`${holder.name} menyampaikan kepada`))).toBeVisible();
    await expect(page.getByRole('button', { name: 'Teruskan ke tingkat di atas' })).toHaveCount(0);
  });

  await test.step('a case: why it could be opened, what follows, and its statement on paper', async () => {
    const one = (await staffing.get<Listed<CaseItem>>('/follow-up/cases')).items.find(
      ({ kind }) => kind === 'sanction',
    )!;
    await portal.signInAs('superadmin');
    await portal.go(`/tindak-lanjut/${one.id}`, 'Sanksi atas hasil evaluasi');
    expect(await pdfOf(page, 'Unduh Pernyataan: Perkara dibuka')).toMatch(/\.pdf$/);
    await fits(page, portal);
    await page
      .getByRole('button', { name: /^Mengapa/ })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toContainText('Kesempatan memperbaiki kinerja 6 bulan.');
  });
  await http.dispose();
});
