import type { IsoDate, IsoMonth } from '@ekinerja/contracts/basics';
import type { LateEntry, RequestContent, RequestDetail, RequestKind } from '@ekinerja/contracts/service-requests';
import type { Choice } from '../../ui/forms/SearchPicker';

/** The form of a request as it is typed. */
export interface RequestValues {
  reason: string;
  effectiveOn: string;
  decreeNumber: string;
  decreeDate: string;
  signatory: string;
  class: string;
  post: Choice | null;
  evaluator: Choice | null;
  admin: Choice | null;
  reopens: LateEntry | null;
  skpId: string;
  months: IsoMonth[];
  from: string;
  to: string;
  until: string;
}

export const EMPTY: RequestValues = {
  reason: '', effectiveOn: '', decreeNumber: '', decreeDate: '', signatory: '', class: '', post: null, evaluator: null, admin: null,
  reopens: null, skpId: '', months: [], from: '', to: '', until: '',
};

/** Kinds that rest on a decree; a late entry has none. */
export function isDecreed({ effect }: Pick<RequestKind, 'effect'>): boolean {
  return effect === 'profile-change' || effect === 'retirement' || effect === 'death';
}

/** Only what the kind asks goes along: what was typed for another is left out. */
export function contentOf(kind: Pick<RequestKind, 'effect'>, values: RequestValues): RequestContent {
  const text = (value: string) => value.trim() || null;
  const decreed = isDecreed(kind);
  const profile = kind.effect === 'profile-change';
  const reopens = kind.effect === 'late-entry' ? values.reopens : null;
  const daily = reopens === 'daily';
  return {
    effectiveOn: decreed ? (text(values.effectiveOn) as IsoDate | null) : null, decreeNumber: decreed ? text(values.decreeNumber) : null,
    decreeDate: decreed ? (text(values.decreeDate) as IsoDate | null) : null, signatory: decreed ? text(values.signatory) : null,
    postId: profile ? (values.post?.id ?? null) : null, class: profile ? text(values.class) : null, evaluatorId: profile ? (values.evaluator?.id ?? null) : null,
    adminId: profile ? (values.admin?.id ?? null) : null,
    reopens, skpId: reopens !== null && !daily ? text(values.skpId) : null, months: reopens === 'monthly' ? values.months : [],
    from: daily ? text(values.from) : null, to: daily ? text(values.to) : null, until: reopens === null ? null : text(values.until),
  };
}

/** The form as a request that came back fills it. */
export function valuesOf({ content, names, reason }: RequestDetail): RequestValues {
  const chosen = (id: string | null, title: string | null): Choice | null => (id === null ? null : { id, title: title ?? '', note: null });
  return {
    reason, effectiveOn: content.effectiveOn ?? '', decreeNumber: content.decreeNumber ?? '', decreeDate: content.decreeDate ?? '', signatory: content.signatory ?? '',
    class: content.class ?? '', post: chosen(content.postId, names.post), evaluator: chosen(content.evaluatorId, names.evaluator), admin: chosen(content.adminId, names.admin),
    reopens: content.reopens, skpId: content.skpId ?? '', months: content.months, from: content.from ?? '', to: content.to ?? '', until: content.until ?? '',
  };
}

/** Whether the button can be pressed; what stands against it otherwise is said by the server. */
export function isReady(kind: RequestKind, values: RequestValues): boolean {
  const content = contentOf(kind, values);
  if (values.reason.trim().length < 5) return false;
  if (isDecreed(kind) && !(content.effectiveOn && content.decreeNumber && content.decreeDate && content.signatory)) return false;
  if (kind.effect === 'profile-change') return [content.postId, content.class, content.evaluatorId, content.adminId].some((one) => one !== null);
  if (kind.effect !== 'late-entry') return true;
  if (content.reopens === null || content.until === null) return false;
  if (content.reopens === 'daily') return content.from !== null && content.to !== null;
  return content.skpId !== null && (content.reopens === 'annual' || content.months.length > 0);
}
