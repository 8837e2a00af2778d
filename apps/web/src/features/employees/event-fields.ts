import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import {
  EMPLOYMENT_EVENT_KINDS, EMPLOYMENT_EVENT_LIMITS, EVENTS_WITH_POST, type EmploymentEvent, type EmploymentEventInput, type EmploymentEventKind, type OpenPost,
} from '@ekinerja/contracts/employment-events';
import { useTranslation } from 'react-i18next';
import { get } from '../../lib/api';
import { wireOf, type DecreeValue, type Field, type FormValues } from '../../ui/forms/fields';
import type { Source } from '../../ui/forms/SearchPicker';

/** Posts that hold on the day, those with a free seat told apart. */
function openPosts(date: IsoDate, seats: (free: number) => string): Source {
  return {
    key: ['open-posts', date],
    find: async (q, signal) =>
      (await get<OpenPost[]>('/employees/open-posts', { query: { date, q }, signal })).map(({ postId, postName, unitName, skpdName, freeSeats, ...post }) => ({
        id: postId,
        title: postName,
        note: [unitName, skpdName === unitName ? null : skpdName, post.class, seats(freeSeats)].filter(Boolean).join(' · '),
      })),
  };
}

const UNTIL: readonly EmploymentEventKind[] = ['contract', 'leave', 'study'];

/** What each kind of event must say. */
export function useEventFields(values: FormValues): Field[] {
  const { t } = useTranslation('employees');
  const kind = values.kind as EmploymentEventKind;
  const takesPost = EVENTS_WITH_POST.includes(kind);
  const day = typeof values.effectiveOn === 'string' && values.effectiveOn !== '' ? values.effectiveOn : null;
  const when = (yes: boolean, ...fields: Field[]) => (yes ? fields : []);
  return [
    { name: 'kind', kind: 'select', label: t('events.kindTitle'), options: EMPLOYMENT_EVENT_KINDS.map((value) => ({ value, label: t(`events.kind.${value}`) })) },
    { name: 'effectiveOn', kind: 'date', label: t(kind === 'death' ? 'events.dayOfDeath' : 'events.effectiveOn'), hint: t(`events.hint.${kind}`) },
    ...when(takesPost && day !== null, {
      name: 'postId', kind: 'pick', label: t('events.newPost'), hint: t('events.newPostHint'), optional: kind === 'return',
      source: openPosts(day ?? '', (free) => t('events.freeSeats', { count: free })),
    }),
    ...when(takesPost, { name: 'spmtOn', kind: 'date', label: t('events.spmtOn'), hint: t('events.spmtHint'), optional: true }),
    ...when(kind === 'promotion', { name: 'rank', kind: 'text', label: t('events.rank'), hint: t('events.rankHint'), max: EMPLOYMENT_EVENT_LIMITS.rank }),
    ...when(kind === 'part-time', { name: 'sharePercent', kind: 'number', label: t('events.share'), hint: t('events.shareHint'), min: 1, max: 99, optional: true }),
    ...when(UNTIL.includes(kind), { name: 'until', kind: 'date', label: t('events.until'), optional: kind !== 'contract' }),
    ...when(kind === 'study', { name: 'releasesPost', kind: 'check', label: t('events.releasesPost'), hint: t('events.releasesPostHint') }),
    { name: 'decree', kind: 'decree', label: t('events.decree') },
    { name: 'signatory', kind: 'text', label: t('events.signatory'), hint: t('events.signatoryHint'), max: EMPLOYMENT_EVENT_LIMITS.signatory },
    { name: 'note', kind: 'lines', label: t('events.note'), max: EMPLOYMENT_EVENT_LIMITS.note, optional: true },
  ];
}

/** The form as an event on record fills it. */
export function valuesOf(event: EmploymentEvent): FormValues {
  const { kind, effectiveOn, spmtOn, decreeNumber, decreeDate, fileId, signatory, note, postId, postName, unitName, rank, until, sharePercent, releasesPost } = event;
  return {
    kind, effectiveOn, signatory, releasesPost,
    spmtOn: spmtOn ?? '', note: note ?? '', rank: rank ?? '', until: until ?? '', sharePercent: sharePercent === null ? '' : String(sharePercent),
    decree: { number: decreeNumber, date: decreeDate, file: null, fileId },
    postId: postId === null ? null : { id: postId, title: postName ?? '', note: unitName ?? '' },
  };
}

/** As the API wants it; what the kind does not ask is null. */
export function eventOf(fields: readonly Field[], values: FormValues, fileId: Uuid | null): EmploymentEventInput {
  const asked = (name: string) => {
    const field = fields.find((one) => one.name === name);
    return field ? wireOf(field, values[name] ?? null) : null;
  };
  const { number, date } = values.decree as DecreeValue;
  return {
    kind: values.kind as EmploymentEventKind,
    effectiveOn: asked('effectiveOn') as IsoDate,
    spmtOn: asked('spmtOn') as IsoDate | null,
    decreeNumber: number.trim(),
    decreeDate: date,
    signatory: asked('signatory') as string,
    fileId,
    note: asked('note') as string | null,
    postId: asked('postId') as Uuid | null,
    rank: asked('rank') as string | null,
    until: asked('until') as IsoDate | null,
    sharePercent: asked('sharePercent') as number | null,
    releasesPost: asked('releasesPost') === true,
  };
}
