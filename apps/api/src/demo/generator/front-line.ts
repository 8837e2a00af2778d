import { OfficeBuilder, type Office, type Slot } from './offices.js';
import type { DemoPost, DemoUnit } from './model.js';
import type { PostBook } from './posts.js';
import type { SkpdSize } from './sizes.js';

/** What works at the front: kecamatan with their kelurahan, schools, health centres. */

const PER_SECTION = 20;
const KELURAHAN_SIZE = 5;

/** Kecamatan: camat, secretary, sections, and kelurahan as far as the people reach. */
export function buildDistrict(book: PostBook, government: DemoUnit, size: SkpdSize, name: string, kelurahan: string[], superior: DemoPost): Office {
  const skpd = book.unit(`Kecamatan ${name}`, 'kecamatan', government, true);
  const builder = new OfficeBuilder(book, skpd, size.office);
  const leader = builder.head({ unit: skpd, name: `Camat ${name}`, kind: 'administrator', class: '12', level: 'III.a', superior, family: 'district' });
  const secretary = builder.head({
    unit: skpd, name: `Sekretaris Kecamatan ${name}`, kind: 'administrator', class: '11', level: 'III.b', superior: leader, family: 'general', leader: false,
  });
  const general = builder.section({ name: 'Subbagian Umum dan Kepegawaian', family: 'general' }, skpd, secretary);
  const finance = builder.section({ name: 'Subbagian Perencanaan dan Keuangan', family: 'finance' }, skpd, secretary);
  builder.section({ name: 'Seksi Pemerintahan dan Pelayanan Umum', family: 'district' }, skpd, leader);
  kelurahan.forEach((each, index) => {
    if (index > 0 && builder.left - KELURAHAN_SIZE < builder.owed + builder.slots.length) return;
    addKelurahan(book, builder, each, leader);
  });
  for (const section of ['Seksi Pemberdayaan Masyarakat', 'Seksi Ketenteraman dan Ketertiban Umum', 'Seksi Kesejahteraan Sosial']) {
    if (builder.left - 1 > builder.owed + builder.slots.length * 1.5) builder.section({ name: section, family: 'district' }, skpd, leader);
  }
  builder.fill();
  return { skpd, key: 'kecamatan', leader, generalAffairs: general.head, finance, divisions: [], slots: builder.slots };
}

function addKelurahan(book: PostBook, builder: OfficeBuilder, name: string, camat: DemoPost): void {
  const unit = book.unit(`Kelurahan ${name}`, 'kelurahan', builder.skpd);
  const lurah = builder.head({ unit, name: `Lurah ${name}`, kind: 'pengawas', class: '9', level: 'IV.a', superior: camat, family: 'district' });
  if (builder.left < builder.owed + 5) {
    builder.slot(unit, lurah, 'district', 1);
    return;
  }
  builder.head({
    unit, name: `Sekretaris Kelurahan ${name}`, kind: 'pengawas', class: '8', level: 'IV.b', superior: lurah, family: 'general', leader: false,
  });
  const section = builder.head({
    unit, name: `Kepala Seksi Pelayanan Kelurahan ${name}`, kind: 'pengawas', class: '8', level: 'IV.b', superior: lurah, family: 'district', leader: false,
  });
  builder.slot(unit, section, 'district', 1);
}

const WHOLE_TEACHERS = (name: string): boolean => name.startsWith('Guru');

/** Schools or health centres of an SKPD; many of them hang under sections of their own, so that no span grows too wide. */
export function buildUptd(book: PostBook, office: Office, sizes: number[], places: string[]): void {
  const superiors = superiorsOf(book, office, sizes.length);
  sizes.forEach((size, index) => {
    const superior = superiors[Math.min(superiors.length - 1, Math.floor(index / PER_SECTION))] as DemoPost;
    const place = `${places[index % places.length]}${index >= places.length ? ` ${Math.floor(index / places.length) + 1}` : ''}`;
    if (office.key === 'disdik') buildSchool(book, office, size, superior, place, index);
    else buildHealthCentre(book, office, size, superior, place);
  });
}

/** How many heads the organisation of so many UPTD takes away from the office. */
function superiorsOf(book: PostBook, office: Office, count: number): DemoPost[] {
  const first = office.key === 'disdik' ? (office.divisions[0] ?? office.leader) : office.leader;
  if (count <= 10) return [first];
  const word = office.key === 'disdik' ? 'Wilayah Pendidikan' : 'Wilayah Puskesmas';
  const needed = Math.ceil(count / PER_SECTION);
  const divisions = [...office.divisions];
  const superiors: DemoPost[] = [];
  for (let index = 0; index < needed; index++) {
    const at = Math.floor(index / 15);
    divisions[at] ??= divisionFor(book, office, word, at);
    const above = divisions[at] as DemoPost;
    const unit = book.unit(`Seksi Koordinasi ${word} ${index + 1}`, 'section', office.skpd);
    superiors.push(book.head({ unit, name: `Kepala Seksi Koordinasi ${word} ${index + 1}`, kind: 'pengawas', class: '9', level: 'IV.a', superior: above, family: above.family }));
  }
  return superiors;
}

function divisionFor(book: PostBook, office: Office, word: string, at: number): DemoPost {
  const unit = book.unit(`Bidang ${word} ${at + 1}`, 'division', office.skpd);
  return book.head({ unit, name: `Kepala Bidang ${word} ${at + 1}`, kind: 'administrator', class: '11', level: 'III.b', superior: office.leader, family: office.leader.family });
}

function buildSchool(book: PostBook, office: Office, size: number, superior: DemoPost, place: string, index: number): void {
  const name = index % 4 === 3 ? `SMP Negeri ${1 + Math.floor(index / 4) % 6} ${place}` : `SD Negeri ${1 + (index % 3)} ${place}`;
  const unit = book.unit(name, 'school', office.skpd);
  const head = book.head({
    unit, name: `Kepala ${name}`, kind: 'fungsional', class: '11', superior, family: 'teaching', standingDelegate: true, degrees: ['S.Pd., M.Pd.', 'S.Pd.'],
  });
  const slot: Slot = { unit, head, family: 'teaching', staff: 0, least: 0 };
  for (let seat = 1; seat < size; seat++) book.staff(unit, head, 'teaching', seat < 4 ? WHOLE_TEACHERS : undefined);
  office.slots.push({ ...slot, staff: size - 1 });
}

function buildHealthCentre(book: PostBook, office: Office, size: number, superior: DemoPost, place: string): void {
  const unit = book.unit(`Puskesmas ${place}`, 'puskesmas', office.skpd);
  const head = book.head({
    unit, name: `Kepala Puskesmas ${place}`, kind: 'fungsional', class: '11', superior, family: 'health-care', standingDelegate: true,
    degrees: ['S.Kep., Ners, M.Kes.', 'S.K.M., M.Kes.'],
  });
  const slots: Slot[] = [{ unit, head, family: 'health-care', staff: 0, least: 3 }];
  const builder = new OfficeBuilder(book, office.skpd, size - 1);
  builder.slots.push(...slots);
  if (size >= 12) {
    const affairs = builder.head({
      unit, name: `Kepala Subbagian Tata Usaha Puskesmas ${place}`, kind: 'pengawas', class: '8', level: 'IV.b', superior: head, family: 'general', leader: false,
    });
    builder.slots.push({ unit, head: affairs, family: 'general', staff: 0, least: 1, most: Math.max(1, Math.floor(size / 5)) });
  }
  builder.fill();
  office.slots.push(...builder.slots);
}
