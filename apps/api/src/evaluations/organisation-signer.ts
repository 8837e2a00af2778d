import type { UnitKind, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluatorPerson } from '@ekinerja/contracts/organisation';
import type { Holder, OrganisationOnDate, OrganisationPost } from '@ekinerja/regulations/evaluator';
import type { LawSet } from '@ekinerja/regulations/law';

/** Parts of an organisation, and the government itself, have no attainment of their own. */
const NO_ORGANISATION: ReadonlySet<UnitKind> = new Set(['government', 'division', 'section']);

interface Organisation extends OrganisationOnDate {
  units: Map<Uuid, { id: Uuid; name: string; kind: UnitKind }>;
}

/** Posts that lead an organisation, by its unit. */
export function organisationPosts(org: Organisation): { unit: { id: Uuid; name: string }; post: OrganisationPost }[] {
  return [...org.posts.values()].flatMap((post) => {
    const unit = org.units.get(post.unitId);
    return post.leader && unit && !NO_ORGANISATION.has(unit.kind) ? [{ unit, post }] : [];
  });
}

/** The leader one level up, who sets and signs the attainment (SE MenPANRB 3/2023); a vacant post passes it further up. */
export function signerOf(post: OrganisationPost, org: Organisation, law: LawSet): EvaluatorPerson | null {
  const leaders = new Set(org.holders(post.id).map((holder) => holder.personId));
  const seen = new Set<Uuid>([post.id]);
  for (let above = superior(post, org); above && !seen.has(above.id); above = superior(above, org)) {
    seen.add(above.id);
    const holder = holdersInOrder(above, org, law).find(({ personId }) => !leaders.has(personId));
    if (holder) return asSigner(holder, above);
  }
  return null;
}

function superior(post: OrganisationPost, org: Organisation): OrganisationPost | undefined {
  return post.superiorPostId === null ? undefined : org.posts.get(post.superiorPostId);
}

function holdersInOrder(post: OrganisationPost, org: Organisation, law: LawSet): Holder[] {
  const holders = org.holders(post.id);
  return law.performance.rules.evaluator.holders.flatMap((kind) => holders.filter((holder) => holder.assignmentKind === kind));
}

function asSigner({ employmentId, personId, personName, nip, assignmentKind }: Holder, post: OrganisationPost): EvaluatorPerson {
  const capacity = assignmentKind === 'additional' ? 'definitive' : assignmentKind;
  return { employmentId, personId, personName, nip, postId: post.id, postName: post.name, capacity };
}
