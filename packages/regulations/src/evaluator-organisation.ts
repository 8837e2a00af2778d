/** The organisation of one date as the evaluator rules ask it, and what they answer. */
import type { AssignmentKind, Citation, IsoDate, PostKind, Uuid } from '@ekinerja/contracts/basics';

export interface OrganisationPost {
  id: Uuid;
  name: string;
  kind: PostKind;
  unitId: Uuid;
  unitName: string;
  superiorPostId: Uuid | null;
  /** Leads its unit. */
  leader: boolean;
  /** Holder may evaluate although the post is below supervisory level (school heads). */
  standingDelegate: boolean;
}
export interface Holder {
  employmentId: Uuid;
  personId: Uuid;
  personName: string;
  /** The regent has none. */
  nip: string | null;
  assignmentKind: AssignmentKind;
  from: IsoDate;
  to: IsoDate | null;
}
export interface Holding {
  postId: Uuid;
  assignmentKind: AssignmentKind;
  from: IsoDate;
  to: IsoDate | null;
}
/** Facts of one date: whoever builds it has already left out what does not hold that day. */
export interface OrganisationOnDate {
  posts: Map<Uuid, OrganisationPost>;
  holders(postId: Uuid): Holder[];
  /** The definitive one first. */
  postsOf(employmentId: Uuid): Holding[];
  /** Recorded delegations; a post or a unit whose members the delegate evaluates. */
  delegations: {
    delegateEmploymentId: Uuid;
    postId: Uuid | null;
    unitId: Uuid | null;
    from: IsoDate;
    to: IsoDate | null;
    decree: string;
  }[];
  overrides: {
    employmentId: Uuid;
    evaluatorEmploymentId: Uuid;
    from: IsoDate;
    to: IsoDate | null;
    reason: string;
    grantor: string;
  }[];
}

export type EvaluatorCapacity = 'definitive' | 'plt' | 'plh' | 'pj' | 'delegate' | 'override';
export interface DerivedEvaluator {
  employmentId: Uuid;
  personId: Uuid;
  personName: string;
  nip: string | null;
  postId: Uuid;
  postName: string;
  capacity: EvaluatorCapacity;
}
export interface EvaluatorStep {
  postId: Uuid | null;
  postName: string | null;
  personName: string | null;
  outcome: 'taken' | 'vacant' | 'self' | 'below-supervisor' | 'override' | 'delegated' | 'top';
  cite?: Citation;
}
export interface EvaluatorAnswer {
  evaluator: DerivedEvaluator | null;
  /** How it was found, from the first superior upward. */
  chain: EvaluatorStep[];
}
