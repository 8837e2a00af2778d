import { UNIT_KINDS } from '@ekinerja/contracts/basics';
import { ACTIVITY_LIMITS } from '@ekinerja/contracts/activities';
import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import { buildLaw, type Law } from '@ekinerja/regulations/law';
import { DAERAH, loadPreset, presetProfile, type Daerah } from '@ekinerja/regulations/presets';
import { ActivityMaker, type DemoActivity } from './activities.js';
import { EntryFlow } from './activity-flow.js';
import { EvaluationMaker } from './evaluations.js';
import { FAMILY_KEYS, familyOf } from './families.js';
import type { Regency } from './model.js';
import { DemoOrganisation, holds } from './organisation.js';
import { PlanMaker } from './plans.js';
import { PresenceMaker } from './presence.js';
import { generateRegency } from './regency.js';
import { readStructure } from './structure.js';
import { Timeline } from './timeline.js';

const TODAY = '2026-11-23';
const laws = new Map<Daerah, Law>();

function lawOf(daerah: Daerah): Law {
  let law = laws.get(daerah);
  if (!law) laws.set(daerah, (law = buildLaw(loadPreset(daerah))));
  return law;
}

function regencyOf(employees: number, daerah: Daerah = 'tanah-laut', seed = '1', today = TODAY): Regency {
  const { name, agency, timeZone } = presetProfile(daerah);
  return generateRegency({ profile: { daerah, name, agency, timeZone }, seed, today, employees });
}

function workOf(regency: Regency) {
  const law = lawOf(regency.profile.daerah);
  const organisation = new DemoOrganisation(regency, law);
  const presence = new PresenceMaker(regency, organisation, law);
  const plans = new PlanMaker(regency, organisation, law);
  const flow = new EntryFlow(regency, organisation, law, new Timeline(regency.profile.timeZone));
  const activities = new ActivityMaker(regency, organisation, plans, presence, flow);
  return { law, organisation, presence, plans, activities, evaluations: new EvaluationMaker(regency, organisation, law, plans) };
}

const serving = (regency: Regency) => regency.people.filter((person) => holds(person, TODAY) && person.kind !== 'non-asn');

describe.each([60, 300, 5000])('a regency of %i', (employees) => {
  const regency = regencyOf(employees);
  const organisation = new DemoOrganisation(regency, lawOf('tanah-laut'));

  it('has exactly that many civil servants today, and a regent', () => {
    expect(serving(regency)).toHaveLength(employees);
    expect(regency.people.filter(({ kind }) => kind === 'non-asn')).toMatchObject([{ nip: null, username: 'bupati' }]);
  });

  it('is the same again from the same seed, and another from another', () => {
    expect(JSON.stringify(regencyOf(employees))).toBe(JSON.stringify(regency));
    expect(regencyOf(60, 'tanah-laut', '2').people[0]).not.toEqual(regencyOf(60).people[0]);
  });

  it('gives everybody an evaluator by the law, and nobody more people than one can lead', () => {
    const spans = new Map<string, number>();
    for (const { employmentId, name } of serving(regency)) {
      const { evaluator } = organisation.evaluator(employmentId, TODAY);
      expect([name, evaluator !== null]).toEqual([name, true]);
      spans.set(evaluator?.employmentId ?? '', (spans.get(evaluator?.employmentId ?? '') ?? 0) + 1);
    }
    expect(Math.max(...spans.values())).toBeLessThanOrEqual(25);
  });

  it('numbers people as BKN does: birth, appointment, sex; each number once', () => {
    const nips = serving(regency).map(({ nip }) => nip);
    expect(new Set(nips).size).toBe(nips.length);
    for (const { nip, birthDate, from, kind, sex } of serving(regency)) {
      const appointed = kind === 'pppk' ? `${from.slice(0, 4)}21` : from.slice(0, 7).replace('-', '');
      expect(nip?.slice(0, 15)).toBe(`${birthDate.replaceAll('-', '')}${appointed}${sex === 'male' ? 1 : 2}`);
      expect(nip).toMatch(/^\d{18}$/);
      const age = Number(from.slice(0, 4)) - Number(birthDate.slice(0, 4));
      expect(age).toBeGreaterThanOrEqual(18);
    }
  });

  it('has the kinds of employees in realistic shares', () => {
    const share = (kind: string) => serving(regency).filter((person) => person.kind === kind).length / employees;
    expect(share('pns')).toBeGreaterThan(0.66);
    expect(share('pns')).toBeLessThan(0.75);
    expect(share('pppk')).toBeGreaterThan(0.22);
    expect(share('cpns')).toBeGreaterThan(0);
  });

  it('has the agency, health centres, a kecamatan with kelurahan, and no unit outside the kinds', () => {
    const kinds = new Set(regency.units.map(({ kind }) => kind));
    for (const kind of ['government', 'secretariat', 'dinas', 'badan', 'kecamatan', 'kelurahan', 'puskesmas', 'division', 'section'] as const) expect(kinds).toContain(kind);
    expect([...kinds].every((kind) => UNIT_KINDS.includes(kind))).toBe(true);
    expect(regency.units.filter((unit) => unit.skpdId === unit.id).length).toBeGreaterThanOrEqual(employees >= 300 ? 12 : 4);
    expect(regency.stars.map(({ role }) => role)).toEqual(
      ['superadmin', 'unit-admin', 'evaluator', 'employee', 'treasurer', 'regent', 'second-superadmin', 'auditor', 'unit-head', 'performance-manager'],
    );
  });

  it('holds one seat once: no two people on it, no person on two posts for good', () => {
    const definitive = regency.assignments.filter(({ kind }) => kind === 'definitive');
    const seats = new Map<string, typeof definitive>();
    for (const a of definitive) for (const key of [`${a.postId} ${a.seat}`, a.employmentId]) seats.set(key, [...(seats.get(key) ?? []), a]);
    for (const held of seats.values()) {
      const spans = held.map(({ from, to }) => [from, to ?? '9999']).sort();
      for (const [index, span] of spans.entries()) if (index > 0) expect(span[0]! > spans[index - 1]![1]!).toBe(true);
    }
    const seatsOf = new Map(regency.posts.map(({ id, seats: count }) => [id, count]));
    expect(definitive.every(({ postId, seat }) => seat <= (seatsOf.get(postId) ?? 0))).toBe(true);
  });
});

