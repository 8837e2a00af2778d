import type { EmployeeKind, IsoDate } from '@ekinerja/contracts/basics';
import { addDays, daysBetween } from '@ekinerja/regulations/dates';
import type { NameBank } from './daerah.js';
import type { DemoPerson, DemoPost } from './model.js';
import { NipRegister } from './nip.js';
import { idOf, Random } from './random.js';

interface Terms {
  kind: EmployeeKind;
  /** First day of service; drawn when left out. */
  from?: IsoDate;
  birthDate?: IsoDate;
  to?: IsoDate;
  endReason?: string;
}
interface Span {
  least: number;
  most: number;
}

const FRONT_TITLES = new Set(['dr.', 'drg.', 'drh.']);
/** Ages by what a post asks for; retirement comes at 58, for leaders and teachers at 60. */
const AGES: Record<string, Span> = {
  jpt: { least: 47, most: 58 }, administrator: { least: 42, most: 56 }, pengawas: { least: 36, most: 56 }, fungsional: { least: 40, most: 57 },
  staff: { least: 25, most: 56 }, cpns: { least: 22, most: 32 }, pppk: { least: 24, most: 54 },
};
const HEAD_RANKS: Record<string, string[]> = {
  jpt: ['IV/b', 'IV/b', 'IV/c'], administrator: ['IV/a', 'IV/a', 'IV/b', 'III/d'], pengawas: ['III/c', 'III/d', 'III/d'], fungsional: ['IV/a', 'IV/a', 'III/d'],
};
/** Days on which many were taken on at once. */
const INTAKES: Record<'pns' | 'pppk' | 'cpns', string[]> = {
  pns: ['01-01', '02-01', '03-01', '04-01', '12-01'],
  pppk: ['01-01', '03-01', '06-01', '07-01'],
  cpns: ['04-01', '06-01'],
};
const words = (text: string): string[] => text.split(' ');

/** Invents persons: name, titles, birth, number, rank, each fitting the post. */
export class PersonMaker {
  private readonly nips = new NipRegister();
  private readonly used = new Set<string>();
  private readonly banks: Record<'male' | 'maleSecond' | 'female' | 'femaleSecond', string[]>;
  private count = 0;

  constructor(
    private readonly seed: string,
    private readonly random: Random,
    private readonly names: NameBank,
    private readonly today: IsoDate,
    private readonly settledBefore: IsoDate,
  ) {
    this.banks = {
      male: words(names.male), maleSecond: words(names.maleSecond), female: words(names.female), femaleSecond: words(names.femaleSecond),
    };
  }

  make(post: DemoPost, terms: Terms): DemoPerson {
    const number = (this.count += 1);
    const sex = this.random.chance(sexShare(post)) ? 'female' : 'male';
    const { from, birthDate } = this.career(post, terms);
    const titles = this.titles(post, birthDate, sex);
    const person: DemoPerson = {
      id: idOf(this.seed, 'person', number),
      employmentId: idOf(this.seed, 'employment', number),
      username: '',
      name: this.name(sex),
      ...titles,
      sex,
      birthDate,
      kind: terms.kind,
      nip: null,
      rank: rankOf(post, terms.kind, from, this.today, titles.backTitle, this.random),
      from,
      to: terms.to ?? null,
      endReason: terms.endReason ?? null,
    };
    if (terms.kind === 'non-asn') return { ...person, username: 'bupati', rank: null };
    const nip = this.nips.next(person);
    return { ...person, nip, username: nip };
  }

  private career(post: DemoPost, terms: Terms): { from: IsoDate; birthDate: IsoDate } {
    const ages = AGES[terms.kind === 'pppk' || terms.kind === 'cpns' ? terms.kind : post.role === 'head' ? post.kind : 'staff'] ?? (AGES.staff as Span);
    const year = Number(this.today.slice(0, 4));
    const birthYear = year - this.random.int(ages.least, ages.most);
    const birthDate = terms.birthDate ?? `${birthYear}-${two(this.random.int(1, 12))}-${two(this.random.int(1, 28))}`;
    return { birthDate, from: terms.from ?? this.appointment(terms.kind, Number(birthDate.slice(0, 4)), post) };
  }

