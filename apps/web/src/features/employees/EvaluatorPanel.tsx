import type { Uuid } from '@ekinerja/contracts/basics';
import type { EvaluatorAnswerView, EvaluatorPerson } from '@ekinerja/contracts/organisation';
import { Alert, Anchor, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter } from '../../lib/filters';
import { formatDay } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Section';
import { EvaluatorChain } from './EvaluatorChain';
import { evaluatorOn } from './queries';

/** Who evaluates this person on a day. The answer is derived from dated posts, so the day is part of the question. */
export function EvaluatorPanel({ employmentId, name }: { employmentId: Uuid; name: string }) {
  const { t } = useTranslation('employees');
  const { today } = useProfile();
  const [chosen, setChosen] = useFilter('tanggal');
  const date = chosen !== null && /^\d{4}-\d{2}-\d{2}$/.test(chosen) ? chosen : today;
  const query = useQuery(evaluatorOn(employmentId, date));
  return (
    <Section
      title={t('evaluator.title')}
      note={formatDay(date)}
      actions={
        <TextInput
          type="date"
          label={t('evaluator.date')}
          value={date}
          onChange={(event) => setChosen(event.currentTarget.value === today ? null : event.currentTarget.value)}
        />
      }
    >
      <Loaded query={query} shape="text" rows={4}>
        {(answer) => <Answer answer={answer} name={name} />}
      </Loaded>
    </Section>
  );
}

function Answer({ answer, name }: { answer: EvaluatorAnswerView; name: string }) {
  const { t } = useTranslation('employees');
  return (
    <Stack gap="sm">
      {answer.evaluator ? (
        <Person person={answer.evaluator} />
      ) : (
        <Alert color="orange" title={t('evaluator.none')}>
          {t('evaluator.noneText')}
        </Alert>
      )}
      <div>
        <Title order={3}>{t('evaluator.why')}</Title>
        <Text size="sm" c="dimmed" mb="xs">
          {t('evaluator.whyNote', { name })}
        </Text>
        <EvaluatorChain chain={answer.chain} evaluator={answer.evaluator} />
      </div>
      {answer.superior ? (
        <div>
          <Title order={3}>{t('evaluator.superior')}</Title>
          <Text size="sm" c="dimmed" mb={4}>
            {t('evaluator.superiorNote')}
          </Text>
          <Person person={answer.superior} />
          <details style={{ marginTop: '0.5rem' }}>
            <summary style={{ minHeight: 32, cursor: 'pointer' }}>{t('evaluator.why')}</summary>
            <EvaluatorChain chain={answer.superiorChain} evaluator={answer.superior} />
          </details>
        </div>
      ) : null}
    </Stack>
  );
}

function Person({ person }: { person: EvaluatorPerson }) {
  const { t } = useTranslation('employees');
  return (
    <div>
      <Text fw={600}>
        <Anchor component={Link} to={`/pegawai/${person.employmentId}`} fw="inherit">
          {person.personName}
        </Anchor>
      </Text>
      <Text size="sm">
        {t(`capacity.${person.capacity}`, { post: person.postName })}
        {person.nip ? ` · ${t('nip')} ${person.nip}` : ''}
      </Text>
    </div>
  );
}