describe('what happens in a regency of 300', () => {
  const regency = regencyOf(300);
  const lastMonth = (date: string | null) => date?.startsWith('2026-10');

  it('knows a vacancy with a Plt and one without, a Plh, a move, a retirement and a newcomer', () => {
    const { assignments, posts, people } = regency;
    const vacant = posts.filter((post) => post.role === 'head' && !assignments.some((a) => a.postId === post.id && a.kind === 'definitive' && holds(a, TODAY)));
    const acted = vacant.filter((post) => assignments.some((a) => a.postId === post.id && a.kind === 'plt' && holds(a, TODAY)));
    expect([vacant.length, acted.length]).toEqual([2, 1]);
    expect(assignments.filter(({ kind, from }) => kind === 'plh' && lastMonth(from))).toHaveLength(1);
    expect(people.filter(({ to }) => to === '2026-09-30')).toHaveLength(1);
    expect(people.filter(({ from, kind }) => kind === 'pppk' && from > '2026-10-10' && lastMonth(from))).toHaveLength(1);
    const moved = assignments.filter((a) => a.kind === 'definitive' && lastMonth(a.to));
    expect(moved).toHaveLength(1);
    const skpdOf = (postId: string) => regency.units.find(({ id }) => id === posts.find((post) => post.id === postId)?.unitId)?.skpdId;
    const next = assignments.find((a) => a.employmentId === moved[0]?.employmentId && a.to === null);
    expect(skpdOf(next?.postId ?? '')).not.toBe(skpdOf(moved[0]?.postId ?? ''));
  });

  it('tells the story in a section of about six, one of whom is the employee', () => {
    const organisation = new DemoOrganisation(regency, lawOf('tanah-laut'));
    const [evaluator, employee] = ['evaluator', 'employee'].map((role) => regency.stars.find((star) => star.role === role)!);
    const people = serving(regency).filter(({ employmentId }) => organisation.evaluator(employmentId, TODAY).evaluator?.employmentId === evaluator!.employmentId);
    expect(people.length).toBeGreaterThanOrEqual(5);
    expect(people.some(({ employmentId }) => employmentId === employee!.employmentId)).toBe(true);
  });
});

