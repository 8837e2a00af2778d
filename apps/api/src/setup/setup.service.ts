import { Injectable } from '@nestjs/common';
import { DOCUMENT_KINDS } from '@ekinerja/contracts/basics';
import { SETUP_STEPS, type SetupStatus, type SetupStep, type SetupStepKey } from '@ekinerja/contracts/setup';
import { FirstCodesService } from '../auth/first-codes.service.js';
import { RolesService } from '../auth/roles.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock.js';
import { StaffingMatchService } from '../staffing-records/staffing-match.service.js';
import { RegulationsService } from '../regulations/regulations.service.js';

const SUPERADMINS = 2;

type Step = Omit<SetupStep, 'key'>;

/** How far the opening day is. Every step is read off the data itself, so that one undone elsewhere shows here again. */
@Injectable()
export class SetupService {
  constructor(
    private readonly regulations: RegulationsService,
    private readonly organisation: OrganisationService,
    private readonly roles: RolesService,
    private readonly codes: FirstCodesService,
    private readonly match: StaffingMatchService,
    private readonly clock: Clock,
  ) {}

  async status(): Promise<SetupStatus> {
    const units = await this.codes.counts();
    const people = await this.people();
    const found: Record<SetupStepKey, Step> = {
      law: await this.law(),
      calendar: await this.calendar(),
      workbook: { done: people.count > 0, figures: { people: people.count, units: people.units, skpds: units.length } },
      classes: {
        done: people.count > 0 && people.withoutClass === 0 && people.withoutPost === 0,
        figures: { people: people.withoutClass, posts: people.postsWithoutClass, withoutPost: people.withoutPost },
      },
      staffing: await this.staffing(),
      admins: await this.admins(units),
      codes: this.codesStep(units),
    };
    const steps = SETUP_STEPS.map((key) => ({ key, ...found[key] }));
    return { complete: steps.every(({ done }) => done), steps, units };
  }

  private async law(): Promise<Step> {
    const documents = await this.regulations.inForce(this.clock.today());
    const example = documents.find((document) => document.example);
    return { done: documents.length === DOCUMENT_KINDS.length, figures: { documents: documents.length, example: example ? 1 : 0, amounts: example?.title ?? '' } };
  }

  private async calendar(): Promise<Step> {
    const year = Number(this.clock.today().slice(0, 4));
    const law = await this.regulations.lawOn(this.clock.today());
    const known = law.references.some(({ kind }) => kind === 'calendar') ? [year, year + 1].filter((each) => law.working.hasData(each)) : [];
    const missing = [year, year + 1].filter((each) => !known.includes(each));
    return { done: missing.length === 0, figures: { year, next: year + 1, missing: missing.join(', ') } };
  }

  /** People as of today; the regent and others without civil service need no class. */
  private async people() {
    const snapshot = await this.organisation.onDate(this.clock.today());
    const posts = new Set<string>();
    let withoutClass = 0;
    let withoutPost = 0;
    for (const { id, kind } of snapshot.employments.values()) {
      if (kind === 'non-asn') continue;
      const post = snapshot.definitivePost(id);
      if (!post) withoutPost += 1;
      else if (post.class === null) {
        withoutClass += 1;
        posts.add(post.postId);
      }
    }
    return { count: snapshot.employments.size, units: snapshot.units.size, withoutClass, withoutPost, postsWithoutClass: posts.size };
  }

  /** KS 11(5): where the regulation lets only validated people work, everybody waits for the first file of the national records. */
  private async staffing(): Promise<Step> {
    const { unvalidated, source } = await this.match.rule();
    const { employees, validated } = await this.match.counts();
    const waiting = employees - validated;
    return { done: employees > 0 && (unvalidated === 'may-work' || waiting === 0), figures: { employees, waiting, source, required: unvalidated === 'may-work' ? 0 : 1 } };
  }

  private async admins(units: SetupStatus['units']): Promise<Step> {
    const superadmins = await this.roles.superadminPeople();
    const snapshot = await this.organisation.onDate(this.clock.today());
    const skpds = units.filter(({ skpdId }) => snapshot.units.get(skpdId)?.skpdId === skpdId);
    const without = skpds.filter(({ accounts, unitAdmins }) => accounts > 0 && unitAdmins === 0).length;
    return { done: superadmins >= SUPERADMINS && without === 0 && skpds.length > 0, figures: { superadmins, needed: SUPERADMINS, units: skpds.length, without } };
  }

  private codesStep(units: SetupStatus['units']): Step {
    const accounts = units.reduce((sum, unit) => sum + unit.accounts, 0);
    const withoutCode = units.reduce((sum, unit) => sum + unit.withoutCode, 0);
    return { done: accounts > 0 && withoutCode === 0, figures: { accounts, withoutCode, units: units.filter((unit) => unit.withoutCode > 0).length } };
  }
}
