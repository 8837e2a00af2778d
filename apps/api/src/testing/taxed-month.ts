import { presetFiles, type Daerah } from '@ekinerja/regulations/presets';
import type { PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import type { MonthStory } from './month-story.js';
import { closeUnit, fillMonth, openRun } from './pay-month.js';
import { DraftStory } from './regulation-drafts.js';

const MONTH = '2026-09';

/**
 * September 2026 under a regency's own allowance policy, to which it adds income tax and health insurance from that month
 * on: everybody present and "baik", siti with a salary of 5,000,000 (TK/0, nothing withheld).
 * @returns gross, cuts, deductions and net of siti's slip
 */
export async function taxedMonth({ test, gov }: MonthStory, daerah: Daerah): Promise<number[]> {
  const present = presetFiles(daerah).find(({ source }) => /^kind: allowance$/m.test(source))!.source;
  const text = present
    .replace(/^id: .*$/m, `id: ${daerah}-tpp-berpajak`)
    .replace(/^inForce: .*$/m, `inForce: { from: ${MONTH}-01 }`)
    .replace(/^cases: .*$/m, '');
  const added = 'tax: { method: ter, on: salary-and-allowance, bearer: employee, cite: Pasal 15 }\ninsurance: { employee: 1, employer: 4, of: realised, with: salary, ceiling: 12000000, cite: Pasal 16 }\n';
  test.setClock('2026-10-05T09:00:00+08:00');
  await new DraftStory(test).enact(`${text.trimEnd()}\n${added}`, `${MONTH}-01`);
  await fillMonth(test, gov, MONTH);
  await test.db.query(`UPDATE evaluation SET quality_score = 100 WHERE month = $1`, [MONTH]);
  const salary = { gross: 5_000_000, basic: null, ptkp: 'TK/0', taxWithheld: 0, insuranceBase: null, insuranceEmployee: null, insuranceEmployer: null, pension: null };
  const saved = await test.call('PUT', `/salaries/2026-10/${gov.people.siti}`, { as: 'super', body: salary });
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
  const unit: PayRunUnitView = await closeUnit(test, (await openRun(test, MONTH)).id, gov.units.dinkes);
  const totals = unit.people.find(({ employmentId }) => employmentId === gov.people.siti)?.totals;
  return totals ? [totals.gross, totals.cuts, totals.deductions, totals.net] : [];
}
