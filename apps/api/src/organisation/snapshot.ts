import type { EmployeeKind, IsoDate, PostKind, UnitKind, Uuid } from '@ekinerja/contracts/basics';
import type { Holder, Holding, OrganisationOnDate, OrganisationPost } from '@ekinerja/regulations/evaluator';
import type { EmploymentRow, OrganisationRows, PostRow, UnitRow } from './organisation.repository.js';

export interface SnapshotEmployment {
  id: Uuid;
  personId: Uuid;
  kind: EmployeeKind;
  name: string;
  nip: string | null;
  rank: string | null;
  from: IsoDate;
  to: IsoDate | null;
}

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

export type OrganisationFacts = Omit<OrganisationSnapshot, 'date'>;

const NONE: readonly never[] = [];

/** Indexes the rows of a day once, so that a question costs a look-up. */
export function factsOf(rows: OrganisationRows): OrganisationFacts {
  const units = new Map(rows.units.map((unit) => [unit.id, unit]));
  const postRows = new Map(rows.posts.map((post) => [post.id, post]));
  const employments = new Map(rows.employments.map((employment) => [employment.id, employment]));
  const { holders, holdings, classOverrides } = indexAssignments(rows, employments);
  const posts = new Map(rows.posts.map((post) => [post.id, organisationPost(post, units)]));

  const definitivePost = (employmentId: Uuid): DefinitivePost | null => {
    const holding = holdings.get(employmentId)?.find((held) => held.assignmentKind === 'definitive');
    const post = holding && postRows.get(holding.postId);
    const unit = post && units.get(post.unitId);
    if (!post || !unit) return null;
    const skpd = unit.skpdId ? units.get(unit.skpdId) : undefined;
    return {
      postId: post.id, postName: post.name, postKind: post.kind, class: classOverrides.get(employmentId) ?? post.class,
      unitId: unit.id, unitName: unit.name, unitKind: unit.kind, skpdId: unit.skpdId, skpdName: skpd?.name ?? null,
    };
  };

  const byPerson = new Map<Uuid, Uuid>();
  for (const { id, personId } of rows.employments) {
    if (!byPerson.has(personId) || definitivePost(id)) byPerson.set(personId, id);
  }

  return {
    units, posts, employments,
    holders: (postId) => holders.get(postId) ?? [...NONE],
    postsOf: (employmentId) => holdings.get(employmentId) ?? [...NONE],
    delegations: rows.delegations,
    overrides: rows.overrides,
    definitivePost,
    employmentOf: (personId) => byPerson.get(personId) ?? null,
    headOf: (employmentId) =>
      (holdings.get(employmentId) ?? NONE).flatMap(({ postId, assignmentKind }) => {
        const post = postRows.get(postId);
        const unit = post?.leader && assignmentKind !== 'additional' ? units.get(post.unitId) : undefined;
        return unit && unit.id === unit.skpdId ? [unit.id] : [];
      }),
  };
}

function organisationPost(post: PostRow, units: Map<Uuid, UnitRow>): OrganisationPost {
  const { id, name, kind, unitId, superiorPostId, leader, standingDelegate } = post;
  return { id, name, kind, unitId, unitName: units.get(unitId)?.name ?? '', superiorPostId, leader, standingDelegate };
}

/** An assignment counts while the employment behind it does: who has left holds nothing. */
function indexAssignments(rows: OrganisationRows, employments: Map<Uuid, EmploymentRow>) {
  const holders = new Map<Uuid, Holder[]>();
  const holdings = new Map<Uuid, Holding[]>();
  const classOverrides = new Map<Uuid, string>();
  for (const { employmentId, postId, kind: assignmentKind, from, to, classOverride } of rows.assignments) {
    const employment = employments.get(employmentId);
    if (!employment) continue;
    const { personId, name: personName, nip } = employment;
    add(holders, postId, { employmentId, personId, personName, nip, assignmentKind, from, to });
    add(holdings, employmentId, { postId, assignmentKind, from, to });
    if (classOverride !== null && assignmentKind === 'definitive') classOverrides.set(employmentId, classOverride);
  }
  return { holders, holdings, classOverrides };
}

function add<T>(index: Map<Uuid, T[]>, key: Uuid, value: T): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
}
