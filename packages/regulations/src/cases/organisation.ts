/** An organisation as a case writes it: posts by short name, people with the post they hold and from when to when. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { AssignmentKind, IsoDate, PostKind } from '@ekinerja/contracts/basics';
import type { Holder, Holding, OrganisationOnDate, OrganisationPost } from '../evaluator.js';

interface WholeOrganisation {
  /** By name; `above` is the superior post. */
  posts: Record<
    string,
    { kind: PostKind; above?: string; unit?: string; leader?: boolean; standingDelegate?: boolean }
  >;
  people: {
    name: string;
    post: string;
    as?: AssignmentKind;
    from?: IsoDate;
    to?: IsoDate;
    nip?: string | null;
  }[];
}

export interface WrittenOrganisation {
  /** File of `cases/organisations/`. */
  organisation: string;
  /** Posts of it that are vacant in this case. */
  vacant?: string[];
  /** People beside those of the file. */
  people?: WholeOrganisation['people'];
  delegations?: {
    to: string;
    post?: string;
    unit?: string;
    from?: IsoDate;
    until?: IsoDate;
    decree: string;
  }[];
  overrides?: { of: string; evaluator: string; from?: IsoDate; until?: IsoDate; reason: string }[];
}

const FILES = new URL('../../cases/organisations/', import.meta.url);

function whole(name: string): WholeOrganisation {
  return parse(readFileSync(new URL(`${name}.yaml`, FILES), 'utf8')) as WholeOrganisation;
}

/** What holds on that date; a person's name stands for employment and person. */
export function organisationOn(written: WrittenOrganisation, date: IsoDate): OrganisationOnDate {
  const base = whole(written.organisation);
  const holds = (from?: IsoDate, to?: IsoDate) => (from ?? '') <= date && date <= (to ?? '9999-12-31');
  const posts = new Map<string, OrganisationPost>(
    Object.entries(base.posts).map(([id, p]) => [
      id,
      {
        id,
        name: id,
        kind: p.kind,
        unitId: p.unit ?? 'unit',
        unitName: p.unit ?? 'unit',
        superiorPostId: p.above ?? null,
        leader: p.leader ?? false,
        standingDelegate: p.standingDelegate ?? false,
      },
    ]),
  );
  const people = [
    ...base.people.filter((p) => !written.vacant?.includes(p.post)),
    ...(written.people ?? []),
  ].filter((p) => holds(p.from, p.to));
  return {
    posts,
    holders: (postId) =>
      people
        .filter((p) => p.post === postId)
        .map((p): Holder => ({
          employmentId: p.name,
          personId: p.name,
          personName: p.name,
          nip: p.nip ?? null,
          assignmentKind: p.as ?? 'definitive',
          from: p.from ?? '2020-01-01',
          to: p.to ?? null,
        })),
    postsOf: (employmentId) =>
      people
        .filter((p) => p.name === employmentId)
        .map((p): Holding => ({
          postId: p.post,
          assignmentKind: p.as ?? 'definitive',
          from: p.from ?? '2020-01-01',
          to: p.to ?? null,
        }))
        .sort(
          (a, b) => Number(b.assignmentKind === 'definitive') - Number(a.assignmentKind === 'definitive'),
        ),
    delegations: (written.delegations ?? [])
      .filter((d) => holds(d.from, d.until))
      .map((d) => ({
        delegateEmploymentId: d.to,
        postId: d.post ?? null,
        unitId: d.unit ?? null,
        from: d.from ?? '',
        to: d.until ?? null,
        decree: d.decree,
      })),
    overrides: (written.overrides ?? [])
      .filter((o) => holds(o.from, o.until))
      .map((o) => ({
        employmentId: o.of,
        evaluatorEmploymentId: o.evaluator,
        from: o.from ?? '',
        to: o.until ?? null,
        reason: o.reason,
        grantor: 'PPK',
      })),
  };
}
