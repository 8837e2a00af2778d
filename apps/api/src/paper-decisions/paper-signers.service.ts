import { Injectable } from '@nestjs/common';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { permissionsOf } from '@ekinerja/contracts/access';
import type { PaperSigner, PaperWaiting } from '@ekinerja/contracts/paper-decisions';
import { EvaluationsDueService } from '../evaluations/evaluations-due.service.js';
import { OrganisationService, type OrganisationSnapshot } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { SkpDeterminationService } from '../skp/skp-determination.service.js';
import { PaperDecisionsRepository } from './paper-decisions.repository.js';

const SHOWN = 200;

/** Who decides on paper: evaluators who never sign in. Nobody who has an account of use is decided for. */
@Injectable()
export class PaperSignersService {
  constructor(
    private readonly repository: PaperDecisionsRepository,
    private readonly organisation: OrganisationService,
    private readonly determination: SkpDeterminationService,
    private readonly evaluations: EvaluationsDueService,
  ) {}

  async list(actor: Actor): Promise<PaperSigner[]> {
    const snapshot = await this.organisation.onDate(actor.today);
    const silent = await this.repository.silent([...snapshot.employments.keys()]);
    const signers: PaperSigner[] = [];
    for (const { employmentId, because } of silent) {
      const signer = await this.signerOf(employmentId, because, snapshot);
      if (signer.subordinates > 0) signers.push(signer);
    }
    return signers.sort((a, b) => a.personName.localeCompare(b.personName));
  }

  /** @throws DomainError `not-found`; `rule-refused` for somebody who signs in. */
  async get(actor: Actor, employmentId: Uuid): Promise<PaperSigner> {
    const snapshot = await this.organisation.onDate(actor.today);
    const employment = snapshot.employments.get(employmentId);
    if (!employment) throw new DomainError('not-found');
    const [silent] = await this.repository.silent([employmentId]);
    if (!silent) throw refusedByRule({ code: 'paper.signs-in', params: { person: employment.name } });
    return this.signerOf(employmentId, silent.because, snapshot);
  }

  /** The plans, entries and judgements that this person has to decide. Looking at them is not the signer's own looking. */
  async waiting(actor: Actor, employmentId: Uuid, month: IsoMonth): Promise<PaperWaiting> {
    const signer = await this.get(actor, employmentId);
    const as = actingFor(actor, signer, await this.personOf(actor, employmentId));
    const skps = await this.determination.waiting(as, { limit: SHOWN });
    const due = await this.evaluations.due(as, month, 'periodic');
    return { signer, skps: skps.items, entries: await this.repository.entriesFor(employmentId, SHOWN), month, evaluations: due.items };
  }

  /** The signer as the one who acts, through the hand of the recorder: names say so wherever a name is kept. */
  async actorFor(actor: Actor, signer: PaperSigner): Promise<Actor> {
    return actingFor(actor, signer, await this.personOf(actor, signer.employmentId));
  }

  private async personOf(actor: Actor, employmentId: Uuid): Promise<Uuid> {
    const employment = (await this.organisation.onDate(actor.today)).employments.get(employmentId);
    if (!employment) throw new DomainError('not-found');
    // Who records decides nothing of their own, and nobody records for themselves (X-AC-1).
    if (employment.personId === actor.personId) throw new DomainError('not-yours-to-decide');
    return employment.personId;
  }

  private async signerOf(employmentId: Uuid, because: PaperSigner['because'], snapshot: OrganisationSnapshot): Promise<PaperSigner> {
    const employment = snapshot.employments.get(employmentId);
    const subordinates = await this.organisation.subordinatesOn(employmentId, snapshot.date);
    return {
      employmentId, personName: employment?.name ?? '', nip: employment?.nip ?? null, postName: snapshot.definitivePost(employmentId)?.postName ?? null,
      subordinates: subordinates.length, because,
    };
  }
}

function actingFor(actor: Actor, signer: PaperSigner, personId: Uuid): Actor {
  return {
    ...actor,
    personId,
    employmentId: signer.employmentId,
    personName: `${signer.personName} (dicatat ${actor.personName ?? actor.username} dari surat bertanda tangan)`,
    // Only what an evaluator may: the recorder's own reach does not come along.
    roles: [{ role: 'evaluator', unitId: null }],
    permissions: new Set(permissionsOf(['evaluator'])),
  };
}
