import { expect, test } from '@playwright/test';
import type { SessionAnswer } from '@ekinerja/contracts/auth';
import type { Page } from '@ekinerja/contracts/basics';
import type { SkpItem } from '@ekinerja/contracts/skp';
import { Portal } from '../pages/portal.js';
import { SkpForm } from '../pages/skp.js';

test('TL-6.3 TL-7.1 TL-9.3 an executor at a kecamatan writes an SKP from nothing on a phone, in at most eight inputs', async ({ page }) => {
  test.setTimeout(120_000);
  const portal = await Portal.open(page);
  const { username, password } = portal.account('superadmin');
  const signedIn = (await (await page.request.post('/api/v1/auth/sign-in', { data: { username, password } })).json()) as SessionAnswer;
  const list = await page.request.get('/api/v1/skp?year=2026&status=determined&limit=200', { headers: { authorization: `Bearer ${signedIn.accessToken}` } });
  const executor = ((await list.json()) as Page<SkpItem>).items.find(({ postName, unitName }) => /^(Pengadministrasi|Pengelola)/.test(postName ?? '') && /Kelurahan|Kecamatan/.test(unitName ?? ''));
  await portal.signInWith(executor?.nip ?? '');
  const form = new SkpForm(portal);
  await form.begin(2027);
  await form.takeExamples(2);
  await form.press(page.getByRole('button', { name: 'Pendampingan pimpinan' }), 'Pendampingan pimpinan');
  await form.isSaved();
  await portal.isAccessible();
  await page.getByRole('button', { name: 'Adaptif' }).click();
  await expect(page.getByText('cepat menyesuaikan diri menghadapi perubahan')).toBeVisible();
  await form.submit();
  await expect(page.getByText('Menunggu', { exact: true }).first()).toBeVisible();
  console.log(`SKP di telepon: ${form.inputs.length} masukan\n${form.inputs.map((one, at) => `  ${at + 1}. ${one}`).join('\n')}`);
  test.info().annotations.push({ type: 'inputs', description: form.inputs.join(' | ') });
  expect(form.inputs.length).toBeLessThanOrEqual(8);
});
