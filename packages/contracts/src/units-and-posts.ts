import type { AssignmentView } from './assignments.js';
import type { AssignmentKind, IsoDate, PostKind, UnitKind, Uuid } from './basics.js';
import type { UnitItem } from './organisation.js';

export const UNIT_LIMITS = { code: 30, name: 200 } as const;
export const POST_LIMITS = { name: 200, level: 60, seats: 2000, class: 10 } as const;

/** A unit in the tree, with what stands directly in it and below. */
export interface UnitNode extends UnitItem {
  children: number;
  posts: number;
  vacancies: number;
}

/** A unit in the whole tree of a day, for a workbook. */
export interface UnitLine {
  id: Uuid;
  code: string;
  name: string;
  kind: UnitKind;
  depth: number;
  parentName: string | null;
  skpdName: string | null;
  posts: number;
  vacancies: number;
  validFrom: IsoDate;
  validTo: IsoDate | null;
}

export interface PostHolder {
  assignmentId: Uuid;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  kind: AssignmentKind;
  validFrom: IsoDate;
  validTo: IsoDate | null;
}

export interface PostItem {
  id: Uuid;
  name: string;
  kind: PostKind;
  level: string | null;
  class: string | null;
  seats: number;
  leader: boolean;
  unitId: Uuid;
  unitName: string;
  superiorPostId: Uuid | null;
  superiorPostName: string | null;
  /** On the day, definitive first. */
  holders: PostHolder[];
  /** Seats without a definitive holder. */
  vacancies: number;
}

/** What a unit was called and stood under. */
export interface UnitState {
  name: string;
  kind: UnitKind;
  parentName: string | null;
  validFrom: IsoDate;
  validTo: IsoDate | null;
}

export interface UnitDetail extends UnitItem {
  skpdName: string | null;
  validFrom: IsoDate;
  validTo: IsoDate | null;
  version: number;
  /** From the top down, without itself. */
  path: { id: Uuid; name: string }[];
  children: UnitNode[];
  posts: PostItem[];
  /** The latest first. */
  history: UnitState[];
}

export interface PostState {
  name: string;
  kind: PostKind;
  level: string | null;
  unitName: string;
  superiorPostName: string | null;
  leader: boolean;
  seats: number;
  standingDelegate: boolean;
  validFrom: IsoDate;
  validTo: IsoDate | null;
}

export interface PostClass {
  class: string;
  decree: string | null;
  validFrom: IsoDate;
  validTo: IsoDate | null;
}

/** A post on the way up. */
export interface SuperiorPost {
  postId: Uuid;
  postName: string;
  holders: { employmentId: Uuid; personName: string; kind: AssignmentKind }[];
}

export interface PostDetail extends PostItem {
  skpdId: Uuid | null;
  skpdName: string | null;
  standingDelegate: boolean;
  validFrom: IsoDate;
  validTo: IsoDate | null;
  version: number;
  /** The nearest first. */
  chain: SuperiorPost[];
  /** The latest first. */
  history: PostState[];
  classes: PostClass[];
  assignments: AssignmentView[];
}

export interface CreateUnitRequest {
  code: string;
  name: string;
  kind: UnitKind;
  parentId: Uuid;
  /** Answers for its own people and pay. */
  isSkpd: boolean;
  validFrom: IsoDate;
  reason: string;
}

export interface ChangeUnitRequest {
  name: string;
  kind: UnitKind;
  parentId: Uuid | null;
  validFrom: IsoDate;
  reason: string;
}

export interface CreatePostRequest {
  unitId: Uuid;
  name: string;
  kind: PostKind;
  level: string | null;
  superiorPostId: Uuid | null;
  leader: boolean;
  seats: number;
  standingDelegate: boolean;
  class: string | null;
  validFrom: IsoDate;
  reason: string;
}

export interface ChangePostRequest {
  unitId: Uuid;
  name: string;
  kind: PostKind;
  level: string | null;
  superiorPostId: Uuid | null;
  leader: boolean;
  seats: number;
  standingDelegate: boolean;
  validFrom: IsoDate;
  reason: string;
}

export interface ChangeClassRequest {
  class: string;
  decree: string | null;
  validFrom: IsoDate;
  reason: string;
}
