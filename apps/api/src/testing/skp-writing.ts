import { randomUUID } from 'node:crypto';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { SkpDocumentUse, SkpPlanInput, SkpResultInput } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { Answer, OrProblem, TestApp } from './test-app.js';
import type { PersonName } from './tiny-government.js';

type Step =
  | 'submit' | 'withdraw' | 'review' | 'agree' | 'verify' | 'determine' | 'return' | 'refuse' | 'settle' | 'reopen' | 'close' | 'attainments';

/** A result that every regulation takes: quantity, quality and time. */
export function aResult(change: Partial<SkpResultInput> = {}): SkpResultInput {
  return {
    id: randomUUID(), task: 'main', kind: 'output', title: 'Laporan promosi kesehatan tersusun', superiorResultId: null,
    indicators: [
      { aspect: 'quantity', indicator: 'Jumlah laporan', target: '12', unit: 'laporan' },
      { aspect: 'quality', indicator: 'Kesesuaian laporan', target: '100', unit: 'persen' },
      { aspect: 'time', indicator: 'Waktu penyelesaian', target: '12', unit: 'bulan' },
    ],
    ...change,
  };
}

/** The plan that the form started with, with the resources that some regulations want. */
export function aPlan(skp: SkpDetail, change: Partial<SkpPlanInput> = {}): SkpPlanInput {
  const first = skp.form.sources?.list[0];
  return {
    ...skp.plan,
    sources: skp.plan.sources.length > 0 || !first ? skp.plan.sources : [{ code: first.code, number: '', date: null }],
    resources: skp.form.resources ? [{ kind: 'people', need: 'Rekan kerja satu tim' }] : [],
    ...change,
  };
}

/** Writing and handing on SKPs through the interface. */
export class SkpDesk {
  constructor(readonly test: TestApp) {}

  async begin(as: PersonName, year = 2026): Promise<SkpDetail> {
    return (await this.test.call<SkpDetail>('POST', '/skp', { as, body: { year } })).body;
  }

  save(as: PersonName, skp: { id: Uuid; version: number }, results: SkpResultInput[], plan?: SkpPlanInput): Promise<Answer<OrProblem<SkpDetail>>> {
    return this.test.call('PUT', `/skp/${skp.id}`, { as, ifMatch: skp.version, body: { results, plan } });
  }

  /** A draft as the regulation in force wants it. */
  async draft(as: PersonName, results: SkpResultInput[] = [aResult()], plan: Partial<SkpPlanInput> = {}): Promise<SkpDetail> {
    const begun = await this.begin(as);
    return (await this.save(as, begun, results, aPlan(begun, plan))).body;
  }

  step(as: PersonName, skp: { id: Uuid; version: number }, step: Step, body?: object): Promise<Answer<OrProblem<SkpDetail>>> {
    return this.test.call('POST', `/skp/${skp.id}/${step}`, { as, ifMatch: skp.version, body });
  }

  /** The same, where it must go well. */
  async good(as: PersonName, skp: { id: Uuid; version: number }, step: Step, body?: object): Promise<SkpDetail> {
    const answer = await this.step(as, skp, step, body);
    if (answer.status !== 200) throw new Error(`${step}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async submitted(as: PersonName, results?: SkpResultInput[]): Promise<SkpDetail> {
    return this.good(as, await this.draft(as, results), 'submit');
  }

  async talk(as: PersonName, skp: { id: Uuid }, heldOn: string, resultIds: Uuid[] = []): Promise<SkpDetail> {
    return (await this.test.call<SkpDetail>('POST', `/skp/${skp.id}/dialogues`, { as, body: { heldOn, notes: 'Ekspektasi dibahas', resultIds } })).body;
  }

  async get(as: PersonName, id: Uuid): Promise<SkpDetail> {
    return (await this.test.call<SkpDetail>('GET', `/skp/${id}`, { as })).body;
  }

  /** Attaches a paper. */
  attach(as: PersonName, skp: { id: Uuid }, use: SkpDocumentUse, content = '%PDF-1.7 surat'): Promise<Answer<OrProblem<SkpDetail>>> {
    const query = new URLSearchParams({ use, kind: 'Surat keputusan', number: '800/12/2026', date: '2026-01-05', signatory: 'Kepala Dinas' });
    return this.test.call('POST', `/skp/${skp.id}/documents?${query}`, {
      as, file: { field: 'file', name: 'sk.pdf', mediaType: 'application/pdf', content: Buffer.from(content) },
    });
  }

  /** Ticks every criterion of every indicator. */
  ticks(skp: SkpDetail): { resultId: Uuid; indicator: number; criteria: string[] }[] {
    const criteria = skp.form.criteria?.list.map(({ code }) => code) ?? [];
    return skp.results.flatMap((result) => result.indicators.map((_, indicator) => ({ resultId: result.id, indicator, criteria })));
  }
}
