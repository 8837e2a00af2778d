import { UNIT_KINDS } from '@ekinerja/contracts/basics';
import { CALENDAR_LIMITS, HOLIDAY_KINDS, WEEK_DAYS, type CalendarRulesView, type DraftCalendarRequest, type DutyHours } from '@ekinerja/contracts/calendar';
import type { RegulationDraft } from '@ekinerja/contracts/regulations';
import { Alert, Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { send } from '../../lib/api';
import { useProfile } from '../../lib/session';
import { ActForm } from '../../ui/forms/ActForm';
import type { Field, FormValues } from '../../ui/forms/fields';

const WHAT = ['holiday', 'workday', 'ramadan', 'unit', 'hours'] as const;
type What = (typeof WHAT)[number];

/** One change of the calendar, by its decree: it becomes a draft of the calendar document, and holds once another superadmin confirms it. */
export function CalendarDraft({ rules, onClose }: { rules: CalendarRulesView; onClose: () => void }) {
  const { t } = useTranslation('calendar');
  const { today } = useProfile();
  const [made, setMade] = useState<RegulationDraft | null>(null);
  const is = (...kinds: What[]) => (values: FormValues) => kinds.includes(values.what as What);
  const pattern = rules.patterns[0];
  const hours = (part: 'week' | 'ramadan'): Field[] =>
    WEEK_DAYS.map((day) => ({ name: `${part}.${day}`, kind: 'text', label: t('draft.hours', { day: t(`weekday.${day}`), part: t(part === 'week' ? 'ordinaryDays' : 'inRamadan') }), hint: t('draft.hoursHint'), max: 20, optional: true, when: is('hours') }));
  const fields: Field[] = [
    { name: 'what', kind: 'select', label: t('draft.what'), options: WHAT.map((value) => ({ value, label: t(`draft.kind.${value}`) })) },
    { name: 'date', kind: 'date', label: t('date'), when: is('holiday', 'workday') },
    { name: 'name', kind: 'text', label: t('name'), max: CALENDAR_LIMITS.name, when: is('holiday') },
    { name: 'kind', kind: 'select', label: t('kindTitle'), options: HOLIDAY_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })), when: is('holiday') },
    { name: 'ramadanFrom', kind: 'date', label: t('draft.ramadanFrom'), when: is('ramadan') },
    { name: 'ramadanTo', kind: 'date', label: t('draft.ramadanTo'), when: is('ramadan') },
    { name: 'unitKind', kind: 'select', label: t('unitKindTitle'), options: UNIT_KINDS.map((value) => ({ value, label: t(`unitKind.${value}`) })), when: is('unit') },
    { name: 'pattern', kind: 'select', label: t('pattern'), options: rules.patterns.map(({ name }) => ({ value: name, label: name })), when: is('unit', 'hours') },
    ...hours('week'),
    ...hours('ramadan'),
    { name: 'title', kind: 'text', label: t('draft.title'), max: CALENDAR_LIMITS.title.max },
    { name: 'decree', kind: 'text', label: t('draft.decree'), hint: t('draft.decreeHint'), max: CALENDAR_LIMITS.decree.max },
    { name: 'from', kind: 'date', label: t('draft.from'), hint: t('draft.fromHint') },
  ];
  if (made) {
    return (
      <Alert color="teal" title={t('draft.made')} withCloseButton closeButtonLabel={t('draft.close')} onClose={onClose}>
        <Text size="sm">{t('draft.madeText')}</Text>
        <Anchor component={Link} to={`/regulasi/rancangan/${made.id}`}>
          {t('draft.open')}
        </Anchor>
      </Alert>
    );
  }
  const initialHours = Object.fromEntries((['week', 'ramadan'] as const).flatMap((part) => (pattern?.[part] ?? []).map((one) => [`${part}.${one.day}`, wordOf(one)])));
  return (
    <ActForm<RegulationDraft>
      title={t('change')}
      note={t('draft.note')}
      fields={fields}
      initial={{ title: rules.title, from: today, kind: 'local', ...initialHours }}
      submit={t('draft.submit')}
      onSubmit={(values, intent) => send<RegulationDraft>('POST', '/calendar/drafts', { body: requestOf(values), idempotencyKey: intent })}
      onDone={setMade}
      onCancel={onClose}
    />
  );
}

const wordOf = ({ start, end, breakMinutes }: DutyHours) => `${start}-${end} ${breakMinutes}`;

function requestOf(values: Record<string, unknown>): DraftCalendarRequest {
  const text = (name: string) => values[name] as string;
  const what = values.what as What;
  const part = (of: 'week' | 'ramadan'): DutyHours[] =>
    WEEK_DAYS.flatMap((day) => {
      const read = /^(\d\d[:.]\d\d)\s*[-–]\s*(\d\d[:.]\d\d)(?:\s+(\d{1,3}))?$/.exec((values[`${of}.${day}`] as string | null) ?? '');
      return read ? [{ day, start: read[1]!.replace('.', ':'), end: read[2]!.replace('.', ':'), breakMinutes: Number(read[3] ?? 0) }] : [];
    });
  return {
    title: text('title'),
    decree: text('decree'),
    from: text('from'),
    holidays: what === 'holiday' ? [{ date: text('date'), name: text('name'), kind: values.kind as DraftCalendarRequest['holidays'][number]['kind'] }] : [],
    workdays: what === 'workday' ? [text('date')] : [],
    ramadan: what === 'ramadan' ? [{ from: text('ramadanFrom'), to: text('ramadanTo') }] : [],
    unitPatterns: what === 'unit' ? [{ unitKind: values.unitKind as DraftCalendarRequest['unitPatterns'][number]['unitKind'], pattern: text('pattern') }] : [],
    patterns: what === 'hours' ? [{ name: text('pattern'), week: part('week'), ramadan: part('ramadan') }] : [],
  };
}
