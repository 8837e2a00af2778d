import type { IsoDate, LawReference, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluatorLink, EvaluatorPerson } from '@ekinerja/contracts/organisation';
import type { PersonSnapshot, ResultKind, ResultTask, SkpPlan, SkpStatus } from '@ekinerja/contracts/skp';
import { addDays } from '@ekinerja/regulations/dates';
import type { Law } from '@ekinerja/regulations/law';
import { skpForm } from '@ekinerja/regulations/skp-form';
import { annexOf } from './plan-annex.js';
import { familyOf, type FamilyKey, type IndicatorText, type Theme } from './families.js';
import type { DemoAssignment, DemoPerson, DemoPost, Regency } from './model.js';
import { displayName, holds, type DemoOrganisation } from './organisation.js';
import { habitsOf, phrase, type Setting } from './phrases.js';
import { idOf, Random } from './random.js';
import { Timeline } from './timeline.js';

export interface DemoResult {
  id: Uuid;
  task: ResultTask;
  kind: ResultKind;
  title: string;
  superiorResultId: Uuid | null;
  indicators: IndicatorText[];
  family: FamilyKey;
  theme: Theme;
}
export interface DemoSkp {
  id: Uuid;
  employmentId: Uuid;
  postId: Uuid;
  unitId: Uuid;
  year: number;
  from: IsoDate;
  to: IsoDate;
  status: SkpStatus;
  version: number;
  createdAt: Date;
  submittedAt: Date | null;
  determinedAt: Date | null;
  owner: PersonSnapshot;
  evaluator: { evaluator: EvaluatorPerson; person: PersonSnapshot; chain: EvaluatorLink[] } | null;
  law: LawReference[];
  annex: SkpPlan;
  results: DemoResult[];
  setting: Setting;
}

const LATE = 0.02;
/** The last to have come has not drawn up an SKP yet. */
const NEWCOMER_DAYS = 60;

/** Annual plans that lean on each other: each result serves one of the superior's, as far up as there are plans. */
export class PlanMaker {
  private readonly made = new Map<string, DemoSkp | null>();
  private readonly families = new Map<Uuid, FamilyKey[]>();
  private readonly time: Timeline;

  constructor(
    private readonly regency: Regency,
    private readonly organisation: DemoOrganisation,
    private readonly law: Law,
  ) {
    this.time = new Timeline(regency.profile.timeZone);
    for (const post of regency.posts) {
      if (!post.superiorPostId) continue;
      const known = this.families.get(post.superiorPostId) ?? [];
      if (!known.includes(post.family)) this.families.set(post.superiorPostId, [...known, post.family]);
    }
  }

  /** All plans of a person over the years that the months touch, in order. */
  of(person: DemoPerson): DemoSkp[] {
    const years = [...new Set(this.regency.months.map((month) => Number(month.slice(0, 4))))];
    return years.flatMap((year) =>
      this.organisation.assignmentsOf(person.employmentId).filter((a) => a.kind === 'definitive').flatMap((a) => this.plan(person, a, year) ?? []));
  }

  on(employmentId: Uuid, date: IsoDate): DemoSkp | null {
    const person = this.organisation.people.get(employmentId);
    const assignment = this.organisation.definitive(employmentId, date);
    return person && assignment ? this.plan(person, assignment, Number(date.slice(0, 4))) : null;
  }

  private plan(person: DemoPerson, assignment: DemoAssignment, year: number): DemoSkp | null {
    const key = `${assignment.id} ${year}`;
    const known = this.made.get(key);
    if (known !== undefined) return known;
    // While it is being made it counts as absent: nobody leans on a plan that leans on theirs.
    this.made.set(key, null);
    const plan = this.draw(person, assignment, year);
    this.made.set(key, plan);
    return plan;
  }

