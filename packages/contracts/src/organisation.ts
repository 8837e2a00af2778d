import type { AssignmentKind, Citation, IsoDate, PostKind, UnitKind, Uuid } from './basics.js';

export interface UnitItem {
  id: Uuid;
  code: string;
  name: string;
  kind: UnitKind;
  parentId: Uuid | null;
  /** The SKPD this unit belongs to; its own id when it is one. */
  skpdId: Uuid | null;
  isSkpd: boolean;
}

export interface EvaluatorLink {
  postId: Uuid | null;
  postName: string | null;
  personName: string | null;
  outcome: 'taken' | 'vacant' | 'self' | 'below-supervisor' | 'override' | 'delegated' | 'top';
  cite?: Citation;
}

export interface EvaluatorPerson {
  employmentId: Uuid;
  personId: Uuid;
  personName: string;
  nip: string | null;
  postId: Uuid;
  postName: string;
  capacity: 'definitive' | 'plt' | 'plh' | 'pj' | 'delegate' | 'override';
}

/** Who evaluates a person on a date, and why: the chain that was walked, with the article at each step. */
export interface EvaluatorAnswerView {
  date: IsoDate;
  evaluator: EvaluatorPerson | null;
  chain: EvaluatorLink[];
  superior: EvaluatorPerson | null;
  superiorChain: EvaluatorLink[];
}

export interface PostHeld {
  postId: Uuid;
  postName: string;
  postKind: PostKind;
  class: string | null;
  unitId: Uuid;
  unitName: string;
  kind: AssignmentKind;
  validFrom: IsoDate;
  validTo: IsoDate | null;
  decreeNumber: string | null;
}
