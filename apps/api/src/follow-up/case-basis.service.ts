import { Injectable } from '@nestjs/common';
import type { CaseBasis, CaseImprovement } from '@ekinerja/contracts/follow-up';
import type { IsoDate } from '@ekinerja/contracts/basics';
import { monthOf } from '@ekinerja/regulations/dates';
import { improvementFrom, improvementSuggested, reaches } from '@ekinerja/regulations/follow-up';
import type { LawSet } from '@ekinerja/regulations/law';
import { CasesRepository, type CaseRow } from './cases.repository.js';

/** What whoever decides a case looks at beside it: the result that it rests on as it stands now, and the results since. */
@Injectable()
export class CaseBasisService {
  constructor(private readonly cases: CasesRepository) {}

  async of(row: CaseRow, law: LawSet, today: IsoDate): Promise<{ basis: CaseBasis | null; improvement: CaseImprovement | null }> {
    const now = row.evaluationId && (await this.cases.basis(row.evaluationId));
    if (!now) return { basis: null, improvement: null };
    const basis: CaseBasis = { changed: now.version > (row.evaluationVersion ?? now.version), predicate: now.predicate, underObjection: now.underObjection };
    return { basis, improvement: await this.improvement(row, now.month, law, today) };
  }

  /** TL 33.a, 34.a: as long as the time to improve is what is decided. */
  private async improvement(row: CaseRow, month: string, law: LawSet, today: IsoDate): Promise<CaseImprovement | null> {
    const at = (law.performance.rules.followUp?.sanctions ?? []).findIndex(({ code }) => code === row.ladder);
    const ladder = law.performance.rules.followUp?.sanctions?.[at];
    if (!ladder || row.status !== 'improving' || row.dueOn === null) return null;
    const later = await this.cases.later(row.employmentId, month, monthOf(row.dueOn));
    return {
      predicate: improvementFrom(ladder),
      cite: law.performance.cite(`followUp.sanctions.${at}.${ladder.improvement ? 'improvement' : 'improve'}`),
      later: later.map((one) => ({ ...one, reached: reaches(ladder, one.predicate) })),
      suggestion: improvementSuggested(ladder, later.map(({ predicate }) => predicate), today > row.dueOn),
    };
  }
}
