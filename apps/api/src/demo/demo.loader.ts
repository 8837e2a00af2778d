import type { INestApplicationContext } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { lastDay } from '@ekinerja/regulations/dates';
import { presetProfile, type Daerah } from '@ekinerja/regulations/presets';
import { DutyService } from '../audit/duty.service.js';
import { GovernmentService } from '../government/government.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { monthName } from './generator/phrases.js';
import { DEMO_PASSWORD, type DemoStar, type Regency } from './generator/model.js';
import { DemoOrganisation } from './generator/organisation.js';
import { PresenceMaker } from './generator/presence.js';
import { generateRegency } from './generator/regency.js';
import { exampleFolder, writePresenceFile } from './presence-file.js';
import { actorOf, MonthCloser } from './seed-closing.js';
import { writeAccounts, writeOrganisation } from './seed-organisation.js';
import { writeConcerns } from './seed-concerns.js';
import { writeFollowUp } from './seed-follow-up.js';
import { writePayFacts } from './seed-pay-facts.js';
import { writePresence } from './seed-presence.js';
import { writeStaffing } from './seed-staffing.js';
import { writeWork } from './seed-work.js';

export interface SeedOptions {
  daerah: Daerah;
  seed: number;
  today: IsoDate;
  employees: number;
  /** Where the example files go. */
  dataDir: string;
  onProgress?: (text: string) => void;
}

export const SMALLEST_REGENCY = 60;
const ANALYSED = ['unit', 'post', 'assignment', 'employment', 'employment_nip', 'person', 'skp', 'skp_result', 'activity', 'evaluation', 'presence_day'];

/**
 * Fills an empty database with a regency: law, people, plans, entries, judgements, presence. The two months before the
 * last are closed through the use cases; last month is ready to be closed by whoever tries it.
 */
export async function seedDemo(app: INestApplicationContext, options: SeedOptions): Promise<Regency> {
  const db = app.get(Database, { strict: false });
  return db.transaction(() => fill(app, db, options));
}

async function fill(app: INestApplicationContext, db: Database, options: SeedOptions): Promise<Regency> {
  const say = options.onProgress ?? (() => undefined);
  const { name, agency, timeZone } = presetProfile(options.daerah);
  const employees = Math.max(SMALLEST_REGENCY, options.employees);
  say(`Menyiapkan ${name} contoh dengan ${employees} pegawai …`);
  const regulations = app.get(RegulationsService, { strict: false });
  await regulations.enactPreset(options.daerah, app.get(Clock, { strict: false }).now());
  await app.get(GovernmentService, { strict: false }).load();
  const law = await regulations.law();
  const regency = generateRegency({ profile: { daerah: options.daerah, name, agency, timeZone }, seed: String(options.seed), today: options.today, employees });
  await writeOrganisation(db, regency);
  const accountOf = await writeAccounts(app, regency);
  await writeStaffing(app, db, regency, accountOf);
  await app.get(DutyService, { strict: false }).acceptForAll(app.get(Clock, { strict: false }).now());
  say('Menulis SKP, kegiatan harian, dan penilaian …');
  const organisation = new DemoOrganisation(regency, law);
  const presence = new PresenceMaker(regency, organisation, law);
  await writeWork({ db, regency, organisation, law, presence, accountOf, onProgress: say });
  const superadmin = regency.stars.find(({ role }) => role === 'superadmin') as DemoStar;
  const account = accountOf.get(superadmin.personId) as Uuid;
  const [first, middle, last] = regency.months as [string, string, string];
  for (const month of [first, middle]) await writePresence(db, regency, presence, law, month, account);
  for (const table of ANALYSED) await db.query(`ANALYZE ${table}`);
  app.get(OrganisationService, { strict: false }).recheck();
  await closeMonths(app, regency, superadmin, account, [first, middle], say);
  await writeConcerns(app, db, regency, accountOf, app.get(Clock, { strict: false }).today(), middle);
  const now = app.get(Clock, { strict: false }).today();
  const leader = regency.stars.find(({ role }) => role === 'evaluator');
  const leading = leader && accountOf.get(leader.personId);
  await writeFollowUp(app, db, actorOf(superadmin, account, regency, now), leader && leading ? actorOf(leader, leading, regency, now) : null, middle);
  const unitAdmin = regency.stars.find(({ role }) => role === 'unit-admin');
  const second = unitAdmin && accountOf.get(unitAdmin.personId);
  if (second) await writePayFacts(db, options.today, app.get(Clock, { strict: false }).now(), account, second);
  const { rows } = await writePresenceFile(regency, presence, last, exampleFolder(options.dataDir));
  say(`Berkas presensi contoh bulan ${inWords(last)}: ${rows} baris.`);
  await app.get(GovernmentService, { strict: false }).listDemoAccounts(
    regency.stars.map(({ username, name: person, postName, role }) => ({ username, password: DEMO_PASSWORD, name: person, postName, role })),
  );
  return regency;
}

/** A month that is not over by the clock stays open: its data was asked for ahead of time. */
async function closeMonths(
  app: INestApplicationContext, regency: Regency, superadmin: DemoStar, account: Uuid, months: string[], say: (text: string) => void,
): Promise<void> {
  const now = app.get(Clock, { strict: false }).today();
  const closer = new MonthCloser(app, actorOf(superadmin, account, regency, now));
  for (const month of months.filter((each) => lastDay(each) < now)) {
    say(`Menutup bulan ${inWords(month)} …`);
    await closer.close(month, (name, done, of) => {
      if (of > 20 && done % 10 === 0) say(`  ${done} dari ${of} perangkat daerah (${name})`);
    });
  }
}

/** `2026-10` → `Oktober 2026` */
export function inWords(month: string): string {
  return `${monthName(`${month}-01`)} ${month.slice(0, 4)}`;
}