  private draw(person: DemoPerson, assignment: DemoAssignment, year: number): DemoSkp | null {
    const from = later(`${year}-01-01`, assignment.from);
    const to = earlier(`${year}-12-31`, assignment.to);
    const { today } = this.regency;
    if (person.kind === 'non-asn' || from > to || from > today) return null;
    if (person.from > addDays(today, -NEWCOMER_DAYS)) return null;
    const random = new Random(`${this.regency.seed} plan ${assignment.id} ${year}`);
    const { created, submitted, determined } = this.days(from, random);
    if (created >= today) return null;
    const post = this.organisation.posts.get(assignment.postId) as DemoPost;
    const setting = this.settingOf(post, random);
    const answer = this.organisation.evaluator(person.employmentId, determined);
    const superior = answer.evaluator ? this.on(answer.evaluator.employmentId, determined) : null;
    const done = determined < today;
    const law = this.law.on(from, { employeeKind: person.kind });
    // Drawn apart, so that nothing else of the demo changes with it.
    const annex = annexOf(law, { employeeKind: person.kind, postKind: post.kind }, from, new Random(`${this.regency.seed} annex ${assignment.id} ${year}`));
    const { evaluator } = answer;
    const { layout } = skpForm(law, { employeeKind: person.kind, postKind: post.kind });
    return {
      id: idOf(this.regency.seed, 'skp', assignment.id, year),
      employmentId: person.employmentId, postId: post.id, unitId: post.unitId, year, from, to, setting,
      status: done ? (assignment.to !== null && assignment.to < today ? 'closed' : 'determined') : submitted < today ? 'submitted' : 'draft',
      version: done ? 4 : submitted < today ? 3 : 2,
      createdAt: this.time.at(created, random.int(480, 900)),
      submittedAt: submitted < today ? this.time.at(submitted, random.int(500, 950)) : null,
      determinedAt: done ? this.time.at(determined, random.int(960, 1010)) : null,
      owner: this.snapshot(person.employmentId, determined),
      evaluator: done && evaluator ? { evaluator, person: this.snapshot(evaluator.employmentId, determined), chain: answer.chain } : null,
      law: law.references, annex,
      results: this.results(post, assignment, year, setting, superior, random).map((result) => (layout === 'activities' ? byAspects(result) : result)),
    };
  }

  /** Drawn up in January or soon after the post began; a few come late. */
  private days(from: IsoDate, random: Random): { created: IsoDate; submitted: IsoDate; determined: IsoDate } {
    const { working } = this.law.on(from);
    const created = working.addWorkingDays(from, random.int(1, 6));
    const inTime = working.addWorkingDays(created, random.int(1, 5));
    const delayed = working.addWorkingDays(inTime, random.int(18, 35));
    const signing = random.int(0, 6);
    // Late ones are history by the months shown: in those everybody can be rated.
    const late = random.chance(LATE) && from.endsWith('-01-01') && working.addWorkingDays(delayed, signing) < `${this.regency.months[0]}-01`;
    const submitted = late ? delayed : inTime;
    return { created, submitted, determined: working.addWorkingDays(submitted, signing) };
  }

  private results(post: DemoPost, assignment: DemoAssignment, year: number, setting: Setting, superior: DemoSkp | null, random: Random): DemoResult[] {
    const chosen = post.role === 'head' ? this.headThemes(post, random) : staffThemes(post, superior, random);
    const additional = random.chance(0.12) && chosen.length > 2 ? chosen.length - 1 : -1;
    return chosen.map(({ family, theme }, position) => {
      const title = titleOf(post, family, theme);
      return {
        id: idOf(this.regency.seed, 'result', assignment.id, year, position),
        task: position === additional ? 'additional' : 'main',
        kind: post.role === 'head' ? (post.kind === 'jpt' ? 'outcome' : 'intermediate-outcome') : theme.topic.startsWith('pelayanan') ? 'service' : 'output',
        title: phrase(title, family, setting, `${year}-01-15`, random),
        superiorResultId: served(superior, family, theme),
        indicators: theme.indicators.slice(0, 3).map((indicator) => ({ ...indicator, target: varied(indicator, random) })),
        family, theme,
      };
    });
  }

  /** A head answers for what the people below do, and for the people themselves. */
  private headThemes(post: DemoPost, random: Random): { family: FamilyKey; theme: Theme }[] {
    const families = [post.family, ...(this.families.get(post.id) ?? [])].filter((family, index, all) => family !== 'leadership' && all.indexOf(family) === index).slice(0, 3);
    const each = families.length === 1 ? 3 : families.length === 2 ? 2 : 1;
    const own = families.flatMap((family) => random.shuffled(familyOf(family).themes).slice(0, each).map((theme) => ({ family, theme })));
    const people: { family: FamilyKey; theme: Theme } = { family: 'leadership', theme: familyOf('leadership').themes[0] as Theme };
    return [...own.slice(0, 3), people];
  }

