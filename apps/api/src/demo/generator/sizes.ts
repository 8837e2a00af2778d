import type { SkpdPlan } from './structure.js';

/** How many people each SKPD gets, and how many of them work in its schools or health centres. */
export interface SkpdSize {
  plan: SkpdPlan;
  /** Which of several SKPD of one plan (kecamatan). */
  number: number;
  office: number;
  /** Sizes of the UPTD: schools under Dinas Pendidikan, health centres under Dinas Kesehatan. */
  uptd: number[];
}

const WEIGHT: Record<string, number> = { setda: 1.45, dinkes: 1.05, disdik: 0.95, kecamatan: 1.05, setwan: 0.8, dinsos: 0.8 };
/** Smallest office that still has every post an SKPD cannot do without. */
const SMALLEST: Record<string, number> = { setda: 11, kecamatan: 12, dinkes: 13 };
const SMALLEST_OFFICE = 9;
const LARGEST_OFFICE = 75;
/** Heads of schools and health centres evaluate everybody there: a span a person can manage. */
const SCHOOL = { least: 6, usual: 22 };
const PUSKESMAS = { least: 7, usual: 26 };
/** Share of a regency's people that schools and health centres take, by size. */
const FRONT_SHARE = { small: 0.14, growth: 0.000_13, most: 0.7 };

/** Splits a number of people over the SKPD of a plan; the sum is exact. */
export function planSizes(employees: number, plans: SkpdPlan[], kecamatanCount: number): SkpdSize[] {
  const chosen = chosenPlans(employees, plans, kecamatanCount);
  const has = (key: string) => chosen.some(({ plan }) => plan.key === key);
  const frontShare = Math.min(FRONT_SHARE.most, FRONT_SHARE.small + Math.max(0, employees - 300) * FRONT_SHARE.growth);
  const front = has('disdik') ? Math.round(employees * frontShare) : PUSKESMAS.least;
  const offices = shareOut(employees - front, chosen);
  const placed = offices.reduce((sum, size) => sum + size, 0);
  // What the offices cannot hold goes where the public is served.
  const atFront = employees - placed;
  const schools = has('disdik') ? Math.round(atFront * (employees > 1000 ? 0.72 : 0.5)) : 0;
  return chosen.map((size, index) => ({
    ...size,
    office: offices[index] ?? SMALLEST_OFFICE,
    uptd: size.plan.key === 'disdik' ? uptdSizes(schools, SCHOOL) : size.plan.key === 'dinkes' ? uptdSizes(atFront - schools, PUSKESMAS) : [],
  }));
}

function chosenPlans(employees: number, plans: SkpdPlan[], kecamatanCount: number): { plan: SkpdPlan; number: number }[] {
  const count = Math.max(4, Math.round(employees <= 300 ? 4 + (employees - 60) / 24 : 14 + (employees - 300) / 70));
  const kecamatan = plans.find((plan) => plan.kind === 'kecamatan') as SkpdPlan;
  const further = Array.from({ length: Math.max(0, kecamatanCount - plans.filter((plan) => plan === kecamatan || plan.kind === 'kecamatan').length) }, () => kecamatan);
  let number = 0;
  return [...plans, ...further].slice(0, count).map((plan) => ({ plan, number: plan.kind === 'kecamatan' ? ++number : 0 }));
}

function shareOut(people: number, chosen: { plan: SkpdPlan }[]): number[] {
  const least = chosen.map(({ plan }) => SMALLEST[plan.key] ?? SMALLEST_OFFICE);
  const weights = chosen.map(({ plan }) => WEIGHT[plan.key] ?? 0.9);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map((weight, index) => Math.min(LARGEST_OFFICE, Math.max(least[index] ?? 0, Math.floor((people * weight) / total))));
  let left = people - sizes.reduce((sum, size) => sum + size, 0);
  for (let step = 0; left !== 0 && step < people + 1000; step++) {
    const index = step % sizes.length;
    const size = sizes[index] ?? 0;
    if (left > 0 && size >= LARGEST_OFFICE && sizes.every((each) => each >= LARGEST_OFFICE)) break;
    if (left > 0 && size < LARGEST_OFFICE) [sizes[index], left] = [size + 1, left - 1];
    else if (left < 0 && size > (least[index] ?? 0)) [sizes[index], left] = [size - 1, left + 1];
    else if (left < 0 && sizes.every((each, i) => each <= (least[i] ?? 0))) break;
  }
  return sizes;
}

function uptdSizes(people: number, size: { least: number; usual: number }): number[] {
  if (people < size.least) return people > 0 ? [people] : [];
  const count = Math.max(1, people < size.usual * 3 ? Math.floor(people / (size.least + 3)) : Math.ceil(people / size.usual));
  return Array.from({ length: count }, (_, index) => Math.floor(people / count) + (index < people % count ? 1 : 0));
}
