import type { EmployeeKind, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { addDays } from '@ekinerja/regulations/dates';
import type { DemoAssignment, DemoPerson, DemoPost } from './model.js';
import type { PersonMaker } from './people.js';
import { ESTABLISHED } from './posts.js';
import { idOf, Random } from './random.js';

const SHARE = { pppk: 0.26, cpns: 0.03 };

/** Puts a person on every seat, in realistic shares of kinds. */
export class Staffing {
  readonly people: DemoPerson[] = [];
  readonly assignments: DemoAssignment[] = [];
  posts: readonly DemoPost[] = [];
  private readonly personOf = new Map<Uuid, DemoPerson>();
  private readonly held = new Map<Uuid, DemoAssignment[]>();
  private readonly staffUnder = new Map<Uuid, DemoPost[]>();
  private decrees = 0;

  constructor(
    private readonly seed: string,
    private readonly random: Random,
    private readonly maker: PersonMaker,
    /** Everybody stands on their post since before this day. */
    private readonly settledBefore: IsoDate,
  ) {}

  fill(posts: readonly DemoPost[], vacant: ReadonlySet<DemoPost>): void {
    this.posts = posts;
    for (const post of posts) if (post.role === 'staff') listed(this.staffUnder, post.superiorPostId as Uuid).push(post);
    const seats = posts.filter((post) => post.role === 'staff').flatMap((post) => Array.from({ length: post.seats }, () => post));
    const total = seats.length + posts.filter((post) => post.role === 'head').length - vacant.size;
    const kinds = this.kinds(seats, total);
    let at = 0;
    for (const post of posts) {
      if (vacant.has(post)) continue;
      for (let seat = 1; seat <= post.seats; seat++) {
        const kind: EmployeeKind = post.role === 'regent' ? 'non-asn' : post.role === 'head' ? 'pns' : (kinds[at++] as EmployeeKind);
        this.settle(this.maker.make(post, { kind }), post, seat);
      }
    }
  }

  /** On the post since some year past, or since the first day of service. */
  settle(person: DemoPerson, post: DemoPost, seat: number, to: IsoDate | null = person.to): DemoAssignment {
    const year = Number(this.settledBefore.slice(0, 4));
    const drawn = `${this.random.int(Math.max(2017, year - (post.role === 'head' ? 5 : 9)), year - 1)}-${String(this.random.int(1, 12)).padStart(2, '0')}-01`;
    const from = [drawn, person.from, ESTABLISHED].reduce((latest, day) => (day > latest ? day : latest));
    this.people.push(person);
    this.personOf.set(person.employmentId, person);
    return this.assign(person, post, 'definitive', from, to, seat);
  }

  assign(person: DemoPerson, post: DemoPost, kind: DemoAssignment['kind'], from: IsoDate, to: IsoDate | null, seat = 1): DemoAssignment {
    const number = (this.decrees += 1);
    const decreeDate = addDays(from, -this.random.int(2, 12));
    const word = kind === 'definitive' ? 'BKPSDM' : kind.toUpperCase();
    const assignment: DemoAssignment = {
      id: idOf(this.seed, 'assignment', number), employmentId: person.employmentId, postId: post.id, kind, seat, from, to,
      decreeNumber: `800.1.3/${String(number).padStart(3, '0')}/${word}/${decreeDate.slice(0, 4)}`, decreeDate,
    };
    this.assignments.push(assignment);
    listed(this.held, post.id).push(assignment);
    return assignment;
  }

  /** Definitive assignments to a post that last. */
  lasting(post: DemoPost): DemoAssignment[] {
    return (this.held.get(post.id) ?? []).filter((a) => a.kind === 'definitive' && a.to === null);
  }

  person(assignment: DemoAssignment): DemoPerson {
    return this.personOf.get(assignment.employmentId) as DemoPerson;
  }

  /** Who holds the post's first seat for good. */
  holder(post: DemoPost): DemoPerson | undefined {
    const held = this.lasting(post).find((a) => a.seat === 1);
    return held && this.person(held);
  }

  /** Posts of the staff under a head. */
  staffPosts(head: DemoPost): DemoPost[] {
    return this.staffUnder.get(head.id) ?? [];
  }

  /** Senior functional posts are held by PNS; contracts and probation are spread over the others. */
  private kinds(seats: DemoPost[], total: number): EmployeeKind[] {
    const open = seats.flatMap((post, index) => (/Muda|Madya/.test(post.name) ? [] : [index]));
    const order = this.random.shuffled(open);
    const pppk = Math.round(total * SHARE.pppk);
    const cpns = Math.max(1, Math.round(total * SHARE.cpns));
    const kinds = seats.map((): EmployeeKind => 'pns');
    order.slice(0, pppk).forEach((index) => (kinds[index] = 'pppk'));
    order.slice(pppk, pppk + cpns).forEach((index) => (kinds[index] = 'cpns'));
    return kinds;
  }
}

function listed<T>(map: Map<Uuid, T[]>, key: Uuid): T[] {
  let list = map.get(key);
  if (!list) map.set(key, (list = []));
  return list;
}
