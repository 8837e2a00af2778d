import { hash } from '@node-rs/argon2';
import type { AssignmentKind, EmployeeKind, IsoDate, PostKind, UnitKind, Uuid } from '@ekinerja/contracts/basics';
import type { GrantedRole } from '@ekinerja/contracts/access';
import { OrganisationService } from '../organisation/organisation.service.js';
import { TEST_PASSWORD, type TestApp } from './test-app.js';

/** Units of the small government, by short name. */
const UNITS: [name: UnitName, code: string, label: string, kind: UnitKind, parent: UnitName | null, skpd: UnitName | null][] = [
  ['pemda', '00', 'Pemerintah Daerah', 'government', null, null],
  ['dinkes', '01', 'Dinas Kesehatan', 'dinas', 'pemda', 'dinkes'],
  ['bidang', '01.01', 'Bidang Kesehatan Masyarakat', 'division', 'dinkes', 'dinkes'],
  ['puskesmas', '01.02', 'Puskesmas Sungai Danau', 'puskesmas', 'dinkes', 'dinkes'],
  ['bkpsdm', '02', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', 'badan', 'pemda', 'bkpsdm'],
];
export type PostName =
  | 'bupati' | 'kadis' | 'kabid' | 'kasi' | 'staf' | 'umpeg' | 'stafUmum' | 'kapus' | 'perawat' | 'kaban' | 'kasubBk' | 'stafBk';
export type PersonName =
  | 'bupati' | 'kadis' | 'kabid' | 'kasi' | 'siti' | 'budi' | 'umpeg' | 'bendahara' | 'kapus' | 'rina' | 'dewi' | 'kaban' | 'kasubBk'
  | 'super' | 'super2' | 'auditor';
export type UnitName = 'pemda' | 'dinkes' | 'bidang' | 'puskesmas' | 'bkpsdm';

interface PostSeed {
  unit: UnitName;
  label: string;
  kind: PostKind;
  superior: PostName | null;
  class: string | null;
  seats?: number;
  leader?: boolean;
  standingDelegate?: boolean;
}
const POSTS: Record<PostName, PostSeed> = {
  bupati: { unit: 'pemda', label: 'Bupati', kind: 'regent', superior: null, class: null, leader: true },
  kadis: { unit: 'dinkes', label: 'Kepala Dinas Kesehatan', kind: 'jpt', superior: 'bupati', class: '14', leader: true },
  kabid: { unit: 'bidang', label: 'Kepala Bidang Kesehatan Masyarakat', kind: 'administrator', superior: 'kadis', class: '11', leader: true },
  kasi: { unit: 'bidang', label: 'Kepala Seksi Promosi Kesehatan', kind: 'pengawas', superior: 'kabid', class: '9' },
  staf: { unit: 'bidang', label: 'Pengelola Promosi Kesehatan', kind: 'pelaksana', superior: 'kasi', class: '6', seats: 6 },
  umpeg: { unit: 'dinkes', label: 'Kepala Subbagian Umum dan Kepegawaian', kind: 'pengawas', superior: 'kadis', class: '9' },
  stafUmum: { unit: 'dinkes', label: 'Pengadministrasi Umum', kind: 'pelaksana', superior: 'umpeg', class: '5', seats: 4 },
  kapus: { unit: 'puskesmas', label: 'Kepala Puskesmas Sungai Danau', kind: 'fungsional', superior: 'kadis', class: '10', leader: true, standingDelegate: true },
  perawat: { unit: 'puskesmas', label: 'Perawat Terampil', kind: 'fungsional', superior: 'kapus', class: '7', seats: 5 },
  kaban: { unit: 'bkpsdm', label: 'Kepala BKPSDM', kind: 'jpt', superior: 'bupati', class: '14', leader: true },
  kasubBk: { unit: 'bkpsdm', label: 'Kepala Subbidang Data', kind: 'pengawas', superior: 'kaban', class: '9' },
  stafBk: { unit: 'bkpsdm', label: 'Analis Sumber Daya Manusia', kind: 'pelaksana', superior: 'kasubBk', class: '7', seats: 4 },
};

interface PersonSeed {
  label: string;
  post: PostName;
  kind?: EmployeeKind;
  nip: string | null;
  role?: { role: GrantedRole; unit: UnitName | null };
}
const PEOPLE: Record<PersonName, PersonSeed> = {
  bupati: { label: 'H. Rahmad Saleh', post: 'bupati', kind: 'non-asn', nip: null, role: { role: 'regent', unit: null } },
  kadis: { label: 'dr. Hasanuddin', post: 'kadis', nip: '197003121998031002' },
  kabid: { label: 'Nurhayati', post: 'kabid', nip: '197506152001122001' },
  kasi: { label: 'Ahmad Fauzi', post: 'kasi', nip: '198002042005011003' },
  siti: { label: 'Siti Aminah', post: 'staf', nip: '199003052015032004' },
  budi: { label: 'Budi Santoso', post: 'staf', nip: '199107172016011005' },
  umpeg: { label: 'Mariani', post: 'umpeg', nip: '198109092006042006', role: { role: 'unit-admin', unit: 'dinkes' } },
  bendahara: { label: 'Yusuf Effendi', post: 'stafUmum', nip: '198812122012121007', role: { role: 'treasurer', unit: 'dinkes' } },
  kapus: { label: 'Lestari', post: 'kapus', nip: '197911222008012008' },
  rina: { label: 'Rina Wati', post: 'perawat', kind: 'pppk', nip: '199505052024212009' },
  dewi: { label: 'Dewi Sartika', post: 'perawat', kind: 'cpns', nip: '200001012025062010' },
  kaban: { label: 'Sofyan Noor', post: 'kaban', nip: '196905051995031011' },
  kasubBk: { label: 'Fitriani', post: 'kasubBk', nip: '198304042009042012' },
  super: { label: 'Arif Rahman', post: 'stafBk', nip: '199201012017031013', role: { role: 'superadmin', unit: null } },
  super2: { label: 'Wahyu Hidayat', post: 'stafBk', nip: '199302022018031014', role: { role: 'superadmin', unit: null } },
  auditor: { label: 'Sri Mulyati', post: 'stafBk', nip: '198505052010012015', role: { role: 'auditor', unit: null } },
};

const SINCE: IsoDate = '2024-01-01';

export interface TinyGovernment {
  units: Record<UnitName, Uuid>;
  posts: Record<PostName, Uuid>;
  /** Employment id by person. */
  people: Record<PersonName, Uuid>;
  accounts: Record<PersonName, Uuid>;
  nips: Record<PersonName, string | null>;
  /** Ends the definitive assignment of a person after a day. */
  vacate(person: PersonName, lastDay: IsoDate): Promise<void>;
  assign(person: PersonName, post: PostName, kind: AssignmentKind, from: IsoDate, to?: IsoDate | null, seat?: number): Promise<Uuid>;
}

/**
 * Two SKPD with a puskesmas, one person a post (more on shared ones), all since 1 January 2024. Everybody signs in
 * with the short name here and `TEST_PASSWORD`. `kasi` evaluates siti and budi, `kapus` rina and dewi, `kabid` kasi …
 */
export async function tinyGovernment(test: TestApp): Promise<TinyGovernment> {
  const { db } = test;
  const units = {} as Record<UnitName, Uuid>;
  for (const [name, code, label, kind, parent, skpd] of UNITS) {
    const row = await db.one<{ id: Uuid }>(`INSERT INTO unit (code, name, kind, parent_id, valid_from) VALUES ($1,$2,$3,$4,$5) RETURNING id`, [
      code, label, kind, parent ? units[parent] : null, SINCE,
    ]);
    units[name] = row!.id;
    if (skpd) await db.query(`UPDATE unit SET skpd_id = $2 WHERE id = $1`, [row!.id, units[skpd]]);
  }
  const posts = {} as Record<PostName, Uuid>;
  for (const [name, post] of Object.entries(POSTS) as [PostName, PostSeed][]) {
    const row = await db.one<{ id: Uuid }>(
      `INSERT INTO post (unit_id, name, kind, superior_post_id, leader, seats, standing_delegate, valid_from) VALUES ($1,$2,$3,$4,$5,$6,$7,$8) RETURNING id`,
      [units[post.unit], post.label, post.kind, post.superior ? posts[post.superior] : null, post.leader ?? false, post.seats ?? 1, post.standingDelegate ?? false, SINCE],
    );
    posts[name] = row!.id;
    if (post.class) await db.query(`INSERT INTO post_class (post_id, class, valid_from) VALUES ($1,$2,$3)`, [row!.id, post.class, SINCE]);
  }
  const passwordHash = await hash(TEST_PASSWORD, { memoryCost: 1024, timeCost: 1, parallelism: 1 });
  const people = {} as Record<PersonName, Uuid>;
  const accounts = {} as Record<PersonName, Uuid>;
  const nips = {} as Record<PersonName, string | null>;
  const seats = new Map<PostName, number>();
  for (const [name, person] of Object.entries(PEOPLE) as [PersonName, PersonSeed][]) {
    const seat = (seats.get(person.post) ?? 0) + 1;
    seats.set(person.post, seat);
    const row = await db.one<{ employment: Uuid; account: Uuid }>(
      `WITH p AS (INSERT INTO person (name) VALUES ($1) RETURNING id),
            e AS (INSERT INTO employment (person_id, kind, valid_from) SELECT id, $2, $3 FROM p RETURNING id),
            n AS (INSERT INTO employment_nip (employment_id, nip, valid_from) SELECT id, $4, $3 FROM e WHERE $4::text IS NOT NULL),
            a AS (INSERT INTO assignment (employment_id, post_id, kind, seat, valid_from) SELECT id, $5, 'definitive', $6, $3 FROM e),
            c AS (INSERT INTO account (person_id, username, password_hash, must_change_password) SELECT id, $7, $8, false FROM p RETURNING id)
       SELECT e.id AS employment, c.id AS account FROM e, c`,
      [person.label, person.kind ?? 'pns', SINCE, person.nip, posts[person.post], seat, name.toLowerCase(), passwordHash],
    );
    people[name] = row!.employment;
    accounts[name] = row!.account;
    nips[name] = person.nip;
    if (person.role) {
      await db.query(`INSERT INTO account_role (account_id, role, unit_id, valid_from, reason) VALUES ($1,$2,$3,$4,'uji')`, [
        row!.account, person.role.role, person.role.unit ? units[person.role.unit] : null, SINCE,
      ]);
    }
  }
  // KS 11(5): where it matters who is validated, everybody is; a spec about it says otherwise.
  await db.query(`INSERT INTO staffing_match (employment_id, validated_at, basis, note) SELECT unnest($1::uuid[]), '2026-01-02T00:00:00Z', 'decision', 'uji'`, [Object.values(people)]);
  return {
    units, posts, people, accounts, nips,
    async vacate(person, lastDay) {
      await db.query(`UPDATE assignment SET valid_to = $2 WHERE employment_id = $1 AND kind = 'definitive' AND (valid_to IS NULL OR valid_to > $2)`, [people[person], lastDay]);
      test.app.get(OrganisationService).recheck();
    },
    async assign(person, post, kind, from, to = null, seat = 1) {
      const row = await db.one<{ id: Uuid }>(
        `INSERT INTO assignment (employment_id, post_id, kind, seat, valid_from, valid_to, decree_number) VALUES ($1,$2,$3,$4,$5,$6,'800/1/2026') RETURNING id`,
        [people[person], posts[post], kind, seat, from, to],
      );
      test.app.get(OrganisationService).recheck();
      return row!.id;
    },
  };
}
