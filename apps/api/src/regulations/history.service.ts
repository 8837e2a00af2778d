import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '@ekinerja/contracts/basics';
import type { RegulationText, RegulationVersion } from '@ekinerja/contracts/regulations';
import type { ResolvedNode } from '@ekinerja/regulations/law';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { resolvedOf, type EnactedLaw } from './enacted-law.js';
import { RegulationsRepository, type EnactedRow } from './regulations.repository.js';
import { RegulationsService } from './regulations.service.js';

/** Every version that was ever enacted, with its days, its people and its text. */
@Injectable()
export class RegulationHistoryService {
  constructor(
    private readonly repository: RegulationsRepository,
    private readonly regulations: RegulationsService,
    private readonly clock: Clock,
  ) {}

  async versions(kind: DocumentKind): Promise<RegulationVersion[]> {
    const enacted = await this.regulations.enacted();
    const people = await this.repository.peopleOf(kind);
    const today = this.clock.today();
    const nobody = { proposedBy: null, proposedReason: null, enactedBy: null, enactedReason: null };
    return enacted.rows
      .filter((row) => row.kind === kind)
      .map((row) => {
        const { id, revision, revisionKind, title, national, sourceHash, enactedAt } = row;
        const holds = enacted.holds(row);
        return {
          id, revision, revisionKind, kind, title, national, sourceHash, holds,
          from: row.inForceFrom,
          inForce: holds !== null && holds.from <= today && (holds.to === null || today <= holds.to),
          enactedAt: enactedAt.toISOString(),
          ...(people.get(`${id} ${revision}`) ?? nobody),
          ...valueCounts(enacted, row),
        };
      })
      .sort((a, b) => Number(a.national) - Number(b.national) || (a.from < b.from ? 1 : a.from > b.from ? -1 : b.revision - a.revision));
  }

  async text(kind: DocumentKind, id: string, revision: number): Promise<RegulationText> {
    const row = (await this.regulations.enacted()).rows.find((one) => one.kind === kind && one.id === id && one.revision === revision);
    if (!row) throw new DomainError('not-found');
    return { id, revision, text: row.sourceText };
  }
}

function valueCounts(enacted: EnactedLaw, row: EnactedRow): { own: number | null; inherited: number | null } {
  const holds = enacted.holds(row);
  const found = holds && resolvedOf(enacted.law.on(holds.from), row.kind);
  if (!found || row.national) return { own: null, inherited: null };
  const values = leaves(found.tree());
  const inherited = values.filter((node) => node.inheritedFrom !== null).length;
  return { own: values.length - inherited, inherited };
}

function leaves(nodes: readonly ResolvedNode[]): ResolvedNode[] {
  return nodes.flatMap((node) => (node.value === null ? leaves(node.children) : [node, ...leaves(node.children)]));
}