  private appointment(kind: EmployeeKind, birthYear: number, post: DemoPost): IsoDate {
    const year = Number(this.today.slice(0, 4));
    if (kind === 'non-asn') return `${year - 2 + (year % 5 === 0 ? 0 : 1) - 1}-02-20`;
    if (kind === 'pppk') return this.before(`${this.random.int(Math.min(year - 1, 2021), year - 1)}-${this.random.pick(INTAKES.pppk)}`);
    if (kind === 'cpns') {
      const settled = Number(this.settledBefore.slice(0, 4));
      return `${settled - 1}-${this.random.pick(INTAKES.cpns)}`;
    }
    const entered = birthYear + (post.role === 'head' ? this.random.int(23, 28) : this.random.int(22, 33));
    return this.before(`${Math.min(entered, year - 2)}-${this.random.pick(INTAKES.pns)}`);
  }

  private before(date: IsoDate): IsoDate {
    return date < this.settledBefore ? date : addDays(this.settledBefore, -daysBetween(`${this.settledBefore.slice(0, 4)}-01-01`, this.settledBefore) - 275);
  }

  /** A name is given twice only when the bank runs dry. */
  private name(sex: 'male' | 'female'): string {
    for (let attempt = 0; ; attempt++) {
      const first = this.random.pick(this.banks[sex]);
      const second = this.random.pick(this.banks[sex === 'male' ? 'maleSecond' : 'femaleSecond']);
      const shape = this.random.next();
      const third = this.random.pick(this.banks[sex]);
      const name = shape < 0.72 ? `${first} ${second}` : shape < 0.9 ? `${first} ${third === first ? second : third} ${second}` : shape < 0.96 ? `${first} ${this.random.pick(this.names.other)}` : `${third}`;
      const clean = [...new Set(name.split(' '))].join(' ');
      if ((clean.includes(' ') || attempt > 3) && (!this.used.has(clean) || attempt > 12)) {
        this.used.add(clean);
        return clean;
      }
    }
  }

  private titles(post: DemoPost, birthDate: IsoDate, sex: 'male' | 'female'): Pick<DemoPerson, 'frontTitle' | 'backTitle'> {
    if (post.role === 'regent') return { frontTitle: sex === 'male' ? 'H.' : 'Hj.', backTitle: 'S.E., M.M.' };
    const degree = post.degrees.length > 0 ? this.random.pick(post.degrees) : null;
    const older = Number(this.today.slice(0, 4)) - Number(birthDate.slice(0, 4)) > 45;
    const pilgrim = older && this.random.chance(0.25) ? (sex === 'male' ? 'H.' : 'Hj.') : null;
    const front = [pilgrim, degree && FRONT_TITLES.has(degree) ? degree : null].filter((title) => title !== null).join(' ');
    return { frontTitle: front === '' ? null : front, backTitle: degree && !FRONT_TITLES.has(degree) ? degree : null };
  }
}

function sexShare(post: DemoPost): number {
  if (post.role === 'regent') return 0.15;
  if (/Bidan|Nutrisionis/.test(post.name)) return 1;
  if (/Guru|Perawat/.test(post.name)) return 0.66;
  if (/Polisi|Operator/.test(post.name)) return 0.15;
  return post.role === 'head' ? 0.35 : 0.48;
}

function rankOf(post: DemoPost, kind: EmployeeKind, from: IsoDate, today: IsoDate, backTitle: string | null, random: Random): string {
  const school = post.degrees.length === 0 ? 'V' : backTitle?.startsWith('A.Md') ? 'VII' : 'IX';
  if (kind === 'pppk') return school;
  if (kind === 'cpns') return school === 'IX' ? 'III/a' : school === 'VII' ? 'II/c' : 'II/a';
  if (post.role === 'head') return random.pick(HEAD_RANKS[post.kind] ?? ['III/d']);
  if (post.name.includes('Madya')) return 'IV/a';
  if (post.name.includes('Muda') && post.kind === 'fungsional') return random.pick(['III/c', 'III/d']);
  // A regular promotion comes every four years.
  const ladder = ['II/a', 'II/b', 'II/c', 'II/d', 'III/a', 'III/b', 'III/c', 'III/d'];
  const start = school === 'IX' ? 4 : school === 'VII' ? 2 : 0;
  const most = school === 'IX' ? (post.name.includes('Pertama') ? 5 : 7) : school === 'VII' ? 6 : 5;
  const steps = Math.floor(daysBetween(from, today) / 1461);
  return ladder[Math.min(start + steps, most)] ?? 'III/a';
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
