import type { UnitKind } from '@ekinerja/contracts/basics';
import { FAMILY_KEYS, type FamilyKey } from './families.js';
import { STRUCTURE } from './texts/structure.js';

export interface SectionPlan {
  name: string;
  family: FamilyKey;
}
export interface DivisionPlan {
  name: string;
  family: FamilyKey;
  sections: SectionPlan[];
}
export interface SkpdPlan {
  key: string;
  name: string;
  kind: UnitKind;
  family: FamilyKey;
  headTitle: string;
  divisions: DivisionPlan[];
}

/** The plan of all SKPD, most needed first; `{…}` in names is filled in by the daerah. */
export function readStructure(text: string = STRUCTURE): SkpdPlan[] {
  const plans: SkpdPlan[] = [];
  for (const line of text.split('\n').filter((line) => line.trim() !== '')) {
    if (line.startsWith(' ')) {
      const plan = plans[plans.length - 1];
      if (!plan) throw new SyntaxError(`Before any SKPD: ${line}`);
      plan.divisions.push(division(line, plan.family));
    } else plans.push(skpd(line));
  }
  return plans;
}

function skpd(line: string): SkpdPlan {
  const [key, name, kind, family, headTitle] = line.split('|').map((part) => part.trim());
  if (!key || !name || !kind || !family || !headTitle) throw new SyntaxError(line);
  return { key, name, kind: kind as UnitKind, family: known(family), headTitle, divisions: [] };
}

function division(line: string, family: FamilyKey): DivisionPlan {
  const at = line.indexOf(':');
  const own = named(line.slice(0, at), family);
  const sections = line.slice(at + 1).split(';').map((part) => part.trim()).filter((part) => part !== '');
  return { ...own, sections: sections.map((section) => named(section, own.family)) };
}

/** `Subbagian Keuangan @finance` */
function named(text: string, family: FamilyKey): SectionPlan {
  const [name = '', own] = text.split('@').map((part) => part.trim());
  return { name, family: own ? known(own) : family };
}

function known(text: string): FamilyKey {
  const found = FAMILY_KEYS.find((key) => key === text);
  if (!found) throw new SyntaxError(`Unknown family ${text}`);
  return found;
}
