import type { Uuid } from '@ekinerja/contracts/basics';
import type { Law } from '@ekinerja/regulations/law';
import type { Database } from '../platform/database/database.js';
import { setImmediate } from 'node:timers/promises';
import { RowBuffer, WriteBehind, writeRows } from './bulk.js';
import { ActivityMaker, type DemoActivity } from './generator/activities.js';
import { EntryFlow, type FlowEvent } from './generator/activity-flow.js';
import { EvaluationMaker, type DemoEvaluation, type DemoUnitPerformance } from './generator/evaluations.js';
import type { Regency } from './generator/model.js';
import { displayName, type DemoOrganisation } from './generator/organisation.js';
import { PlanMaker, type DemoSkp } from './generator/plans.js';
import type { PresenceMaker } from './generator/presence.js';
import { Timeline } from './generator/timeline.js';
import { writeWorkPlans } from './seed-plans.js';
import { ACTIVITY_COLUMNS, EVALUATION_COLUMNS, EVENT_COLUMNS, UNIT_PERFORMANCE_COLUMNS } from './work-columns.js';

interface Work {
  db: Database;
  regency: Regency;
  organisation: DemoOrganisation;
  law: Law;
  presence: PresenceMaker;
  /** Account by person. */
  accountOf: Map<Uuid, Uuid>;
  onProgress: (text: string) => void;
}

/** Plans, entries and judgements of all months. */
export async function writeWork(work: Work): Promise<void> {
  const { db, regency, organisation, law } = work;
  const plans = new PlanMaker(regency, organisation, law);
  await writePlans(db, regency.people.flatMap((person) => plans.of(person)));
  await writeWorkPlans(db);
  await writeActivities(work, plans);
  await writeEvaluations(work, plans);
  await writeCatalogue(work.db);
}

async function writePlans(db: Database, plans: DemoSkp[]): Promise<void> {
  await writeRows(
    db, 'skp',
    {
      id: 'uuid', employment_id: 'uuid', post_id: 'uuid', unit_id: 'uuid', year: 'integer', period_from: 'date', period_to: 'date', status: 'text',
      version: 'integer', submitted_at: 'timestamptz', determined_at: 'timestamptz', owner_snapshot: 'jsonb', evaluator_snapshot: 'jsonb', law: 'jsonb',
      created_at: 'timestamptz', plan: 'jsonb',
    },
    plans.map((p) => ({
      id: p.id, employment_id: p.employmentId, post_id: p.postId, unit_id: p.unitId, year: p.year, period_from: p.from, period_to: p.to, status: p.status,
      version: p.version, submitted_at: p.submittedAt, determined_at: p.determinedAt, owner_snapshot: p.submittedAt ? p.owner : null,
      evaluator_snapshot: p.evaluator, law: p.law, created_at: p.createdAt, plan: p.annex,
    })),
  );
  const results = plans.flatMap((plan) => plan.results.map((result, position) => ({ ...result, plan, position })));
  // Written without and then with the result above: a plan may lean on one that is written later.
  await writeRows(
    db, 'skp_result', { id: 'uuid', skp_id: 'uuid', position: 'integer', task: 'text', kind: 'text', title: 'text' },
    results.map(({ id, plan, position, task, kind, title }) => ({ id, skp_id: plan.id, position, task, kind, title })),
  );
  const leaning = results.filter((result) => result.superiorResultId !== null);
  await db.execute(
    `UPDATE skp_result r SET superior_result_id = l.above FROM unnest($1::uuid[], $2::uuid[]) AS l(id, above) WHERE r.id = l.id`,
    [leaning.map(({ id }) => id), leaning.map(({ superiorResultId }) => superiorResultId)],
  );
  await writeRows(
    db, 'skp_indicator', { result_id: 'uuid', position: 'integer', aspect: 'text', indicator: 'text', target: 'text', unit: 'text' },
    results.flatMap(({ id, indicators }) => indicators.map(({ aspect, indicator, target, unit }, position) => ({ result_id: id, position, aspect, indicator, target, unit }))),
  );
}

async function writeActivities(work: Work, plans: PlanMaker): Promise<void> {
  const { db, regency, organisation, law, presence, onProgress } = work;
  const flow = new EntryFlow(regency, organisation, law, new Timeline(regency.profile.timeZone));
  const maker = new ActivityMaker(regency, organisation, plans, presence, flow);
  const names = new Map(regency.people.map((person) => [person.employmentId, { account: work.accountOf.get(person.id) ?? null, name: displayName(person) }]));
  const behind = new WriteBehind();
  const rows = new RowBuffer(db, 'activity', ACTIVITY_COLUMNS, behind);
  const events = new RowBuffer(db, 'activity_event', EVENT_COLUMNS, behind);
  const step = Math.max(500, Math.round(regency.people.length / 10));
  for (const [index, person] of regency.people.entries()) {
    const activities = regency.months.flatMap((month) => maker.month(person, month));
    rows.add(activities.map(activityRow));
    events.add(activities.flatMap((activity) => activity.events.map((event) => eventRow(activity.id, event, names))));
    // Events need their activity to be there.
    if (rows.full) {
      await rows.flush();
      await events.flush();
    }
    // The socket gets its turn between two people.
    await setImmediate();
    if (index > 0 && index % step === 0) onProgress(`Kegiatan harian: ${index} dari ${regency.people.length} pegawai`);
  }
  await rows.flush();
  await events.flush();
  await behind.settle();
}

