import type { INestApplicationContext } from '@nestjs/common';
import { permissionsOf } from '@ekinerja/contracts/access';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { PayRunUnitItem } from '@ekinerja/contracts/pay-runs';
import type { Actor } from '../platform/access/actor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { PayRunCheckService } from '../tpp/pay-run-check.service.js';
import { PayRunCloseService } from '../tpp/pay-run-close.service.js';
import { PayRunOpenService } from '../tpp/pay-run-open.service.js';
import { PayRunViewService } from '../tpp/pay-run-view.service.js';
import type { DemoStar, Regency } from './generator/model.js';

const WAIVER = 'Pegawai belum memiliki SKP yang ditetapkan pada bulan tersebut; bagian kinerja tidak dibayarkan.';

/** Closes a past month the way people do: open, check and close unit by unit, through the use cases themselves. */
export class MonthCloser {
  private readonly opening: PayRunOpenService;
  private readonly checking: PayRunCheckService;
  private readonly closing: PayRunCloseService;
  private readonly views: PayRunViewService;

  constructor(
    app: INestApplicationContext,
    private readonly actor: Actor,
  ) {
    this.opening = app.get(PayRunOpenService, { strict: false });
    this.checking = app.get(PayRunCheckService, { strict: false });
    this.closing = app.get(PayRunCloseService, { strict: false });
    this.views = app.get(PayRunViewService, { strict: false });
  }

  async close(month: IsoMonth, onUnit: (name: string, done: number, of: number) => void): Promise<void> {
    const run = await this.opening.open(this.actor, { month });
    for (const [index, unit] of run.unitList.entries()) {
      const version = await this.check(run.id, unit);
      await this.closing.close(this.actor, run.id, unit.skpdId, version);
      onUnit(unit.skpdName, index + 1, run.unitList.length);
    }
  }

  /** Whoever had no plan that month is waived with the reason, as the superadmin would do. */
  private async check(runId: Uuid, { skpdId, version, blockers }: PayRunUnitItem): Promise<number> {
    let seen = version;
    if (blockers > 0) {
      const { people } = await this.views.unitUnlogged(runId, skpdId);
      for (const person of people) {
        for (const { kind, waived } of person.blockers) {
          if (waived) continue;
          seen = (await this.checking.waive(this.actor, runId, skpdId, { employmentId: person.employmentId, kind, reason: WAIVER })).version;
        }
      }
    }
    const checked = await this.checking.check(this.actor, runId, skpdId, seen);
    if (checked.status !== 'checked') throw new DomainError('run-not-checked', { status: checked.status });
    return checked.version;
  }
}

/** The superadmin at their desk, for the use cases that ask who is acting. */
export function actorOf(star: DemoStar, accountId: Uuid, regency: Pick<Regency, 'roles'>, today: IsoDate): Actor {
  const roles = regency.roles.filter(({ personId }) => personId === star.personId).map(({ role, unitId }) => ({ role, unitId }));
  return {
    accountId, sessionId: accountId, username: star.username, personId: star.personId, personName: star.name, employmentId: star.employmentId,
    skpdId: null, roles, permissions: new Set(permissionsOf(roles.map(({ role }) => role))), mustChangePassword: false, today, requestId: 'demo', ip: '127.0.0.1',
  };
}
