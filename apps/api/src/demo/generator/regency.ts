import type { Uuid } from '@ekinerja/contracts/basics';
import { addMonths, monthOf } from '@ekinerja/regulations/dates';
import { COUNTRIES, type Country } from './daerah.js';
import { buildDistrict, buildUptd } from './front-line.js';
import type { DemoPost, DemoUnit, Regency, RegencyOptions } from './model.js';
import { happenings } from './happenings.js';
import { buildOffice, buildSecretariat, type Office } from './offices.js';
import { PersonMaker } from './people.js';
import { PostBook } from './posts.js';
import { Random } from './random.js';
import { rolesAndStars } from './roles.js';
import { planSizes, type SkpdSize } from './sizes.js';
import { Staffing } from './staffing.js';
import { readStructure } from './structure.js';

/** People whom the regent and the Sekda can lead themselves; further SKPD hang under the assistants. */
const DIRECT = 18;
/** Posts left empty on purpose. */
export const VACANT_HEADS = 2;

/**
 * The regency of a seed: units, posts, people, who holds what when. The same options give the same data to the byte;
 * nothing is drawn from chance or the clock.
 */
export function generateRegency({ profile, seed, today, employees }: RegencyOptions): Regency {
  const key = `${seed} ${profile.daerah} ${employees}`;
  const country = COUNTRIES[profile.daerah];
  const book = new PostBook(key, new Random(`${key} posts`));
  const government = book.unit(`Pemerintah ${profile.name}`, 'government', null);
  const regent = regentPost(book, government);
  const offices = buildOffices(book, government, regent, planSizes(employees, readStructure(), country.kecamatan.length), country, profile.agency);
  // One seat more than people for each vacancy; one less for whoever comes in the middle of last month.
  level(book, offices, employees + VACANT_HEADS - 1);
  const months = [-3, -2, -1, 0].map((n) => addMonths(monthOf(today), n));
  const settledBefore = `${(months[0] as string).slice(0, 4)}-01-01`;
  const maker = new PersonMaker(key, new Random(`${key} people`), country.names, today, settledBefore);
  const staffing = new Staffing(key, new Random(`${key} staffing`), maker, settledBefore);
  const story = offices.find((office) => office.key === 'dinkes') as Office;
  const context = { key, months, offices, story, book, staffing, maker, random: new Random(`${key} happenings`) };
  const { vacant, afterwards } = happenings(context);
  staffing.fill(book.posts, vacant);
  const leaves = afterwards();
  const { roles, stars } = rolesAndStars({ ...context, regent, today });
  return {
    profile, seed: key, today, months, units: book.units, posts: book.posts, people: staffing.people, assignments: staffing.assignments, roles, stars, leaves,
    storySkpdId: story.skpd.id,
    places: { kecamatan: country.kecamatan, desa: country.desa },
  };
}

function regentPost(book: PostBook, government: DemoUnit): DemoPost {
  const post = book.head({ unit: government, name: 'Bupati', kind: 'regent', class: '', superior: null, family: 'leadership' });
  post.role = 'regent';
  return post;
}

function buildOffices(book: PostBook, government: DemoUnit, regent: DemoPost, sizes: SkpdSize[], country: Country, agency: string): Office[] {
  const [first, ...others] = sizes as [SkpdSize, ...SkpdSize[]];
  const secretariat = buildSecretariat(book, government, first, regent);
  const under = new Map<Uuid, number>();
  const superiorFor = (candidates: DemoPost[]): DemoPost => {
    const chosen = candidates.find((post) => (under.get(post.id) ?? 0) < DIRECT) ?? (candidates[candidates.length - 1] as DemoPost);
    under.set(chosen.id, (under.get(chosen.id) ?? 0) + 1);
    return chosen;
  };
  const { leader: sekda, assistants } = secretariat;
  const offices: Office[] = [secretariat];
  for (const size of others) {
    const { plan } = size;
    if (plan.kind === 'kecamatan') {
      const name = country.kecamatan[(size.number - 1) % country.kecamatan.length] as string;
      offices.push(buildDistrict(book, government, size, name, kelurahanOf(country, size.number, name), superiorFor([sekda, ...assistants])));
      continue;
    }
    const name = plan.name.replace('{agency}', agencyName(agency));
    const superior = superiorFor(plan.kind === 'badan' ? [sekda, ...assistants] : [regent, sekda, ...assistants]);
    const office = buildOffice(book, government, size, name, plan.headTitle.replace('{agency}', agencyName(agency)), superior);
    buildUptd(book, office, size.uptd, plan.key === 'dinkes' ? country.kecamatan : [...country.kelurahan, ...country.desa]);
    offices.push(office);
  }
  return offices;
}

function agencyName(agency: string): string {
  if (agency === 'BKD') return 'Badan Kepegawaian Daerah';
  if (agency === 'BKPP') return 'Badan Kepegawaian, Pendidikan dan Pelatihan';
  return 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia';
}

/** The capital's kecamatan has the real kelurahan; others a few of their own. */
function kelurahanOf(country: Country, number: number, name: string): string[] {
  if (number === 1) return country.kelurahan;
  return [name, `${name} Barat`, `${name} Timur`, `${name} Utara`].slice(0, 2 + (number % 3));
}

/** Brings the number of seats to the number wanted: rounding and coordinating posts have moved it. */
function level(book: PostBook, offices: Office[], wanted: number): void {
  const seats = () => book.posts.reduce((sum, post) => sum + (post.role === 'regent' ? 0 : post.seats), 0);
  let over = seats() - wanted;
  const slots = offices.flatMap((office) => office.slots).filter((slot) => slot.family !== 'finance');
  const staffed = book.posts.filter((post) => post.role === 'staff');
  for (let index = 0; over < 0; index++, over++) {
    const slot = slots[index % slots.length] as (typeof slots)[number];
    book.staff(slot.unit, slot.head, slot.family);
  }
  for (let least = Math.max(...staffed.map((post) => post.seats)); over > 0 && least > 1; least--) {
    for (const post of staffed) {
      if (over <= 0) break;
      if (post.seats >= least) [post.seats, over] = [post.seats - 1, over - 1];
    }
  }
}
