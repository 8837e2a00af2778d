import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { TimelineLine } from '@ekinerja/contracts/person-timeline';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';

/** Days of instants are those of the government's own zone. */
const DAY = (instant: string, zone: string) => `(${instant} AT TIME ZONE ${zone})::date`;

@Injectable()
export class TimelineOfWorkRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Plans and their steps, entries by month, dialogues, judgements. */
  async work(employmentId: Uuid, from: IsoDate, to: IsoDate): Promise<TimelineLine[]> {
    return this.db.query<TimelineLine>(
      `SELECT date, area, code, params, target FROM (
         SELECT ${DAY('v.at', '$4')} AS date, 'planning' AS area, 'skp.step' AS code,
                jsonb_build_object('action', v.action, 'year', s.year, 'by', v.actor_name, 'reason', v.reason) AS params, jsonb_build_object('kind', 'skp', 'id', s.id) AS target
         FROM skp s JOIN skp_event v ON v.skp_id = s.id WHERE s.employment_id = $1 AND v.action NOT IN ('saved', 'seen', 'dialogue')
         UNION ALL
         SELECT ${DAY('s.determined_at', '$4')}, 'planning', 'skp.determined', jsonb_build_object('year', s.year, 'by', s.evaluator_snapshot -> 'person' ->> 'name'), jsonb_build_object('kind', 'skp', 'id', s.id)
         FROM skp s WHERE s.employment_id = $1 AND s.determined_at IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM skp_event v WHERE v.skp_id = s.id AND v.action = 'determined')
         UNION ALL
         SELECT d.held_on, 'coaching', 'dialogue', jsonb_build_object('notes', d.notes, 'by', d.recorded_by), jsonb_build_object('kind', 'skp', 'id', s.id)
         FROM skp_dialogue d JOIN skp s ON s.id = d.skp_id WHERE s.employment_id = $1
         UNION ALL
         SELECT least((date_trunc('month', max(a.date)) + interval '1 month - 1 day')::date, max(a.date)), 'execution', 'activities.month',
                jsonb_build_object('month', to_char(a.date, 'YYYY-MM'), 'count', count(*), 'accepted', count(*) FILTER (WHERE a.status = 'accepted'),
                                   'refused', count(*) FILTER (WHERE a.status = 'refused'), 'waiting', count(*) FILTER (WHERE a.status = 'submitted')),
                jsonb_build_object('kind', 'month', 'id', to_char(a.date, 'YYYY-MM'))
         FROM activity a WHERE a.employment_id = $1 AND a.status <> 'withdrawn' AND a.date BETWEEN $2 AND $3 GROUP BY to_char(a.date, 'YYYY-MM')
         UNION ALL
         SELECT ${DAY('e.determined_at', '$4')}, 'assessment', 'evaluation.' || e.kind,
                jsonb_build_object('month', e.month, 'predicate', e.predicate, 'by', coalesce(e.decided_by #>> '{person,personName}', e.evaluator -> 'person' ->> 'personName', e.evaluator -> 'person' ->> 'name', e.evaluator ->> 'personName'),
                                   'note', e.note, 'origin', e.origin),
                jsonb_build_object('kind', 'evaluation', 'id', e.id)
         FROM evaluation e WHERE e.employment_id = $1
         UNION ALL
         SELECT ${DAY('min(d.recorded_at)', '$4')}, CASE d.subject_type WHEN 'skp' THEN 'planning' WHEN 'activity' THEN 'execution' ELSE 'assessment' END, 'paper.' || d.act,
                jsonb_build_object('signer', d.signer_name, 'on', d.signed_on, 'recorder', d.recorded_by_name, 'count', count(*)), NULL
         FROM paper_decision d WHERE d.employment_id = $1 GROUP BY d.subject_type, d.act, d.signer_name, d.signed_on, d.recorded_by_name, d.file_id
       ) line WHERE date BETWEEN $2 AND $3`,
      [employmentId, from, to, this.clock.timeZone],
    );
  }

  /** Feedback, coaching and marks of progress, cases, rewards and requests: that they were, never what was said in them. */
  async matters(employmentId: Uuid, from: IsoDate, to: IsoDate): Promise<TimelineLine[]> {
    return this.db.query<TimelineLine>(
      `SELECT date, area, code, params, target FROM (
         SELECT f.given_on AS date, 'coaching' AS area, 'feedback' AS code,
                jsonb_build_object('giver', f.giver, 'name', f.giver_name, 'about', coalesce(f.about, f.subject), 'answered', f.answered_at IS NOT NULL) AS params,
                jsonb_build_object('kind', 'feedback', 'id', f.employment_id) AS target
         FROM feedback f WHERE f.employment_id = $1
         UNION ALL
         SELECT ${DAY('m.marked_at', '$4')}, 'coaching', CASE WHEN m.progress THEN 'progress.yes' ELSE 'progress.no' END, jsonb_build_object('about', m.about),
                jsonb_build_object('kind', 'feedback', 'id', m.employment_id)
         FROM progress_mark m WHERE m.employment_id = $1
         UNION ALL
         SELECT ${DAY('c.opened_at', '$4')}, 'coaching', 'coaching.' || c.kind, jsonb_build_object('status', c.status), jsonb_build_object('kind', 'feedback', 'id', c.employment_id)
         FROM coaching c WHERE c.employment_id = $1
         UNION ALL
         SELECT s.held_on, 'coaching', 'coaching.session', jsonb_build_object('coaching', c.kind), jsonb_build_object('kind', 'feedback', 'id', c.employment_id)
         FROM coaching_session s JOIN coaching c ON c.id = s.coaching_id WHERE c.employment_id = $1
         UNION ALL
         SELECT ${DAY('s.at', '$4')}, 'follow-up', 'case.step', jsonb_build_object('case', c.kind, 'step', s.action, 'by', s.by_name), jsonb_build_object('kind', 'follow-up', 'id', c.id)
         FROM follow_up_case c JOIN follow_up_step s ON s.case_id = c.id WHERE c.employment_id = $1
         UNION ALL
         SELECT ${DAY('r.given_at', '$4')}, 'follow-up', 'reward', jsonb_build_object('name', r.name, 'year', r.year, 'by', r.given_by), NULL
         FROM reward r WHERE r.employment_id = $1
         UNION ALL
         SELECT ${DAY('v.at', '$4')}, 'request', 'request.' || CASE WHEN v.number = 1 THEN 'filed' WHEN v.outcome IN ('return', 'refuse') THEN v.outcome ELSE 'done' END,
                jsonb_build_object('number', q.number, 'by', v.by_name), jsonb_build_object('kind', 'request', 'id', q.id)
         FROM service_request q JOIN service_request_event v ON v.request_id = q.id
         WHERE q.employment_id = $1 AND (v.number = 1 OR v.outcome IN ('return', 'refuse') OR (q.status = 'done' AND v.number = (SELECT max(number) FROM service_request_event l WHERE l.request_id = q.id)))
       ) line WHERE date BETWEEN $2 AND $3`,
      [employmentId, from, to, this.clock.timeZone],
    );
  }

  /** Objections, to whoever has a part in the case; `part` null: to all. */
  async objections(employmentId: Uuid, from: IsoDate, to: IsoDate, part: Uuid | null): Promise<TimelineLine[]> {
    return this.db.query<TimelineLine>(
      `SELECT date, 'assessment' AS area, code, params, target FROM (
         SELECT ${DAY('o.filed_at', '$4')} AS date, 'objection.filed' AS code, jsonb_build_object('month', o.evaluation ->> 'month', 'predicate', o.evaluation ->> 'predicate') AS params,
                jsonb_build_object('kind', 'objection', 'id', o.id) AS target, o.evaluator_employment_id, o.tier_employment_ids
         FROM objection o WHERE o.employment_id = $1
         UNION ALL
         SELECT ${DAY('o.decided_at', '$4')}, 'objection.' || o.outcome,
                jsonb_build_object('month', o.evaluation ->> 'month', 'predicate', coalesce(o.predicate_after, o.evaluation ->> 'predicate'), 'by', o.decider ->> 'personName'),
                jsonb_build_object('kind', 'objection', 'id', o.id), o.evaluator_employment_id, o.tier_employment_ids
         FROM objection o WHERE o.employment_id = $1 AND o.status = 'decided'
       ) line WHERE date BETWEEN $2 AND $3 AND ($5::uuid IS NULL OR $5 = $1 OR evaluator_employment_id = $5 OR $5 = ANY(tier_employment_ids))`,
      [employmentId, from, to, this.clock.timeZone, part],
    );
  }

  /** Slips and corrections of closed months, of the SKPDs that the reader reaches (null: all). */
  async pay(employmentId: Uuid, from: IsoDate, to: IsoDate, skpdIds: Uuid[] | null): Promise<TimelineLine[]> {
    return this.db.query<TimelineLine>(
      `SELECT date, 'pay' AS area, code, params, target FROM (
         SELECT ${DAY('u.closed_at', '$4')} AS date, 'slip' AS code, jsonb_build_object('month', r.month, 'net', s.net, 'unit', unit.name) AS params,
                jsonb_build_object('kind', 'payslip', 'id', s.id) AS target
         FROM payslip s JOIN pay_run r ON r.id = s.run_id JOIN pay_run_unit u ON u.run_id = s.run_id AND u.skpd_id = s.skpd_id JOIN unit ON unit.id = s.skpd_id
         WHERE s.employment_id = $1 AND ($5::uuid[] IS NULL OR s.skpd_id = ANY($5))
         UNION ALL
         SELECT ${DAY('a.created_at', '$4')}, 'adjustment', jsonb_build_object('month', a.month, 'net', a.amount, 'cause', a.cause), jsonb_build_object('kind', 'payslip', 'id', a.payslip_id)
         FROM adjustment a JOIN payslip s ON s.id = a.payslip_id WHERE a.employment_id = $1 AND ($5::uuid[] IS NULL OR s.skpd_id = ANY($5))
       ) line WHERE date BETWEEN $2 AND $3`,
      [employmentId, from, to, this.clock.timeZone, skpdIds],
    );
  }
}
