import type { INestApplicationContext } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { StaffingDifference } from '@ekinerja/contracts/staffing-records';
import { addDays } from '@ekinerja/regulations/dates';
import type { Database } from '../platform/database/database.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { writeRows } from './bulk.js';
import type { Regency } from './generator/model.js';

type Person = Regency['people'][number];

/** Of so many people one is written otherwise in the national records; everybody else is validated against them. */
const DIFFERS_EVERY = { small: 15, large: 40 } as const;
const SMALL = 500;

interface Match {
  person: Person;
  source: { name: string; birthDate: string | null; sex: string | null; backTitle?: string };
  differences: StaffingDifference[];
}

/** How the national records know the people of the demo: who differs, the file they came by, and updates on their way. */
export async function writeStaffing(app: INestApplicationContext, db: Database, { people, roles, stars, today }: Regency, accountOf: Map<Uuid, Uuid>): Promise<void> {
  const at = `${today.slice(0, 7)}-01T01:00:00Z`;
  const officials = new Set(roles.map(({ personId }) => personId));
  const every = people.length < SMALL ? DIFFERS_EVERY.small : DIFFERS_EVERY.large;
  // Never one of the first, who carry the story, nor an official.
  const stranger = (person: Person, index: number) => index % every === every - 1 && !officials.has(person.id) && !stars.some(({ personId }) => personId === person.id) && person.to === null;
  const matches = people.filter((person) => person.nip !== null).map((person, index) => matchOf(person, stranger(person, index) ? Math.floor(index / every) : null));
  const differing = matches.filter(({ differences }) => differences.length > 0);
  const by = accountOf.get(stars.find(({ role }) => role === 'superadmin')!.personId) as Uuid;
  const files = app.get(FileStorage, { strict: false });
  const name = `data-utama-${today.slice(0, 7)}.csv`;
  const file = await files.store({ name, mediaType: 'text/csv', content: Buffer.from(fileOf(matches)), storedBy: by });
  const [received] = await db.query<{ id: Uuid }>(
    `INSERT INTO staffing_import (file_name, file_id, source, status, imported_at, imported_by, rows, matched, differing) VALUES ($1,$2,'SIASN','applied',$3,$4,$5,$5,$6) RETURNING id`,
    [name, file.id, at, by, matches.length, differing.length],
  );
  await writeRows(
    db, 'staffing_match',
    { employment_id: 'uuid', source: 'jsonb', source_id: 'text', import_id: 'uuid', received_at: 'timestamptz', differences: 'jsonb', validated_at: 'timestamptz', basis: 'text' },
    matches.map(({ person, source, differences }) => ({
      employment_id: person.employmentId, source, source_id: person.employmentId.replaceAll('-', '').toUpperCase(), import_id: received!.id, received_at: at, differences,
      validated_at: differences.length > 0 ? null : at, basis: differences.length > 0 ? null : 'import',
    })),
  );
  await writeUpdates(db, files, differing.slice(0, 2), accountOf, by, today);
}

/** One waits for its verification, one has been verified and is to be explained. */
async function writeUpdates(db: Database, files: FileStorage, differing: Match[], accountOf: Map<Uuid, Uuid>, officer: Uuid, today: string): Promise<void> {
  for (const [index, { person, differences }] of differing.entries()) {
    const own = accountOf.get(person.id) as Uuid;
    const [day, verified] = [addDays(today, -6 + index), index === 1];
    const file = await files.store({ name: 'dokumen-pendukung.pdf', mediaType: 'application/pdf', content: Buffer.from(`%PDF-1.4 dokumen contoh ${person.nip}`), storedBy: own });
    const changes = Object.fromEntries(differences.map(({ field, source }) => [field, source]));
    const [update] = await db.query<{ id: Uuid }>(
      `INSERT INTO staffing_update (employment_id, status, changes, accurate, document_number, document_date, signatory, file_id, note, submitted_at, submitted_by)
       VALUES ($1,$2,$3,$4,$5,$6,'Kepala Dinas Kependudukan dan Pencatatan Sipil',$7,'Mohon disesuaikan dengan akta.',$8,$9) RETURNING id`,
      [person.employmentId, verified ? 'verified' : 'submitted', JSON.stringify(changes), verified ? true : null, `474.1/${110 + index}/Disdukcapil`, addDays(day, -20), file.id, `${day}T02:00:00Z`, own],
    );
    await db.query(`INSERT INTO staffing_update_step (update_id, action, at, by_account, note) VALUES ($1,'submit',$2,$3,'Mohon disesuaikan dengan akta.')`, [update!.id, `${day}T02:00:00Z`, own]);
    if (verified) {
      await db.query(`INSERT INTO staffing_update_step (update_id, action, at, by_account, note, accurate) VALUES ($1,'verify',$2,$3,'Akta asli diperlihatkan dan sesuai.',true)`, [
        update!.id, `${addDays(day, 1)}T03:00:00Z`, officer,
      ]);
    }
  }
}

/** `kind`: null where nothing differs; otherwise what kind of slip the national records made, in turn. */
function matchOf(person: Person, kind: number | null): Match {
  const source: Match['source'] = { name: person.name, birthDate: person.birthDate, sex: person.sex };
  if (kind === null) return { person, source, differences: [] };
  if (kind % 3 === 1 && person.birthDate) source.birthDate = addDays(person.birthDate, 1);
  else if (kind % 3 === 2 && person.backTitle) source.backTitle = `${person.backTitle}, M.Si.`;
  else source.name = misspelt(person.name);
  const held = { name: person.name, birthDate: person.birthDate, backTitle: person.backTitle };
  const differences = (['name', 'birthDate', 'backTitle'] as const)
    .filter((field) => source[field] !== undefined && source[field] !== held[field])
    .map((field) => ({ field, held: held[field] ?? null, source: source[field] as string }));
  return { person, source, differences };
}

/** As clerks mistype it: y for i, or the last letter twice. */
function misspelt(name: string): string {
  return name.includes('i') ? name.replace('i', 'y') : `${name}${name.at(-1) ?? ''}`;
}

/** Days as SIASN writes them: dd-mm-yyyy. */
function fileOf(matches: Match[]): string {
  const lines = matches.map(({ person, source }) => [person.nip, source.name, source.birthDate?.split('-').toReversed().join('-') ?? '', source.sex === 'male' ? 'M' : 'F'].join(';'));
  return ['nipBaru;nama;tglLahir;jenisKelamin', ...lines].join('\n');
}
