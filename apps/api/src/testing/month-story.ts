import { randomUUID } from 'node:crypto';
import type { Activity } from '@ekinerja/contracts/activities';
import type { PresenceImport, PresenceRowInput } from '@ekinerja/contracts/attendance';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { Evaluation, EvaluationInputs, EvaluationsDue } from '@ekinerja/contracts/evaluations';
import type { PayslipItem, PayslipView } from '@ekinerja/contracts/pay-runs';
import type { Daerah } from '@ekinerja/regulations/presets';
import { SkpDesk } from './skp-writing.js';
import { testApp, type OrProblem, type TestApp } from './test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from './tiny-government.js';
import { aspects, entry } from './work.js';

/** August 2026: 19 working days; Monday the 17th and Tuesday the 25th are holidays. */
export const STORY_MONTH: IsoMonth = '2026-08';
const WORKING_DAYS = [3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 18, 19, 20, 21, 24, 26, 27, 28, 31];
export const dayOf = (day: number): IsoDate => `${STORY_MONTH}-${String(day).padStart(2, '0')}`;

/** Who evaluates whom in the health office of the small government. */
const EVALUATORS = {
  kadis: 'bupati',
  kabid: 'kadis',
  umpeg: 'kadis',
  kapus: 'kadis',
  kasi: 'kabid',
  siti: 'kasi',
  budi: 'kasi',
  bendahara: 'umpeg',
  rina: 'kapus',
  dewi: 'kapus',
} as const satisfies Partial<Record<PersonName, PersonName>>;
export type StoryPerson = keyof typeof EVALUATORS;
export const STORY_PEOPLE = Object.keys(EVALUATORS) as StoryPerson[];

/** A presence row other than 07:30–16:30, by person and day; null: no row. */
export type Departures = Partial<Record<StoryPerson, Record<number, Partial<PresenceRowInput> | null>>>;

/** The one month of one daerah, told by requests alone: what a person does is done as that person over the API. */
export class MonthStory {
  private managerGranted: Promise<unknown> | null = null;

  private constructor(
    readonly test: TestApp,
    readonly gov: TinyGovernment,
    private readonly offset: string,
  ) {}

  static async of(daerah: Daerah): Promise<MonthStory> {
    const test = await testApp({ daerah });
    return new MonthStory(
      test,
      await tinyGovernment(test),
      ['tanah-laut', 'barito-kuala'].includes(daerah) ? '+08:00' : '+07:00',
    );
  }

  close(): Promise<void> {
    return this.test.close();
  }

  /** Local time of the regency. */
  at(localTime: string): void {
    this.test.setClock(`${localTime}:00${this.offset}`);
  }

  /** Drawn up and handed in by its owner; in force once those whom the regulation names have reviewed, agreed and determined it. @returns its result, for entries */
  async skp(person: StoryPerson, determine = true): Promise<Uuid> {
    const desk = new SkpDesk(this.test);
    let skp = await desk.submitted(person);
    const result = skp.results[0]!.id;
    if (!determine) return result;
    const evaluator = EVALUATORS[person];
    const { flow } = skp.form;
    await desk.talk(evaluator, skp, '2026-01-12');
    if (flow.review) skp = await desk.good(await this.performanceManager(), skp, 'review', { remarks: 'Sesuai', ticks: desk.ticks(skp) });
    if (flow.agreement?.by.includes('owner')) skp = await desk.good(person, skp, 'agree');
    if (flow.agreement?.by.includes('evaluator')) skp = await desk.good(evaluator, skp, 'agree');
    if (flow.verification) skp = await desk.good(evaluator, skp, 'verify', { remarks: 'Sesuai uraian jabatan', documentsChecked: true });
    await desk.good(evaluator, skp, 'determine', {});
    return result;
  }

  /** Dewi reviews the SKPs of the dinas (pengelola kinerja), once a superadmin has made her so. */
  private async performanceManager(): Promise<PersonName> {
    this.managerGranted ??= this.good('POST', '/setup/roles', {
      as: 'super',
      body: { employmentId: this.gov.people.dewi, role: 'performance-manager', unitId: this.gov.units.dinkes, reason: 'Surat tugas pengelola kinerja' },
    });
    await this.managerGranted;
    return 'dewi';
  }