function activityRow(a: DemoActivity) {
  return {
    id: a.id, employment_id: a.employmentId, skpd_id: a.skpdId, skp_result_id: a.resultId, date: a.date, start_time: a.startTime, end_time: a.endTime,
    minutes: a.minutes, description: a.description, output_quantity: a.quantity, output_unit: a.unit, task: a.task, evidence_link: a.evidenceLink,
    status: a.status, version: a.version, created_at: a.createdAt, submitted_at: a.submittedAt, due_at: a.dueAt,
    evaluator_employment_id: a.evaluatorEmploymentId, seen_at: a.seenAt, decided_at: a.decidedAt, decided_by_employment_id: a.decidedBy,
    decision_mode: a.decisionMode, decision: a.decision, reason: a.reason, law_hash: a.lawHash,
  };
}

function eventRow(activityId: Uuid, event: FlowEvent, names: Map<Uuid, { account: Uuid | null; name: string }>) {
  const actor = event.by === null ? undefined : names.get(event.by);
  return {
    activity_id: activityId, at: event.at, action: event.action, actor_account_id: actor?.account ?? null, actor_name: actor?.name ?? null,
    capacity: event.capacity, reason: event.reason, changes: event.changes,
  };
}

async function writeEvaluations({ db, regency, organisation, law }: Work, plans: PlanMaker): Promise<void> {
  const maker = new EvaluationMaker(regency, organisation, law, plans);
  const behind = new WriteBehind();
  const rows = new RowBuffer(db, 'evaluation', EVALUATION_COLUMNS, behind);
  const attainments = (units: DemoUnitPerformance[]) =>
    writeRows(
      db, 'unit_performance', UNIT_PERFORMANCE_COLUMNS,
      units.map((u) => ({
        unit_id: u.unitId, kind: u.kind, month: u.month, predicate: u.predicate, basis: u.basis, signed_by_employment_id: u.signer.employmentId, signer: u.signer, signed_at: u.signedAt,
      })),
    );
  const add = async (e: DemoEvaluation | null) => {
    if (!e) return;
    rows.add([{
      id: e.id, employment_id: e.employmentId, kind: e.kind, month: e.month, skp_id: e.skpId, method: e.method, inputs: e.inputs, predicate: e.predicate, score: e.score,
      quality_score: e.qualityScore, note: e.note, derivation: e.derivation, law: e.law, evaluator_employment_id: e.evaluatorEmploymentId,
      evaluator: e.evaluator, determined_at: e.determinedAt,
    }]);
    if (rows.full) await rows.flush();
  };
  const lastYear = Number(regency.today.slice(0, 4)) - 1;
  await attainments(maker.unitPerformances(`${lastYear}-12`, 'annual'));
  for (const person of regency.people) await add(maker.annual(person, lastYear));
  for (const month of regency.months.slice(0, 3)) {
    await behind.settle();
    await attainments(maker.unitPerformances(month));
    for (const person of regency.people) await add(maker.of(person, month));
  }
  await rows.flush();
  await behind.settle();
  // Everybody has confirmed the receipt of last year's document within two days.
  await db.execute(
    `INSERT INTO evaluation_receipt (evaluation_id, version, received_at, mode, recorded_by_employment_id)
     SELECT id, version, determined_at + interval '2 days', 'confirmed', employment_id FROM evaluation WHERE kind = 'annual'`,
  );
}

/** A first catalogue of each SKPD: what its people write most often, with the minutes that it took them (KS 16(a)). */
async function writeCatalogue(db: Database): Promise<void> {
  await db.query(
    `WITH said AS (
       -- A catalogue names the kind of work: without the day, the month, the count and what followed.
       SELECT *, regexp_replace(regexp_replace(description, '(;.*| hari ini| (bulan )?(Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember))', '', 'g'), '(^| )[0-9]+ ', '\\1', 'g') AS kind
       FROM activity WHERE date >= (SELECT date_trunc('month', max(date)) FROM activity)
     ), used AS (
       SELECT skpd_id, kind AS description, min(output_unit) AS unit, greatest(round(avg(minutes / greatest(output_quantity, 1)))::int, 1) AS minutes, max(submitted_at) AS at,
              row_number() OVER (PARTITION BY skpd_id ORDER BY count(*) DESC, kind) AS place
       FROM said GROUP BY skpd_id, kind
     ), made AS (
       INSERT INTO catalogue_item (id, skpd_id, code, title, output_unit, norm_minutes, changed_at, changed_by)
       SELECT gen_random_uuid(), skpd_id, 'K-' || lpad(place::text, 2, '0'), description, unit, least(minutes, 1440), coalesce(at, now()), 'Admin unit' FROM used WHERE place <= 12
       RETURNING *
     )
     INSERT INTO catalogue_item_version (item_id, version, content, at, by_name)
     SELECT id, 1, jsonb_build_object('code', code, 'title', title, 'outputUnit', output_unit, 'normMinutes', norm_minutes, 'posts', posts, 'active', active), changed_at, changed_by FROM made`,
  );
}
