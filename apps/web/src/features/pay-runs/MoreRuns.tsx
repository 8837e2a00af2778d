import { RUN_KINDS, type RunKind } from '@ekinerja/contracts/pay-runs';
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addMonths, formatMonth, monthOf } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { useOpenOtherRun } from './queries';

const MONTHS = 12;
const OTHERS = RUN_KINDS.filter((kind) => kind !== 'regular');

/** Supplementary, back pay, THR and the 13th month: each a run of its own. */
export function MoreRuns() {
  const { t } = useTranslation('pay-runs');
  const { today } = useProfile();
  const navigate = useNavigate();
  const [kind, setKind] = useState<RunKind>('supplementary');
  const [month, setMonth] = useState(addMonths(monthOf(today), -1));
  const [code, setCode] = useState('');
  const mutation = useOpenOtherRun();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutation.mutate(
      { month, kind, ...(kind === 'special' ? { code: code.trim() } : {}) },
      {
        onSuccess: (run) => {
          announce(t('more.opened', { kind: run.special?.name ?? t(`runKind.${run.kind}`), month: formatMonth(run.month) }));
          void navigate(`/tpp/${run.id}`);
        },
      },
    );
  };
  return (
    <Section title={t('more.title')} note={t('more.note')}>
      <form noValidate onSubmit={submit}>
        <Group align="flex-end" gap="xs">
          <NativeSelect label={t('more.kind')} value={kind} data={OTHERS.map((value) => ({ value, label: t(`runKind.${value}`) }))} onChange={(event) => setKind(event.currentTarget.value as RunKind)} />
          <NativeSelect
            label={t('more.month')} value={month} onChange={(event) => setMonth(event.currentTarget.value)}
            data={Array.from({ length: MONTHS }, (_, back) => addMonths(monthOf(today), -back)).map((value) => ({ value, label: formatMonth(value) }))}
          />
          {kind === 'special' ? <TextInput label={t('more.code')} description={t('more.codeNote')} required value={code} onChange={(event) => setCode(event.currentTarget.value)} /> : null}
          <Button type="submit" variant="default" loading={mutation.isPending}>
            {t('more.open')}
          </Button>
        </Group>
        <ErrorNotice error={mutation.error} mt="xs" />
      </form>
    </Section>
  );
}
