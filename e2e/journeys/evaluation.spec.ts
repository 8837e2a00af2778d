import { expect, test, type Locator } from '@playwright/test';
import type { EmployeeDetail } from '@ekinerja/contracts/employees';
import type { Evaluation } from '@ekinerja/contracts/evaluations';
import type { Objection } from '@ekinerja/contracts/objections';
import type { PayslipView } from '@ekinerja/contracts/pay-runs';
import { Desk } from '../pages/desk.js';
import { Portal } from '../pages/portal.js';

// Before the month is closed: what is judged anew is paid anew.
const MONTH = '2026-10';
const REASONS = 'Laporan triwulan sudah selesai seluruhnya dan diterima sekretariat pada pekan terakhir bulan itu.';
const rupiah = (amount: number) => `Rp${Math.abs(amount).toLocaleString('id-ID')}`;

const rated = (page: Locator, field: string, rating: string) => page.getByRole('radiogroup', { name: field }).getByRole('radio', { name: rating }).click();

test('TL-22.1 TL-28 TL-35.a TL-35.d TL-35.f a rating with the live curve, the receipt, an objection, its decision, and the pay that follows to the rupiah', async ({ page, playwright, baseURL }) => {
  test.setTimeout(120_000);
  const portal = await Portal.open(page);
  const employee = portal.account('employee');
  const http = await playwright.request.newContext({ baseURL: baseURL as string });
  const own = await Desk.of(http, employee.username, employee.password);
  const sheet = () => own.get<PayslipView>(`/payslips/mine/estimate?month=${MONTH}`);

  await test.step('the evaluator rates; the curve moves with what is on screen', async () => {
    await portal.signInAs('evaluator');
    await portal.go(`/penilaian?bulan=${MONTH}`, 'Penilaian kinerja');
    const card = page.getByRole('region', { name: employee.name });
    const low = page.getByRole('list', { name: /^Kurva predikat/ }).getByRole('listitem').filter({ hasText: 'Butuh Perbaikan' });
    const count = Number((await low.textContent())!.match(/^\d+/)![0]);
    await rated(card, 'Rating hasil kerja', 'Di bawah ekspektasi');
    await rated(card, 'Rating perilaku kerja', 'Sesuai ekspektasi');
    await expect(page.getByText('Termasuk 1 penilaian di layar yang belum disimpan.')).toBeVisible();
    await expect(low).toHaveText(new RegExp(`^${count + 1}`));
    await card.getByRole('button', { name: /^Simpan penilaian/ }).click();
    await expect(card.getByText('Butuh Perbaikan').first()).toBeVisible();
  });
  const lower = await sheet();

  let id = '';
  await test.step('the employee confirms the receipt and objects', async () => {
    await portal.signInAs('employee');
    await portal.go('/hasil', /Hasil/);
    const result = page.getByRole('region', { name: /Oktober 2026/ });
    await result.getByRole('button', { name: 'Sudah saya terima' }).click();
    await expect(result.getByRole('button', { name: 'Sudah saya terima' })).toHaveCount(0);
    await result.getByRole('link', { name: 'Ajukan keberatan' }).click();
    await page.getByLabel('Alasan keberatan').fill(REASONS);
    await portal.isAccessible();
    await page.getByRole('button', { name: 'Ajukan keberatan' }).click();
    await expect(page).toHaveURL(/\/keberatan\/[0-9a-f-]{36}/);
    id = page.url().split('/').at(-1)!;
  });

  // Both sides are heard, and who decides is found, without the screens.
  const superadmin = await Desk.of(http, portal.account('superadmin').username, employee.password);
  const { examiners } = await own.get<Objection>(`/objections/${id}`);
  const examiner = (await superadmin.get<EmployeeDetail>(`/employees/${examiners[0]!.employmentId}`)).nip as string;
  await own.post(`/objections/${id}/explanations`, { side: 'employee', text: 'Bukti serah terima ada pada kegiatan tanggal 28 Oktober.' });
  await (await Desk.of(http, examiner, employee.password)).post(`/objections/${id}/explanations`, { side: 'evaluator', text: 'Disampaikan lisan pada pemeriksaan.' });

  await test.step('the evaluator’s superior changes the result', async () => {
    await portal.signInWith(examiner);
    await page.goto(`/keberatan/${id}`);
    await page.getByRole('radio', { name: 'Mengubah hasil evaluasi' }).click();
    await rated(page.locator('main'), 'Rating hasil kerja', 'Sesuai ekspektasi');
    await rated(page.locator('main'), 'Rating perilaku kerja', 'Sesuai ekspektasi');
    await page.getByLabel('Pertimbangan').fill('Bukti serah terima laporan sudah diperiksa dan benar.');
    await page.getByLabel('Rekomendasi baru').fill('Sampaikan tanda terima bersama laporan.');
    await portal.isAccessible();
    await page.getByRole('button', { name: 'Tetapkan putusan' }).click();
    await expect(page.getByText(/Butuh Perbaikan.*Baik/).first()).toBeVisible();
  });
  // The part that follows the predicate: Needs improvement took a fifth of it, Good pays it in full.
  const changed = await sheet();
  const cutsOf = (slip: PayslipView) => slip.lines.filter(({ section }) => section === 'cut');
  const gone = cutsOf(lower).filter(({ title, amount }) => !cutsOf(changed).some((line) => line.title === title && line.amount === amount));
  expect(gone).toHaveLength(1);
  const fifth = Math.abs(gone[0]!.amount as number);
  expect(fifth).toBeGreaterThan(0);
  expect([lower.totals.cuts - changed.totals.cuts, changed.totals.net - lower.totals.net]).toEqual([fifth, fifth]);
  const month = (await own.get<Evaluation[]>('/evaluations/mine')).find((one) => one.month === MONTH && one.kind === 'periodic')!;
  expect(month).toMatchObject({ predicate: 'baik', origin: 'objection' });

  await test.step('the employee sees the new result and the pay', async () => {
    await portal.signInAs('employee');
    await portal.go('/hasil', /Hasil/);
    await expect(page.getByRole('region', { name: /Oktober 2026/ })).toContainText('Ditetapkan dengan putusan atas keberatan');
    await page.goto(`/slip/perkiraan?bulan=${MONTH}`);
    await expect(page.getByText(rupiah(changed.totals.net), { exact: true }).first()).toBeVisible();
  });
  await http.dispose();
});
