import { Injectable } from '@nestjs/common';
import { EMPLOYEE_KINDS, type IsoMonth } from '@ekinerja/contracts/basics';
import type { PayslipView } from '@ekinerja/contracts/pay-runs';
import { firstDay } from '@ekinerja/regulations/dates';
import { RegulationsService } from '../regulations/regulations.service.js';
import type { ShortReference } from './slip-content.js';

/** Names the documents behind a slip, which itself keeps only their ids and the first characters of their hashes. */
@Injectable()
export class LawReferencesService {
  constructor(private readonly regulations: RegulationsService) {}

  async described(month: IsoMonth, used: readonly ShortReference[]): Promise<PayslipView['references']> {
    const enacted = await this.regulations.enacted();
    const { law } = enacted;
    // A document may resolve differently for each kind of employee, and so have several hashes.
    const known = EMPLOYEE_KINDS.flatMap((employeeKind) => {
      const set = law.on(firstDay(month), { employeeKind });
      return set.references.map((reference) => ({ ...reference, title: set[reference.kind].title }));
    });
    return used.map(({ kind, id, hash }) => {
      const found = known.find((document) => document.id === id && document.hash.startsWith(hash)) ?? known.find((document) => document.id === id);
      // Another version may have taken its place since; the slip still names its own.
      const title = found?.title ?? enacted.row(id)?.title ?? id;
      return { kind, id, hash: found?.hash.startsWith(hash) ? found.hash : hash, title, example: /\bcontoh\b/i.test(title) };
    });
  }
}