describe('the work of 300', () => {
  const regency = regencyOf(300);
  const { activities, plans, presence, evaluations } = workOf(regency);
  const entries: DemoActivity[] = regency.people.flatMap((person) => regency.months.flatMap((month) => activities.month(person, month)));

  it('is written in many words: no sentence comes up again and again', () => {
    const texts = new Map<string, number>();
    for (const { description } of entries) texts.set(description, (texts.get(description) ?? 0) + 1);
    expect(entries.length).toBeGreaterThan(30_000);
    expect(texts.size).toBeGreaterThan(entries.length * 0.5);
    expect(Math.max(...texts.values())).toBeLessThanOrEqual(entries.length / 1000);
    expect([...texts.keys()].filter((text) => /[{}]|undefined/.test(text) || text.length < ACTIVITY_LIMITS.description.min)).toEqual([]);
  });

  it('is mostly accepted, sometimes refused, and lately waiting', () => {
    const share = (status: string) => entries.filter((entry) => entry.status === status).length / entries.length;
    expect(share('accepted')).toBeGreaterThan(0.9);
    expect(share('refused')).toBeGreaterThan(0.001);
    expect(share('submitted')).toBeGreaterThan(0.005);
    expect(entries.filter(({ events }) => events.some(({ action }) => action === 'refused')).every(({ events }) => events.every((event) => event.action !== 'refused' || event.reason))).toBe(true);
    expect(entries.some(({ status, events }) => status === 'accepted' && events.length === 4)).toBe(true);
    expect(entries.every(({ date, submittedAt, decidedAt }) => date < TODAY && (!decidedAt || !submittedAt || decidedAt >= submittedAt))).toBe(true);
  });

  it('leaves the story employee something to mend and today open', () => {
    const star = regency.stars.find(({ role }) => role === 'employee')!;
    const own = entries.filter(({ employmentId }) => employmentId === star.employmentId);
    expect(own.some(({ status }) => status === 'refused')).toBe(true);
    expect(own.some(({ status }) => status === 'submitted')).toBe(true);
    expect(own.some(({ date }) => date === TODAY)).toBe(false);
  });

  it('writes nothing on days of leave', () => {
    const datesOf = new Map<string, string[]>();
    for (const { employmentId, date } of entries) datesOf.set(employmentId, [...(datesOf.get(employmentId) ?? []), date]);
    for (const person of regency.people.slice(0, 80)) {
      const away = new Set(presence.month(person, '2026-10').filter(({ status }) => status === 'sick' || status.startsWith('leave')).map(({ date }) => date));
      expect((datesOf.get(person.employmentId) ?? []).filter((date) => away.has(date))).toEqual([]);
    }
  });

  it('plans cascade and stay within the limits of the form', () => {
    const all = regency.people.flatMap((person) => plans.of(person));
    const results = new Map(all.flatMap((plan) => plan.results.map((result) => [result.id, { plan, result }])));
    const withSuperior = all.filter(({ evaluator }) => evaluator && all.some((plan) => plan.employmentId === evaluator.evaluator.employmentId));
    expect(withSuperior.length).toBeGreaterThan(all.length * 0.9);
    for (const plan of withSuperior) for (const { superiorResultId } of plan.results) expect(results.get(superiorResultId ?? '')?.plan.id).not.toBe(plan.id);
    for (const { results: own } of all) {
      expect(own.length).toBeGreaterThanOrEqual(2);
      expect(own.every(({ title, indicators }) => title.length <= SKP_LIMITS.title && indicators.length >= 1 && indicators.length <= 3)).toBe(true);
    }
    expect(all.filter(({ status }) => status === 'determined').length).toBeGreaterThan(290);
  });

  it('rates everybody for last month but the people of the story', () => {
    const evaluator = regency.stars.find(({ role }) => role === 'evaluator')!;
    const unrated = serving(regency).filter((person) => evaluations.of(person, '2026-10') === null);
    const organisation = new DemoOrganisation(regency, lawOf('tanah-laut'));
    const strangers = unrated.filter(({ employmentId, from }) =>
      from < '2026-10-01' && organisation.evaluator(employmentId, '2026-10-31').evaluator?.employmentId !== evaluator.employmentId);
    expect(strangers).toEqual([]);
    expect(unrated.length).toBeGreaterThan(5);
  });
});

describe.each(DAERAH)('under the law of %s', (daerah) => {
  it.each(['2026-11-23', '2027-01-04', '2027-03-01'])('works on %s', (today) => {
    const regency = regencyOf(60, daerah, '1', today);
    const { activities, evaluations } = workOf(regency);
    const entries = regency.people.flatMap((person) => regency.months.flatMap((month) => activities.month(person, month)));
    expect(entries.length).toBeGreaterThan(4000);
    const closed = regency.months.slice(0, 2);
    for (const month of closed) {
      const due = regency.people.filter((person) => person.kind !== 'non-asn' && person.from < `${month}-01` && (person.to === null || person.to >= `${month}-28`));
      expect(due.filter((person) => evaluations.of(person, month) === null).map(({ name }) => name)).toEqual([]);
    }
    expect(entries.some(({ decisionMode }) => decisionMode === 'lapse')).toBe(daerah === 'kuantan-singingi');
  });
});

describe('the banks of texts', () => {
  it.each(FAMILY_KEYS)('%s has posts, results and at least forty ways to fill a day', (key) => {
    const { themes, staff } = familyOf(key);
    expect(themes.reduce((sum, { activities }) => sum + activities.length, 0)).toBeGreaterThanOrEqual(39);
    if (key !== 'leadership') expect(staff.length).toBeGreaterThanOrEqual(4);
    for (const theme of themes) {
      expect([theme.topic, theme.result !== '', theme.superiorResult !== '', theme.indicators.length > 0]).toEqual([theme.topic, true, true, true]);
      expect(theme.activities.every(({ minutes: [least, most], unit }) => least >= 20 && most <= 360 && unit.length <= ACTIVITY_LIMITS.outputUnit)).toBe(true);
    }
  });

  it('plans divisions for every SKPD', () => {
    const plans = readStructure();
    expect(plans.length).toBeGreaterThanOrEqual(28);
    expect(plans.filter(({ kind, divisions }) => kind !== 'kecamatan' && divisions.length === 0)).toEqual([]);
  });
});
