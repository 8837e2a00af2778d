import { PAY_RECORD_KINDS, PAY_RECORD_SHAPES, type PayRecordField, type PayRecordInput, type PayRecordKind } from '@ekinerja/contracts/pay-records';
import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan, useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { fieldErrors } from '../../ui/error-words';
import { PersonPicker } from './PersonPicker';
import { recordCodes, units, useRecord } from './queries';

const TIMES: readonly PayRecordField[] = ['checkIn', 'checkOut'];
const NUMBERS: readonly PayRecordField[] = ['amount', 'breakMinutes', 'child'];

type Draft = Partial<Record<PayRecordField | 'from' | 'to' | 'documentNumber' | 'documentDate' | 'reason', string>>;

/** One form for every kind: it asks for what the kind asks for, and offers the codes that the law knows. */
export function RecordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('pay-records');
  const { today } = useProfile();
  const everyKind = useCan('salaries.write');
  const kinds = PAY_RECORD_KINDS.filter((one) => everyKind || PAY_RECORD_SHAPES[one].byUnit);
  const [kind, setKind] = useState<PayRecordKind>('leave');
  const [draft, setDraft] = useState<Draft>({ from: today });
  const [employmentId, setPerson] = useState<string | null>(null);
  const [unitId, setUnit] = useState<string | null>(null);
  const [forUnit, setForUnit] = useState(false);
  const { data: codes } = useQuery(recordCodes);
  const { data: unitPage } = useQuery({ ...units, enabled: PAY_RECORD_SHAPES[kind].target !== 'person' });
  const mutation = useRecord();
  const errors = fieldErrors(mutation.error, t);
  const shape = PAY_RECORD_SHAPES[kind];
  const known = codes?.codes[kind] ?? [];
  const ofUnit = shape.target === 'unit' || (shape.target === 'either' && forUnit);
  const set = (name: keyof Draft, value: string) => setDraft({ ...draft, [name]: value });
  const text = (name: keyof Draft) => draft[name]?.trim() || null;
  const number = (name: keyof Draft) => (text(name) === null ? null : Number(text(name)));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input: PayRecordInput = {
      kind, employmentId: ofUnit ? null : employmentId, unitId: ofUnit ? unitId : null,
      from: draft.from ?? '', to: shape.span === 'day' ? null : text('to'),
      code: text('code'), amount: number('amount'), value: text('value')?.replace(',', '.') ?? null, checkIn: text('checkIn'), checkOut: text('checkOut'),
      breakMinutes: number('breakMinutes'), child: number('child'), cause: text('cause'), class: text('class'),
      documentNumber: text('documentNumber'), documentDate: text('documentDate'), reason: draft.reason?.trim() ?? '',
    };
    mutation.mutate(input, {
      onSuccess: ({ status }) => {
        announce(t(status === 'waiting' ? 'form.waits' : 'form.done'));
        onDone();
      },
    });
  };
  const field = (name: PayRecordField) => {
    const required = shape.required.includes(name);
    if (name === 'code' && known.length > 0) {
      return (
        <NativeSelect
          key={name} label={t('field.code')} required={required} value={draft.code ?? ''} error={errors.code ?? null}
          data={[{ value: '', label: t('form.choose') }, ...known.map(({ code, name: label }) => ({ value: code, label: label === code ? t(`code.${code}`, label) : label }))]}
          onChange={(event) => set('code', event.currentTarget.value)}
        />
      );
    }
    return (
      <TextInput
        key={name} label={t(`field.${name}`)} required={required} type={TIMES.includes(name) ? 'time' : 'text'} inputMode={NUMBERS.includes(name) ? 'numeric' : 'text'}
        value={draft[name] ?? ''} error={errors[name] ?? null} onChange={(event) => set(name, event.currentTarget.value)}
      />
    );
  };

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={t('field.kind')} value={kind} data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(event) => {
              setKind(event.currentTarget.value as PayRecordKind);
              setDraft({ ...(draft.from ? { from: draft.from } : {}), ...(draft.reason ? { reason: draft.reason } : {}) });
            }}
          />
          {shape.target === 'either' ? (
            <NativeSelect
              label={t('form.target')} value={forUnit ? 'unit' : 'person'} onChange={(event) => setForUnit(event.currentTarget.value === 'unit')}
              data={[{ value: 'person', label: t('form.onePerson') }, { value: 'unit', label: t('form.wholeUnit') }]}
            />
          ) : null}
          {ofUnit ? (
            <NativeSelect
              label={t('form.unit')} required value={unitId ?? ''} error={errors.unitId ?? null} onChange={(event) => setUnit(event.currentTarget.value || null)}
              data={[{ value: '', label: t('form.choose') }, ...(unitPage?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name }))]}
            />
          ) : (
            <PersonPicker onChange={setPerson} error={errors.employmentId} />
          )}
          <TextInput label={t(shape.span === 'day' ? 'field.day' : 'field.from')} type="date" required value={draft.from ?? ''} error={errors.from ?? null} onChange={(event) => set('from', event.currentTarget.value)} />
          {shape.span === 'day' ? null : (
            <TextInput label={t('field.to')} description={shape.span === 'open' ? t('form.openEnd') : undefined} type="date" required={shape.span === 'days'} value={draft.to ?? ''} error={errors.to ?? null} onChange={(event) => set('to', event.currentTarget.value)} />
          )}
          {[...shape.required, ...shape.optional].map(field)}
          <TextInput label={t('field.documentNumber')} required={shape.document} value={draft.documentNumber ?? ''} error={errors.documentNumber ?? null} onChange={(event) => set('documentNumber', event.currentTarget.value)} />
          <TextInput label={t('field.documentDate')} type="date" value={draft.documentDate ?? ''} error={errors.documentDate ?? null} onChange={(event) => set('documentDate', event.currentTarget.value)} />
        </SimpleGrid>
        <Textarea label={t('field.reason')} required autosize minRows={2} value={draft.reason ?? ''} error={errors.reason ?? null} onChange={(event) => set('reason', event.currentTarget.value)} />
        {shape.approval ? <Text size="sm">{t('form.approval')}</Text> : null}
        <ErrorNotice error={mutation.error} shownFields={Object.keys(errors)} />
        <Group gap="xs">
          <Button type="submit" loading={mutation.isPending}>
            {t('form.save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('form.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
