import { RUN_KINDS, type RunKind } from '@ekinerja/contracts/pay-runs';
import { Button, Group, Input, NativeSelect, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addMonths, formatMonth, monthOf } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { MonthPicker } from '../../ui/MonthPicker';
import { Section } from '../../ui/Section';
import { specialPayments, useOpenOtherRun } from './queries';

/** Back pay may reach years back; further still step by step. */
const MONTHS_BACK = 60;
const OTHERS = RUN_KINDS.filter((kind) => kind !== 'regular');

/** Supplementary, back pay, THR and the 13th month: each a run of its own. */
export function MoreRuns() {
  const { t } = useTranslation('pay-runs');
  const { today } = useProfile();
  const navigate = useNavigate();
  const [kind, setKind] = useState<RunKind>('supplementary');
  const [month, setMonth] = useState(addMonths(monthOf(today), -1));
  const [chosen, setChosen] = useState('');
  const mutation = useOpenOtherRun();
  const special = kind === 'special';
  const specials = useQuery({ ...specialPayments(month), enabled: special });
  const code = specials.data?.some((one) => one.code === chosen) ? chosen : '';
  const ready = !special || code !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    mutation.mutate(
      { month, kind, ...(special ? { code } : {}) },
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
          <Stack gap={2}>
            <Input.Label labelElement="div" aria-hidden>
              {t('more.month')}
            </Input.Label>
            <MonthPicker value={month} onChange={setMonth} max={monthOf(today)} back={MONTHS_BACK} />
          </Stack>
          {special && specials.isPending && !specials.error ? <Skeleton h={36} w={200} /> : null}
          {special && specials.data?.length ? (
            <NativeSelect
              label={t('more.special')} required value={code} onChange={(event) => setChosen(event.currentTarget.value)}
              data={[{ value: '', label: t('more.choose') }, ...specials.data.map(({ code: value, name }) => ({ value, label: name }))]}
            />
          ) : null}
          <Button type="submit" variant="default" loading={mutation.isPending} disabled={!ready}>
            {t('more.open')}
          </Button>
        </Group>
        {special && specials.data?.length === 0 ? (
          <Text size="sm" mt="xs" role="status">
            {t('more.noSpecial', { month: formatMonth(month) })}
          </Text>
        ) : null}
        <ErrorNotice error={mutation.error ?? (special ? specials.error : null)} mt="xs" />
      </form>
    </Section>
  );
}
