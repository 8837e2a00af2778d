import type { FamilyKey } from './families.js';
import type { DemoPost, DemoUnit } from './model.js';
import type { PostBook } from './posts.js';
import type { SkpdSize } from './sizes.js';
import type { DivisionPlan, SectionPlan } from './structure.js';

/** A place in which staff work under one head. */
export interface Slot {
  unit: DemoUnit;
  head: DemoPost;
  family: FamilyKey;
  staff: number;
  /** Wanted before others fill up. */
  least: number;
  /** Not more than this, where the place is small by nature. */
  most?: number;
}

/** What an SKPD must at least know about itself for roles and for the story. */
export interface Office {
  skpd: DemoUnit;
  key: string;
  leader: DemoPost;
  generalAffairs: DemoPost;
  finance: Slot;
  /** Heads of divisions, for UPTD to hang under. */
  divisions: DemoPost[];
  slots: Slot[];
}

const STAFF_MOST = 20;

/** Fills an office to its size: first what every office has, then divisions, sections and staff in turn. */
export class OfficeBuilder {
  readonly slots: Slot[] = [];
  readonly divisions: DemoPost[] = [];
  private made = 0;

  constructor(
    private readonly book: PostBook,
    readonly skpd: DemoUnit,
    private readonly size: number,
  ) {}

  head(given: Parameters<PostBook['head']>[0]): DemoPost {
    this.made += 1;
    return this.book.head(given);
  }

  slot(unit: DemoUnit, head: DemoPost, family: FamilyKey, least = 1): Slot {
    const slot: Slot = { unit, head, family, staff: 0, least };
    this.slots.push(slot);
    return slot;
  }

  section(plan: SectionPlan, parent: DemoUnit, superior: DemoPost, least = 1): Slot {
    const unit = this.book.unit(plan.name, 'section', parent);
    const head = this.head({ unit, name: `Kepala ${plan.name}`, kind: 'pengawas', class: '9', level: 'IV.a', superior, family: plan.family });
    return this.slot(unit, head, plan.family, least);
  }

  division(plan: DivisionPlan, superior: DemoPost, withSections: number): void {
    const unit = this.book.unit(plan.name, 'division', this.skpd);
    const inspector = plan.name.startsWith('Inspektur');
    const name = inspector ? plan.name : `Kepala ${plan.name}`;
    const head = this.head({ unit, name, kind: 'administrator', class: '11', level: inspector ? 'III.a' : 'III.b', superior, family: plan.family });
    this.divisions.push(head);
    if (plan.sections.length === 0) this.slot(unit, head, plan.family, 2);
    for (const section of plan.sections.slice(0, withSections)) this.section(section, unit, head);
  }

  get left(): number {
    return this.size - this.made - this.slots.reduce((sum, slot) => sum + slot.staff, 0);
  }

  /** Room that the least staff of all slots still needs. */
  get owed(): number {
    return this.slots.reduce((sum, slot) => sum + Math.max(0, slot.least - slot.staff), 0);
  }

  /** Adds divisions while each place would still have about `ratio` people. */
  grow(plans: DivisionPlan[], superior: (index: number) => DemoPost, ratio: number): void {
    plans.forEach((plan, index) => {
      const sections = plan.sections.length === 0 ? 1 : Math.min(plan.sections.length, this.left > 40 ? 3 : 2);
      for (const count of [sections, 1]) {
        const heads = 1 + (plan.sections.length === 0 ? 0 : Math.min(count, plan.sections.length));
        if (this.left - heads < this.owed + count * ratio) continue;
        if (this.divisions.length > 0 && this.left - heads < (this.slots.length + count) * ratio) continue;
        this.division(plan, superior(index), count);
        break;
      }
    });
  }

  /** Staff in turn: first what each place needs, then evenly. */
  fill(only?: (slot: Slot) => ((name: string) => boolean) | undefined): void {
    while (this.left > 0) {
      const needy = this.slots.filter((slot) => slot.staff < slot.least);
      const pool = needy.length > 0 ? needy : this.slots.filter((slot) => slot.staff < (slot.most ?? STAFF_MOST));
      const slot = (pool.length > 0 ? pool : this.slots).reduce((least, each) => (each.staff - each.least < least.staff - least.least ? each : least));
      this.book.staff(slot.unit, slot.head, slot.family, only?.(slot));
      slot.staff += 1;
    }
  }
}