  private settingOf(post: DemoPost, random: Random): Setting {
    const unit = this.organisation.units.get(post.unitId);
    const skpd = this.organisation.units.get(unit?.skpdId ?? '');
    const part = unit && (unit.kind === 'section' || unit.kind === 'division');
    const skpdName = skpd?.name ?? unit?.name ?? '';
    const { kecamatan, desa } = this.regency.places;
    return {
      unit: part && post.role !== 'head' ? skpdName : (unit?.name ?? skpdName),
      skpd: skpdName,
      agency: this.regency.profile.agency,
      kecamatan: skpd?.kind === 'kecamatan' ? [skpdName.replace('Kecamatan ', '')] : kecamatan,
      desa,
      habits: habitsOf(post.family, unit?.name ?? '', random),
    };
  }

  snapshot(employmentId: Uuid, date: IsoDate): PersonSnapshot {
    const person = this.organisation.people.get(employmentId) as DemoPerson;
    const held = this.organisation.definitive(employmentId, date) ?? this.organisation.assignmentsOf(employmentId).find((a) => holds(a, date));
    const post = held && this.organisation.posts.get(held.postId);
    const unit = post && this.organisation.units.get(post.unitId);
    return { name: displayName(person), nip: person.nip, rank: person.rank, postName: post?.name ?? null, unitName: unit?.name ?? null };
  }
}

/** What the superior has taken on comes first; then whatever else belongs to the post. */
function staffThemes(post: DemoPost, superior: DemoSkp | null, random: Random): { family: FamilyKey; theme: Theme }[] {
  const { themes } = familyOf(post.family);
  const fitting = themes.filter(({ posts }) => posts.some((name) => post.name.startsWith(name)));
  const open = random.shuffled(themes.filter(({ posts }) => posts.length === 0));
  const above = new Set(superior?.results.map(({ theme }) => theme.topic));
  const ordered = [...open.filter(({ topic }) => above.has(topic)), ...open.filter(({ topic }) => !above.has(topic))];
  const own = (fitting.length > 2 ? fitting : [...fitting, ...ordered]).map((theme) => ({ family: post.family, theme }));
  // Clerks among teachers: there is always office work.
  const office = own.length < 2 ? random.shuffled(familyOf('general').themes).slice(0, 2).map((theme) => ({ family: 'general' as const, theme })) : [];
  return [...own, ...office].slice(0, random.int(2, 4));
}

function titleOf(post: DemoPost, family: FamilyKey, theme: Theme): string {
  if (post.role !== 'head') return theme.result;
  if (family === 'leadership') return theme.result;
  if (post.kind === 'jpt') return theme.superiorResult.replace(/^Meningkatnya /, 'Meningkatnya secara berkelanjutan ');
  if (post.kind === 'administrator') return theme.superiorResult;
  return `Terkendalinya ${theme.topic} pada {unit}`;
}

function served(superior: DemoSkp | null, family: FamilyKey, theme: Theme): Uuid | null {
  if (!superior) return null;
  const same = superior.results.find((result) => result.theme.topic === theme.topic && result.family === family);
  const near = superior.results.find((result) => result.family === family && family !== 'leadership');
  return (same ?? near ?? superior.results[superior.results.length - 1])?.id ?? null;
}

/** The older form counts its time in months of the year. */
function byAspects(result: DemoResult): DemoResult {
  return {
    ...result,
    indicators: result.indicators.map((one) => (one.aspect === 'time' ? { ...one, indicator: 'Waktu penyelesaian', target: '12', unit: 'bulan' } : one)),
  };
}

/** Targets of quantity differ from person to person; the others are standards. */
function varied({ aspect, target }: IndicatorText, random: Random): string {
  const number = Number(target.replaceAll('.', ''));
  if (aspect !== 'quantity' || !Number.isInteger(number) || number < 12) return target;
  const drawn = Math.round((number * random.int(70, 130)) / 100);
  const step = number >= 1000 ? 50 : number >= 100 ? 10 : 1;
  return String(Math.max(step, Math.round(drawn / step) * step)).replace(/\B(?=(\d{3})+$)/g, '.');
}

function later(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}

function earlier(a: IsoDate, b: IsoDate | null): IsoDate {
  return b !== null && b < a ? b : a;
}
