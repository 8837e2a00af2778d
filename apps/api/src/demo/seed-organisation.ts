import type { INestApplicationContext } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { systemActor } from '../audit/audit.service.js';
import { AccountsService, type NewAccount } from '../auth/accounts.service.js';
import type { Database } from '../platform/database/database.js';
import { writeRows } from './bulk.js';
import { DEMO_PASSWORD, type Regency } from './generator/model.js';

const ACCOUNTS_AT_ONCE = 1000;

/** Units, posts, people and who holds what. */
export async function writeOrganisation(db: Database, { units, posts, people, assignments }: Regency): Promise<void> {
  const unitRows = units.map(({ id, code, name, kind, parentId, skpdId, from }) => ({ id, code, name, kind, parent_id: parentId, skpd_id: skpdId, valid_from: from }));
  await writeRows(db, 'unit', { id: 'uuid', code: 'text', name: 'text', kind: 'text', parent_id: 'uuid', skpd_id: 'uuid', valid_from: 'date' }, unitRows);
  const postRows = posts.map(({ id, unitId, name, kind, level, superiorPostId, leader, seats, standingDelegate, from }) => ({
    id, unit_id: unitId, name, kind, level, superior_post_id: superiorPostId, leader, seats, standing_delegate: standingDelegate, valid_from: from,
  }));
  await writeRows(
    db, 'post',
    {
      id: 'uuid', unit_id: 'uuid', name: 'text', kind: 'text', level: 'text', superior_post_id: 'uuid', leader: 'boolean', seats: 'integer',
      standing_delegate: 'boolean', valid_from: 'date',
    },
    postRows,
  );
  const decree = 'Keputusan Bupati tentang kelas jabatan (contoh)';
  const classRows = posts.filter((post) => post.class !== '').map((post) => ({ post_id: post.id, class: post.class, valid_from: post.from, decree }));
  await writeRows(db, 'post_class', { post_id: 'uuid', class: 'text', valid_from: 'date', decree: 'text' }, classRows);
  await writePeople(db, people);
  const assignmentRows = assignments.map((a) => ({
    id: a.id, employment_id: a.employmentId, post_id: a.postId, kind: a.kind, seat: a.seat, valid_from: a.from, valid_to: a.to,
    decree_number: a.decreeNumber, decree_date: a.decreeDate,
  }));
  await writeRows(
    db, 'assignment',
    {
      id: 'uuid', employment_id: 'uuid', post_id: 'uuid', kind: 'text', seat: 'integer', valid_from: 'date', valid_to: 'date', decree_number: 'text',
      decree_date: 'date',
    },
    assignmentRows,
  );
}

async function writePeople(db: Database, people: Regency['people']): Promise<void> {
  await writeRows(
    db, 'person', { id: 'uuid', name: 'text', front_title: 'text', back_title: 'text', birth_date: 'date', sex: 'text' },
    people.map(({ id, name, frontTitle, backTitle, birthDate, sex }) => ({ id, name, front_title: frontTitle, back_title: backTitle, birth_date: birthDate, sex })),
  );
  await writeRows(
    db, 'employment', { id: 'uuid', person_id: 'uuid', kind: 'text', valid_from: 'date', valid_to: 'date', end_reason: 'text' },
    people.map((p) => ({ id: p.employmentId, person_id: p.id, kind: p.kind, valid_from: p.from, valid_to: p.to, end_reason: p.endReason })),
  );
  await writeRows(
    db, 'employment_nip', { employment_id: 'uuid', nip: 'text', valid_from: 'date' },
    people.flatMap((p) => (p.nip === null ? [] : [{ employment_id: p.employmentId, nip: p.nip, valid_from: p.from }])),
  );
  await writeRows(
    db, 'employment_rank', { employment_id: 'uuid', rank: 'text', valid_from: 'date' },
    people.flatMap((p) => (p.rank === null ? [] : [{ employment_id: p.employmentId, rank: p.rank, valid_from: p.from }])),
  );
}

/** One account a person, all with the one demo password. @returns account by person */
export async function writeAccounts(app: INestApplicationContext, regency: Regency): Promise<Map<Uuid, Uuid>> {
  const accounts = app.get(AccountsService, { strict: false });
  const passwordHash = await accounts.hashPassword(DEMO_PASSWORD);
  const from = `${(regency.months[0] ?? regency.today).slice(0, 4)}-01-01`;
  const rolesOf = new Map<Uuid, NewAccount['roles']>();
  for (const { personId, role, unitId, reason } of regency.roles) rolesOf.set(personId, [...(rolesOf.get(personId) ?? []), { role, unitId, from, reason }]);
  const accountOf = new Map<Uuid, Uuid>();
  for (let start = 0; start < regency.people.length; start += ACCOUNTS_AT_ONCE) {
    const people = regency.people.slice(start, start + ACCOUNTS_AT_ONCE);
    const ids = await accounts.createMany(
      systemActor('demo'),
      people.map(({ id, username }) => ({ personId: id, username, passwordHash, mustChange: false, roles: rolesOf.get(id) ?? [] })),
    );
    people.forEach(({ id }, index) => accountOf.set(id, ids[index] as Uuid));
  }
  return accountOf;
}