/** Dinas, badan, Inspektorat, Sekretariat DPRD: head, secretary, subbagian, divisions. */
export function buildOffice(book: PostBook, government: DemoUnit, size: SkpdSize, name: string, headTitle: string, superior: DemoPost): Office {
  const { plan } = size;
  const skpd = book.unit(name, plan.kind, government, true);
  const builder = new OfficeBuilder(book, skpd, size.office);
  const leader = builder.head({ unit: skpd, name: headTitle, kind: 'jpt', class: '14', level: 'II.b', superior, family: plan.family });
  const council = plan.kind === 'council-secretariat';
  const secretariat = book.unit(council ? 'Bagian Umum dan Keuangan' : `Sekretariat ${name}`, 'division', skpd);
  const secretaryName = council ? 'Kepala Bagian Umum dan Keuangan' : `Sekretaris ${name}`;
  const secretary = builder.head({
    unit: secretariat, name: secretaryName, kind: 'administrator', class: '12', level: 'III.a', superior: leader, family: 'general',
  });
  const general = builder.section({ name: 'Subbagian Umum dan Kepegawaian', family: 'general' }, secretariat, secretary);
  const finance = builder.section({ name: 'Subbagian Keuangan', family: 'finance' }, secretariat, secretary);
  const divisions = [...plan.divisions];
  if (plan.key === 'dinkes') {
    // The first division carries the story: one section large enough to be worth an evaluator's morning.
    const first = divisions.shift() as DivisionPlan;
    builder.division(first, leader, size.office >= 24 ? 2 : 1);
    const story = builder.slots[builder.slots.length - (size.office >= 24 ? 2 : 1)];
    if (story) story.least = size.office >= 20 ? 6 : 4;
  }
  builder.grow(divisions, () => leader, size.office > 50 ? 3 : size.office > 30 ? 2 : 1.2);
  if (size.office >= 26) builder.section({ name: 'Subbagian Perencanaan dan Pelaporan', family: 'planning' }, secretariat, secretary);
  // The agency's two superadmins check each other.
  if (plan.key === 'bkpsdm') for (const slot of builder.slots.filter(({ family }) => family === plan.family)) slot.least = 2;
  builder.fill();
  return { skpd, key: plan.key, leader, generalAffairs: general.head, finance, divisions: builder.divisions, slots: builder.slots };
}

/** Sekretariat Daerah: assistants, bagian, subbagian. Other SKPD find their superior among its posts. */
export function buildSecretariat(book: PostBook, government: DemoUnit, size: SkpdSize, regent: DemoPost): Office & { assistants: DemoPost[] } {
  const { plan } = size;
  const skpd = book.unit(plan.name, plan.kind, government, true);
  const builder = new OfficeBuilder(book, skpd, size.office);
  const leader = builder.head({ unit: skpd, name: plan.headTitle, kind: 'jpt', class: '15', level: 'II.a', superior: regent, family: 'governance' });
  const names = ['Asisten Administrasi Umum', 'Asisten Pemerintahan dan Kesejahteraan Rakyat', 'Asisten Perekonomian dan Pembangunan'];
  const assistants = names.slice(0, size.office >= 30 ? 3 : size.office >= 14 ? 2 : 1).map((name) =>
    builder.head({ unit: skpd, name, kind: 'jpt', class: '13', level: 'II.b', superior: leader, family: 'governance', leader: false }));
  const [general, ...others] = plan.divisions as [DivisionPlan, ...DivisionPlan[]];
  builder.division(general, assistants[0] as DemoPost, size.office >= 30 ? 3 : 2);
  const [generalSlot, financeSlot] = builder.slots as [Slot, Slot];
  builder.grow(others, (index) => assistants[index < 2 ? Math.min(1, assistants.length - 1) : index % assistants.length] as DemoPost, size.office > 50 ? 3 : 1.4);
  builder.fill();
  return {
    skpd, key: plan.key, leader, generalAffairs: generalSlot.head, finance: financeSlot, divisions: builder.divisions, slots: builder.slots, assistants,
  };
}
