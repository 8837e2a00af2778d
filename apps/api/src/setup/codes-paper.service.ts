import { Inject, Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { FirstCodesService } from '../auth/first-codes.service.js';
import { GovernmentService } from '../government/government.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { TypstService } from '../reports/typst.service.js';

/** The paper with an SKPD's first codes, one slip a person, to cut and hand out. Made once; nothing of it is kept. */
@Injectable()
export class CodesPaperService {
  constructor(
    private readonly codes: FirstCodesService,
    private readonly organisation: OrganisationService,
    private readonly government: GovernmentService,
    private readonly typst: TypstService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws DomainError `not-found` for a unit that is no SKPD, `state-refused` when everybody there has a password of their own */
  async print(actor: Actor, skpdId: Uuid): Promise<{ name: string; content: Buffer }> {
    const unit = (await this.organisation.onDate(this.clock.today())).units.get(skpdId);
    if (!unit || (unit.skpdId ?? unit.id) !== skpdId) throw new DomainError('not-found');
    const { codes, expiresAt } = await this.codes.makeFor(actor, skpdId);
    if (codes.length === 0) throw new DomainError('state-refused', { accounts: 0 });
    const { name: government } = await this.government.profile();
    const content = this.typst.pdf('first-codes', {
      government: `Pemerintah ${government}`,
      skpdName: unit.name,
      documentDate: this.clock.today().split('-').map(Number),
      dateText: this.dayText(this.clock.now()),
      validUntil: this.dayText(expiresAt),
      address: this.config.publicUrl,
      people: codes.map(({ name, nip, username, postName, code }) => ({ name, nip: nip ?? '–', username, post: postName ?? '–', code })),
    });
    return { name: `kode-masuk-${fileWord(unit.name)}.pdf`, content };
  }

  private dayText(at: Date): string {
    return new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: this.clock.timeZone }).format(at);
  }
}

function fileWord(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 80);
}
