import type { SalaryFact, SalaryRow } from '@ekinerja/contracts/pay-records';
import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { fieldErrors } from '../../ui/error-words';
import { PersonPicker } from './PersonPicker';
import { useSaveSalary } from './queries';

const REQUIRED = ['gross', 'taxWithheld'] as const;
const OPTIONAL = ['basic', 'insuranceBase', 'insuranceEmployee', 'insuranceEmployer', 'pension'] as const;
type Amount = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];
const PTKP = ['TK/0', 'TK/1', 'TK/2', 'TK/3', 'K/0', 'K/1', 'K/2', 'K/3'];

interface SalaryFormProps {
  /** Mended; null: entered anew, for a person who is chosen. */
  row: SalaryRow | null;
  month: string;
  onDone: () => void;
}

/** The salary facts of one person in one payment month, as the salary list has them. */
export function SalaryForm({ row, month, onDone }: SalaryFormProps) {
  const { t } = useTranslation('pay-records');
  const { today } = useProfile();
  const [of, setOf] = useState(month || today.slice(0, 7));
  const [person, setPerson] = useState<string | null>(row?.employmentId ?? null);
  const [ptkp, setPtkp] = useState(row?.ptkp ?? '');
  const [amounts, setAmounts] = useState<Partial<Record<Amount, string>>>(() =>
    Object.fromEntries([...REQUIRED, ...OPTIONAL].map((name) => [name, row?.[name] === null || row?.[name] === undefined ? '' : String(row[name])])),
  );
  const [tried, setTried] = useState(false);
  const save = useSaveSalary();
  const errors = fieldErrors(save.error, t);
  const number = (name: Amount): number | null => (amounts[name]?.trim() ? Number(amounts[name].replaceAll(/[.\s]/g, '')) : null);
  const wrong = (name: Amount) => {
    const value = number(name);
    if (value === null) return REQUIRED.some((one) => one === name) ? t('salaryForm.missing') : null;
    return Number.isSafeInteger(value) && value >= 0 ? null : t('salaryForm.amount');
  };
  const whole = person !== null && ptkp !== '' && of !== '' && [...REQUIRED, ...OPTIONAL].every((name) => wrong(name) === null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!whole || person === null) return;
    const body: SalaryFact = {
      gross: number('gross') ?? 0, basic: number('basic'), ptkp, taxWithheld: number('taxWithheld') ?? 0, insuranceBase: number('insuranceBase'),
      insuranceEmployee: number('insuranceEmployee'), insuranceEmployer: number('insuranceEmployer'), pension: number('pension'),
    };
    save.mutate({ month: of, employmentId: person, version: row?.version ?? null, body }, { onSuccess: () => { announce(t('salaryForm.saved')); onDone(); } });
  };
  const field = (name: Amount) => (
    <TextInput
      key={name} label={t(`salaryForm.${name}`)} inputMode="numeric" required={REQUIRED.some((one) => one === name)} value={amounts[name] ?? ''}
      error={(tried ? wrong(name) : null) ?? errors[name] ?? null} onChange={(event) => setAmounts({ ...amounts, [name]: event.currentTarget.value })}
    />
  );
  return (
    <form noValidate onSubmit={submit} aria-label={row ? t('salaryForm.mendTitle', { name: row.name, month: formatMonth(row.month) }) : t('salaryForm.title')}>
      <Stack gap="sm">
        <Text fw={600}>{row ? t('salaryForm.mendTitle', { name: row.name, month: formatMonth(row.month) }) : t('salaryForm.title')}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {row ? null : (
            <>
              <PersonPicker onChange={setPerson} error={tried && person === null ? t('salaryForm.missing') : null} />
              <TextInput type="month" label={t('salaryForm.month')} required value={of} onChange={(event) => setOf(event.currentTarget.value)} />
            </>
          )}
          <NativeSelect label={t('salaries.ptkp')} required value={ptkp} data={['', ...PTKP]} error={(tried && ptkp === '' ? t('salaryForm.missing') : null) ?? errors.ptkp ?? null} onChange={(event) => setPtkp(event.currentTarget.value)} />
          {[...REQUIRED, ...OPTIONAL].map(field)}
        </SimpleGrid>
        <Text size="sm" c="dimmed">{t('salaryForm.note')}</Text>
        <ErrorNotice error={save.error} shownFields={Object.keys(errors)} onReload={() => { save.reset(); onDone(); }} />
        <Group gap="xs">
          <Button type="submit" loading={save.isPending}>{t('form.save')}</Button>
          <Button variant="default" onClick={onDone}>{t('form.cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