  enter(
    person: StoryPerson,
    result: Uuid,
    day: number,
    change: Parameters<typeof entry>[1] = {},
  ): Promise<Activity> {
    return this.good<Activity>('PUT', `/activities/${randomUUID()}`, {
      as: person,
      body: entry(result, { date: dayOf(day), ...change }),
    });
  }

  decide(entered: Activity, reason: string | null = null): Promise<Activity> {
    const step = reason === null ? 'accept' : 'refuse';
    return this.good<Activity>('POST', `/activities/${entered.id}/${step}`, {
      as: 'kasi',
      ifMatch: entered.version,
      body: reason === null ? undefined : { reason },
    });
  }

  /** A `behaviourScore` stands for every aspect of the person's form. */
  rate(person: StoryPerson, inputs: EvaluationInputs, month: IsoMonth = STORY_MONTH) {
    const { behaviourScore, ...others } = inputs;
    const given = typeof behaviourScore === 'string' ? { ...others, ...aspects(person, behaviourScore) } : inputs;
    const body = { employmentId: this.gov.people[person], month, inputs: given, note: null };
    return this.test.call<OrProblem<Evaluation>>('POST', '/evaluations', { as: EVALUATORS[person], body });
  }

  async rateAll(inputs: Record<StoryPerson, EvaluationInputs>): Promise<Record<StoryPerson, Evaluation>> {
    const rated = {} as Record<StoryPerson, Evaluation>;
    for (const person of STORY_PEOPLE) {
      const { status, body } = await this.rate(person, inputs[person]);
      if (status !== 200) throw new Error(`${person}: ${JSON.stringify(body)}`);
      rated[person] = body;
    }
    return rated;
  }

  due(person: PersonName): Promise<EvaluationsDue> {
    return this.good('GET', `/evaluations/due?month=${STORY_MONTH}`, { as: person });
  }

  /** The presence of everybody in the health office for the month, pushed and applied as BK 7(1) has it. */
  async synchronise(departures: Departures = {}): Promise<PresenceImport> {
    const rows = STORY_PEOPLE.flatMap((person) =>
      WORKING_DAYS.flatMap((day) => {
        const other = departures[person]?.[day];
        if (other === null) return [];
        return [
          {
            nip: this.gov.nips[person],
            date: dayOf(day),
            checkIn: '07:30',
            checkOut: '16:30',
            status: 'present',
            ...other,
          },
        ];
      }),
    );
    const pushed = await this.good<PresenceImport>('POST', '/attendance/rows', {
      as: 'super',
      body: { month: STORY_MONTH, rows },
    });
    return this.good<PresenceImport>('POST', `/attendance/imports/${pushed.id}/apply`, { as: 'super' });
  }

  async slip(person: StoryPerson): Promise<PayslipView> {
    const [item] = await this.good<PayslipItem[]>('GET', '/payslips/mine', { as: person });
    if (!item) throw new Error(`${person} has no slip`);
    return this.good<PayslipView>('GET', `/payslips/${item.id}`, { as: person });
  }

  /** Gross, cuts and net of a slip, after checking that its lines make up exactly these. */
  async paid(person: StoryPerson): Promise<[gross: number, cuts: number, net: number]> {
    const { lines, totals } = await this.slip(person);
    const sum = (section: string) =>
      lines.filter((line) => line.section === section).reduce((all, line) => all + (line.amount ?? 0), 0);
    expect([sum('gross'), 0 - sum('cut')]).toEqual([totals.gross, totals.cuts]);
    return [totals.gross, totals.cuts, totals.net];
  }

  /** A request that must succeed. */
  async good<T>(...call: Parameters<TestApp['call']>): Promise<T> {
    const { status, body } = await this.test.call<T>(...call);
    if (status >= 300) throw new Error(`${call[0]} ${call[1]}: ${status} ${JSON.stringify(body)}`);
    return body;
  }
}

/** The same answer of the form for everybody, but for some. */
export function allBut(
  inputs: EvaluationInputs,
  others: Partial<Record<StoryPerson, EvaluationInputs>>,
): Record<StoryPerson, EvaluationInputs> {
  return Object.fromEntries(STORY_PEOPLE.map((person) => [person, others[person] ?? inputs])) as Record<
    StoryPerson,
    EvaluationInputs
  >;
}
