import type { Page } from '@ekinerja/contracts/basics';
import type { EmployeeItem } from '@ekinerja/contracts/employees';
import type { UnitItem } from '@ekinerja/contracts/organisation';
import type { PostItem } from '@ekinerja/contracts/units-and-posts';
import { get } from '../../lib/api';
import type { Choice, Source } from './SearchPicker';

const SHOWN = 8;
const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ') || null;

export const personChoice = ({ employmentId, name, nip, postName, skpdName }: EmployeeItem): Choice => ({ id: employmentId, title: name, note: joined(nip, postName, skpdName) });

export const people: Source = {
  key: ['people'],
  find: async (q, signal) => (await get<Page<EmployeeItem>>('/employees', { query: { q, limit: SHOWN }, signal })).items.map(personChoice),
};

/** People of one SKPD. */
export const peopleOf = (skpdId: string): Source => ({
  key: ['people', skpdId],
  find: async (q, signal) => (await get<Page<EmployeeItem>>('/employees', { query: { q, skpdId, limit: SHOWN }, signal })).items.map(personChoice),
});

export const units: Source = {
  key: ['units'],
  find: async (q, signal) => (await get<Page<UnitItem>>('/units', { query: { q, limit: SHOWN }, signal })).items.map(({ id, name, code }) => ({ id, title: name, note: code })),
};

/** Posts as they stand on a day. */
export const posts = (date?: string): Source => ({
  key: ['posts', date ?? ''],
  find: async (q, signal) =>
    (await get<Page<PostItem>>('/posts', { query: { q, limit: SHOWN, date }, signal })).items.map(({ id, name, unitName, holders }) => ({
      id,
      title: name,
      note: joined(unitName, holders.map(({ personName }) => personName).join(', ')),
    })),
});
