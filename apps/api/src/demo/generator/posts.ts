import type { PostKind, UnitKind, Uuid } from '@ekinerja/contracts/basics';
import { familyOf, type FamilyKey } from './families.js';
import type { DemoPost, DemoUnit } from './model.js';
import { idOf, Random } from './random.js';

/** Regional apparatus of today exists since the reform of PP 18/2016. */
export const ESTABLISHED = '2017-01-02';

/** Fields that are usually led by their own people. */
const HEAD_DEGREES: Partial<Record<FamilyKey, string[]>> = {
  'health-programme': ['S.K.M., M.Kes.', 'S.Kep., Ners, M.Kes.', 'dr.', 'S.K.M.'],
  'education-office': ['S.Pd., M.Pd.', 'S.Pd.'],
  'public-works': ['S.T., M.T.', 'S.T.'],
  agriculture: ['S.P., M.P.', 'S.P.', 'S.Pt.'],
  inspection: ['S.E., M.Ak.', 'S.H., M.H.'],
  finance: ['S.E.', 'S.E., M.Ak.', 'S.Ak.'],
  information: ['S.Kom., M.Kom.', 'S.Kom.', 'S.I.Kom.'],
};

interface HeadPost {
  unit: DemoUnit;
  name: string;
  kind: PostKind;
  class: string;
  superior: DemoPost | null;
  family: FamilyKey;
  level?: string;
  leader?: boolean;
  standingDelegate?: boolean;
  degrees?: string[];
}

/** Collects units and posts under ids that follow from seed and name. */
export class PostBook {
  readonly units: DemoUnit[] = [];
  readonly posts: DemoPost[] = [];
  private readonly codes = new Map<Uuid | null, number>();
  private readonly staffPosts = new Map<string, DemoPost>();

  constructor(
    private readonly seed: string,
    private readonly random: Random,
  ) {}

  unit(name: string, kind: UnitKind, parent: DemoUnit | null, isSkpd = false): DemoUnit {
    const number = (this.codes.get(parent?.id ?? null) ?? 0) + 1;
    this.codes.set(parent?.id ?? null, number);
    const code = parent === null ? '0' : parent.kind === 'government' ? String(number).padStart(2, '0') : `${parent.code}.${String(number).padStart(2, '0')}`;
    const id = idOf(this.seed, 'unit', code);
    const skpdId = isSkpd ? id : (parent?.skpdId ?? null);
    const unit: DemoUnit = { id, code, name, kind, parentId: parent?.id ?? null, skpdId, from: ESTABLISHED };
    this.units.push(unit);
    return unit;
  }

  head(given: HeadPost): DemoPost {
    const { unit, superior, ...rest } = given;
    const post: DemoPost = {
      ...rest,
      id: idOf(this.seed, 'post', unit.code, given.name),
      unitId: unit.id,
      level: given.level ?? null,
      superiorPostId: superior?.id ?? null,
      leader: given.leader ?? true,
      standingDelegate: given.standingDelegate ?? false,
      degrees: given.degrees ?? HEAD_DEGREES[given.family] ?? ['S.Sos., M.Si.', 'S.E., M.M.', 'S.H., M.H.', 'S.IP.', 'S.E.', 'S.STP., M.Si.'],
      seats: 1,
      role: 'head',
      from: ESTABLISHED,
    };
    this.posts.push(post);
    return post;
  }

  /** One more person in the unit under that superior; the same post gets another seat. */
  staff(unit: DemoUnit, superior: DemoPost, family: FamilyKey, only?: (name: string) => boolean): DemoPost {
    const choices = familyOf(family).staff.filter(({ name }) => !only || only(name));
    const { name, kind, class: postClass, degrees } = this.random.weighted(choices.map((item) => ({ item, weight: item.weight })));
    const key = `${unit.id} ${superior.id} ${name}`;
    const found = this.staffPosts.get(key);
    if (found) {
      found.seats += 1;
      return found;
    }
    const post: DemoPost = {
      id: idOf(this.seed, 'post', unit.code, superior.id, name),
      unitId: unit.id,
      name,
      kind,
      level: null,
      class: postClass,
      superiorPostId: superior.id,
      leader: false,
      seats: 1,
      standingDelegate: false,
      family,
      degrees,
      role: 'staff',
      from: ESTABLISHED,
    };
    this.staffPosts.set(key, post);
    this.posts.push(post);
    return post;
  }
}
