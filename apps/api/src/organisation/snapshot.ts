import type { IsoDate, PostKind, UnitKind, Uuid } from '@ekinerja/contracts/basics';
import type { Holder, Holding, OrganisationOnDate, OrganisationPost } from '@ekinerja/regulations/evaluator';
import type { AssignmentRow, DelegationRow, EmploymentRow, OverrideRow, PostRow, UnitRow } from './snapshot.repository.js';

export type SnapshotEmployment = EmploymentRow;

export interface DefinitivePost {
  postId: Uuid;
  postName: string;
  postKind: PostKind;
  class: string | null;
  unitId: Uuid;
  unitName: string;
  unitKind: UnitKind;
  skpdId: Uuid | null;
  skpdName: string | null;
}

/** Who holds what on one day. The same facts serve every day until something begins or ends. */
export interface OrganisationSnapshot extends OrganisationOnDate {
  date: IsoDate;
  units: Map<Uuid, UnitRow>;
  employments: Map<Uuid, SnapshotEmployment>;
  definitivePost(employmentId: Uuid): DefinitivePost | null;
  /** The employment in force of a person; the one with a definitive post where there are two. */
  employmentOf(personId: Uuid): Uuid | null;
  /** SKPDs whose leading post the person holds or acts in. */
  headOf(employmentId: Uuid): Uuid[];
}

/** The facts of a day, indexed once, so that a question costs a look-up. Never changed once made: mending makes new ones. */
export interface FactTables {
  units: Map<Uuid, UnitRow>;
  postRows: Map<Uuid, PostRow>;
  posts: Map<Uuid, OrganisationPost>;
  employments: Map<Uuid, EmploymentRow>;
  holders: Map<Uuid, Holder[]>;
  holdings: Map<Uuid, Holding[]>;
  classOverrides: Map<Uuid, string>;
  byPerson: Map<Uuid, Uuid>;
  delegations: DelegationRow[];
  overrides: OverrideRow[];
}

export type OrganisationFacts = Omit<OrganisationSnapshot, 'date'> & { tables: FactTables };

const NONE: readonly never[] = [];

export function factsOf(tables: FactTables): OrganisationFacts {
  const { units, postRows, posts, employments, holders, holdings, byPerson, delegations, overrides } = tables;
  return {
    tables, units, posts, employments, delegations, overrides,
    holders: (postId) => holders.get(postId) ?? [...NONE],
    postsOf: (employmentId) => holdings.get(employmentId) ?? [...NONE],
    definitivePost: (employmentId) => definitivePost(tables, employmentId),
    employmentOf: (personId) => byPerson.get(personId) ?? null,
    headOf: (employmentId) =>
      (holdings.get(employmentId) ?? NONE).flatMap(({ postId, assignmentKind }) => {
        const post = postRows.get(postId);
        const unit = post?.leader && assignmentKind !== 'additional' ? units.get(post.unitId) : undefined;
        return unit && unit.id === unit.skpdId ? [unit.id] : [];
      }),
  };
}

function definitivePost({ units, postRows, holdings, classOverrides }: FactTables, employmentId: Uuid): DefinitivePost | null {
  const holding = holdings.get(employmentId)?.find((held) => held.assignmentKind === 'definitive');
  const post = holding && postRows.get(holding.postId);
  const unit = post && units.get(post.unitId);
  if (!post || !unit) return null;
  const skpd = unit.skpdId ? units.get(unit.skpdId) : undefined;
  return {
    postId: post.id, postName: post.name, postKind: post.kind, class: classOverrides.get(employmentId) ?? post.class,
    unitId: unit.id, unitName: unit.name, unitKind: unit.kind, skpdId: unit.skpdId, skpdName: skpd?.name ?? null,
  };
}

export function organisationPost(post: PostRow, units: ReadonlyMap<Uuid, UnitRow>): OrganisationPost {
  const { id, name, kind, unitId, superiorPostId, leader, standingDelegate } = post;
  return { id, name, kind, unitId, unitName: units.get(unitId)?.name ?? '', superiorPostId, leader, standingDelegate };
}

/** An assignment counts while the employment behind it does: who has left holds nothing. */
export function holderOf({ employmentId, kind: assignmentKind, from, to }: AssignmentRow, employments: ReadonlyMap<Uuid, EmploymentRow>): Holder | null {
  const employment = employments.get(employmentId);
  if (!employment) return null;
  const { personId, name: personName, nip } = employment;
  return { employmentId, personId, personName, nip, assignmentKind, from, to };
}

/** Of two employments the one with a definitive post. */
export function noteEmployments(tables: FactTables, employments: Iterable<EmploymentRow>): void {
  for (const { id, personId } of employments) {
    if (!tables.byPerson.has(personId) || definitivePost(tables, id)) tables.byPerson.set(personId, id);
  }
}
