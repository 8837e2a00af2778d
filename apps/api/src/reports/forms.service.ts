import { Injectable } from '@nestjs/common';
import { PERMISSIONS } from '@ekinerja/contracts/access';
import type { Uuid } from '@ekinerja/contracts/basics';
import { FORM_STAGES, type FormCode, type FormsOfStage, type FormStage, type OfficialForm, type OfficialForms } from '@ekinerja/contracts/forms';
import { AuditService } from '../audit/audit.service.js';
import { FeedbackStandingService } from '../feedback/feedback-standing.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { FormsRepository, type FormRow } from './forms.repository.js';

const STAGE: Record<FormCode, FormStage> = {
  skp: 'planning', 'month-report': 'execution', 'feedback-record': 'execution', measurement: 'assessment', evaluation: 'assessment', 'annual-evaluation': 'assessment',
  objection: 'follow-up', 'performance-report': 'follow-up',
};
const PAGES: Record<FormStage, string> = { planning: '/skp', execution: '/kegiatan', assessment: '/hasil', 'follow-up': '/tindak-lanjut' };
const PATHS: Record<FormCode, (id: string, employmentId: Uuid) => string> = {
  skp: (id) => `/skp/${id}/skp.pdf`,
  'month-report': (month) => `/month-reports/mine.pdf?month=${month}`,
  'feedback-record': (year, employmentId) => `/feedback/people/${employmentId}/record.pdf?year=${year}`,
  measurement: (id) => `/measurements/${id}/measurement.pdf`,
  evaluation: (id) => `/evaluations/${id}/evaluation.pdf`,
  'annual-evaluation': (id) => `/evaluations/${id}/evaluation.pdf`,
  objection: (id) => `/objections/${id}/objection.pdf`,
  'performance-report': (id) => `/performance-reports/${id}/report.pdf`,
};

/** TL 36(2), 39: the flow and the official forms of all stages for one person and year, in one place. */
@Injectable()
export class FormsService {
  constructor(
    private readonly repository: FormsRepository,
    private readonly organisation: OrganisationService,
    private readonly standing: FeedbackStandingService,
    private readonly audit: AuditService,
  ) {}

  /** Only what the one who asks may open. @throws DomainError `not-found` for a person the actor may not see */
  async ofYear(actor: Actor, employmentId: Uuid, asked?: number): Promise<OfficialForms> {
    await this.organisation.requireReadable(actor, employmentId);
    const person = await this.repository.person(employmentId);
    if (!person) throw new DomainError('not-found');
    const own = actor.employmentId === employmentId;
    if (!own) await this.audit.logReadOf(actor, [employmentId]);
    const present = Number(actor.today.slice(0, 4));
    const year = asked ?? present;
    const rows = await this.repository.ofYear(employmentId, year);
    if ((await this.standing.of(actor, employmentId)) !== null) rows.push({ code: 'feedback-record', id: String(year), period: String(year), date: null });
    const shown = rows.filter(({ code }) => own || this.mayOpen(actor, code));
    const first = Math.min(person.first, present);
    return {
      employmentId, personName: person.name, year, years: Array.from({ length: present - first + 1 }, (_, at) => present - at),
      stages: FORM_STAGES.map((stage): FormsOfStage => ({ stage, page: PAGES[stage], forms: shown.filter(({ code }) => STAGE[code] === stage).map((row) => form(row, employmentId)) })),
    };
  }

  /** The monthly report is its owner's to print; an objection is for its parties and those who watch them. */
  private mayOpen(actor: Actor, code: FormCode): boolean {
    const holds = (permission: keyof typeof PERMISSIONS) => actor.roles.some(({ role }) => (PERMISSIONS[permission] as readonly string[]).includes(role));
    if (code === 'month-report') return false;
    return code !== 'objection' || holds('objections.monitor');
  }
}

function form({ code, id, period, date }: FormRow, employmentId: Uuid): OfficialForm {
  return { code, period, date, path: PATHS[code](id, employmentId) };
}
