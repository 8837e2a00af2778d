import type { IsoMonth } from '@ekinerja/contracts/basics';
import type { LateEntry, RequestKind } from '@ekinerja/contracts/service-requests';
import { Checkbox, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMonth } from '../../lib/format';
import { fieldErrors } from '../../ui/error-words';
import { SearchPicker } from '../../ui/forms/SearchPicker';
import { choicesOf, classList, lateEntryChoices } from './queries';
import { isDecreed, type RequestValues } from './request-values';

interface ContentFieldsProps {
  kind: RequestKind;
  values: RequestValues;
  onChange: (values: RequestValues) => void;
  /** The refusal of the server, to stand at its fields. */
  error: unknown;
}

type Text = { [Key in keyof RequestValues]: RequestValues[Key] extends string ? Key : never }[keyof RequestValues];

/** What a request of the kind must say, and nothing that it need not. */
export function ContentFields({ kind, values, onChange, error }: ContentFieldsProps) {
  const { t } = useTranslation(['service-requests', 'errors']);
  const refused = fieldErrors(error, t);
  const field = (name: Text, type?: string) => ({
    label: t(`field.${name}`), value: values[name], ...(type ? { type } : {}), error: refused[`content.${name}`] ?? refused[name] ?? null,
    onChange: (event: { currentTarget: { value: string } }) => onChange({ ...values, [name]: event.currentTarget.value }),
  });
  return (
    <Stack gap="sm">
      <Textarea {...field('reason')} required autosize minRows={2} />
      {isDecreed(kind) ? (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput {...field('effectiveOn', 'date')} label={t(kind.effect === 'death' ? 'field.dayOfDeath' : 'field.effectiveOn')} required />
          <TextInput {...field('decreeNumber')} label={t(kind.effect === 'death' ? 'field.certificateNumber' : 'field.decreeNumber')} required />
          <TextInput {...field('decreeDate', 'date')} label={t(kind.effect === 'death' ? 'field.certificateDate' : 'field.decreeDate')} required />
          <TextInput {...field('signatory')} required />
        </SimpleGrid>
      ) : null}
      {kind.effect === 'profile-change' ? <ProfileFields values={values} onChange={onChange} refused={refused} /> : null}
      {kind.effect === 'late-entry' ? <LateFields kind={kind} values={values} onChange={onChange} field={field} refused={refused} /> : null}
    </Stack>
  );
}

type Part = Pick<ContentFieldsProps, 'values' | 'onChange'> & { refused: Record<string, string> };

/** BK 8(1): class, unit with its post, evaluator, admin of the SKPD; each found by its name. */
function ProfileFields({ values, onChange, refused }: Part) {
  const { t } = useTranslation('service-requests');
  const { data: classes = [] } = useQuery(classList);
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('profileNote')}
      </Text>
      <SearchPicker label={t('field.post')} hint={t('hint.post')} chosen={values.post} onChoose={(post) => onChange({ ...values, post })} source={choicesOf('post')} />
      <NativeSelect
        label={t('field.class')} value={values.class} error={refused['content.class'] ?? null}
        data={[{ value: '', label: t('unchanged') }, ...classes.map((value) => ({ value, label: value }))]}
        onChange={(event) => onChange({ ...values, class: event.currentTarget.value })}
      />
      <SearchPicker label={t('field.evaluator')} hint={t('hint.evaluator')} chosen={values.evaluator} onChoose={(evaluator) => onChange({ ...values, evaluator })} source={choicesOf('evaluator')} />
      <SearchPicker label={t('field.admin')} hint={t('hint.admin')} chosen={values.admin} onChoose={(admin) => onChange({ ...values, admin })} source={choicesOf('admin')} />
    </Stack>
  );
}

/** BK 8(2): what is opened again – the SKP, months of its breakdown, or days – and until when. */
function LateFields({ kind, values, onChange, field, refused }: Part & { kind: RequestKind; field: (name: Text, type?: string) => object }) {
  const { t } = useTranslation('service-requests');
  const query = useQuery(lateEntryChoices);
  const skps = (query.data ?? []).filter(({ annual, months }) => (values.reopens === 'monthly' ? months.length > 0 : annual));
  const chosen = skps.find(({ skpId }) => skpId === values.skpId);
  const tick = (months: string[]) => onChange({ ...values, months: [...months].sort() as IsoMonth[] });
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('field.reopens')} required value={values.reopens ?? ''}
          data={[{ value: '', label: t('choose') }, ...kind.reopens.map((value) => ({ value, label: t(`reopens.${value}`) }))]}
          onChange={(event) => onChange({ ...values, reopens: (event.currentTarget.value || null) as LateEntry | null, skpId: '', months: [] })}
        />
        <TextInput {...field('until', 'date')} description={t('hint.until')} required />
        {values.reopens === 'daily' ? (
          <>
            <TextInput {...field('from', 'date')} required />
            <TextInput {...field('to', 'date')} required />
          </>
        ) : null}
      </SimpleGrid>
      {values.reopens === 'annual' || values.reopens === 'monthly' ? (
        query.isSuccess && skps.length === 0 ? (
          <Text size="sm">{t('nothingClosed')}</Text>
        ) : (
          <NativeSelect
            label={t('field.skpId')} required value={values.skpId} error={refused['content.skpId'] ?? null}
            data={[
              { value: '', label: t('choose') },
              ...skps.map(({ skpId, year, periodFrom, periodTo }) => ({ value: skpId, label: t('skp', { year, from: formatDate(periodFrom), to: formatDate(periodTo) }) })),
            ]}
            onChange={(event) => onChange({ ...values, skpId: event.currentTarget.value, months: [] })}
          />
        )
      ) : null}
      {values.reopens === 'monthly' && chosen ? (
        <Checkbox.Group label={t('field.months')} value={values.months} onChange={tick} error={refused['content.months'] ?? null}>
          <Group gap="sm" mt={4}>
            {chosen.months.map((month) => (
              <Checkbox key={month} value={month} label={formatMonth(month)} />
            ))}
          </Group>
        </Checkbox.Group>
      ) : null}
    </Stack>
  );
}
