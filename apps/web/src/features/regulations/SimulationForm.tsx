import { EMPLOYEE_KINDS, type IsoMonth } from '@ekinerja/contracts/basics';
import { SIMULATION_LIMITS } from '@ekinerja/contracts/pay-simulations';
import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useProfile } from '../../lib/session';
import { monthOf } from '../../lib/format';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { MonthPicker } from '../../ui/MonthPicker';
import { Section } from '../../ui/Section';
import { SkpdFilter } from '../../ui/SkpdFilter';
import { AmountRows } from './AmountRows';
import { ChangedPosts, type ChangedPost } from './ChangedPosts';
import { draftList } from './draft-queries';
import { PickedPeople, type PickedPerson } from './PickedPeople';
import { regulationOn } from './queries';
import { NOTHING_SUPPOSED, simulationMonth, useStartSimulation } from './simulation-queries';

const BY_CLASS = ['class'] as const;

/** The question: a rule, amounts, a class, and for whom. Only what differs is sent. */
export function SimulationForm() {
  const { t } = useTranslation(['simulations', 'regulations']);
  const go = useNavigate();
  const { today } = useProfile();
  const last = useQuery(simulationMonth).data?.month;
  const drafts = useQuery(draftList).data?.filter(({ status }) => status === 'draft' || status === 'proposed') ?? [];
  const present = useQuery(regulationOn('amounts', today)).data?.nodes.flatMap(({ path, value }) =>
    path.startsWith('classes.') && value !== null ? [{ class: path.slice('classes.'.length), amount: String(value) }] : [],
  );
  const [question, setQuestion] = useState(NOTHING_SUPPOSED);
  const [name, setName] = useState('');
  const [month, setMonth] = useState<IsoMonth | null>(null);
  const [rows, setRows] = useState<{ class: string; amount: string }[] | null>(null);
  const [posts, setPosts] = useState<ChangedPost[]>([]);
  const [people, setPeople] = useState<PickedPerson[]>([]);
  const start = useStartSimulation();
  const change = (part: Partial<typeof question>) => setQuestion({ ...question, ...part });
  const toggled = <T,>(list: readonly T[], one: T, on: boolean): T[] => (on ? [...list, one] : list.filter((other) => other !== one));
  const amounts = (rows ?? []).filter((row) => row.class !== '' && row.amount !== '' && present?.find((one) => one.class === row.class)?.amount !== row.amount);
  const run = () =>
    start.mutate(
      { ...question, name: name.trim(), month, amounts, postClasses: posts.map(({ id, to }) => ({ postId: id, class: to })), employmentIds: people.map(({ id }) => id) },
      { onSuccess: ({ id }) => void go(`/regulasi/simulasi/${id}`) },
    );
  return (
    <Section title={t('form.title')} note={t('form.note')}>
      <Stack gap="md">
        <TextInput label={t('form.name')} placeholder={t('form.namePlaceholder')} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={SIMULATION_LIMITS.name.max} required maw={560} />
        <div>
          <Text size="sm" fw={500} mb={4}>
            {t('form.month')}
          </Text>
          {last ? <MonthPicker value={month ?? last} onChange={setMonth} max={monthOf(today)} /> : null}
        </div>
        <Checkbox.Group label={t('form.drafts')} description={drafts.length === 0 ? t('form.noDrafts') : t('form.draftsNote')} value={question.drafts} onChange={(ids) => change({ drafts: ids })}>
          <Stack gap="xs" mt="xs">
            {drafts.map((draft) => (
              <Checkbox key={draft.id} value={draft.id} label={`${draft.title} (${t(`regulations:kind.${draft.kind}`)})`} />
            ))}
          </Stack>
        </Checkbox.Group>
        <details onToggle={(event) => event.currentTarget.open && rows === null && present && setRows(present)}>
          <summary>{t('form.amounts', { count: amounts.length })}</summary>
          <Stack mt="sm">{rows && present ? <AmountRows keys={BY_CLASS} rows={rows} before={present} onChange={setRows} /> : null}</Stack>
        </details>
        <details>
          <summary>{t('form.posts', { count: posts.length })}</summary>
          <ChangedPosts posts={posts} onChange={setPosts} />
        </details>
        <details>
          <summary>{t('form.scope')}</summary>
          <Stack gap="sm" mt="sm">
            <Group>
              <SkpdFilter label={t('form.skpd')} all={t('form.everywhere')} value={question.skpdIds[0] ?? null} onChange={(id) => change({ skpdIds: id ? [id] : [] })} />
            </Group>
            <Checkbox.Group label={t('form.kinds')} description={t('form.kindsNote')} value={question.employeeKinds}>
              <Group mt="xs">
                {EMPLOYEE_KINDS.map((kind) => (
                  <Checkbox
                    key={kind}
                    value={kind}
                    label={t(`regulations:code.${kind}`)}
                    onChange={(event) => change({ employeeKinds: toggled(question.employeeKinds, kind, event.currentTarget.checked) })}
                  />
                ))}
              </Group>
            </Checkbox.Group>
            <PickedPeople people={people} onChange={setPeople} />
          </Stack>
        </details>
        <ErrorNotice error={start.error} onRetry={run} />
        <Group>
          <Button leftSection={<IconPlayerPlay size={18} aria-hidden />} disabled={name.trim().length < SIMULATION_LIMITS.name.min || posts.some(({ to }) => to.trim() === '')} loading={start.isPending} onClick={run}>
            {t('form.run')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
