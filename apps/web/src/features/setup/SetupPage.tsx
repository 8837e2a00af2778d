import type { SetupStatus, SetupStep } from '@ekinerja/contracts/setup';
import { Alert, Badge, Button, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../../lib/format';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { setupStatus } from './queries';
import { nextStep, sentenceOf, STEP_PATHS } from './steps';

/** The opening day: what is set up, what is next, and where to do it. */
export default function SetupPage() {
  const { t } = useTranslation('setup');
  const query = useQuery(setupStatus);
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <Loaded query={query} shape="cards">
        {(status) => <Guide status={status} />}
      </Loaded>
    </>
  );
}

function Guide({ status }: { status: SetupStatus }) {
  const { t } = useTranslation('setup');
  const next = nextStep(status);
  const done = status.steps.filter((step) => step.done).length;
  return (
    <Stack>
      {next ? (
        <Section title={t('next', { step: t(`step.${next.key}.title`) })} note={<Sentence step={next} />}>
          <Button component={Link} to={STEP_PATHS[next.key]}>
            {t(`step.${next.key}.action`)}
          </Button>
        </Section>
      ) : (
        <Alert role="status" color="green" icon={<IconCheck size={20} aria-hidden />} title={t('complete.title')}>
          {t('complete.text')}
        </Alert>
      )}
      <Section title={t('steps')} note={t('progress', { done, total: status.steps.length })}>
        <Stack component="ol" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
          {status.steps.map((step, at) => (
            <Group component="li" key={step.key} wrap="nowrap" align="flex-start" gap="sm">
              <ThemeIcon variant="light" color={step.done ? 'green' : step === next ? undefined : 'gray'} radius="xl" size={36}>
                {step.done ? <IconCheck size={20} aria-hidden /> : <IconCircleDashed size={20} aria-hidden />}
              </ThemeIcon>
              <div style={{ flex: 1, minWidth: 0 }}>
                <Group gap="xs">
                  <Title order={3} size="h4">
                    {at + 1}. {t(`step.${step.key}.title`)}
                  </Title>
                  <Badge variant="light" color={step.done ? 'green' : 'gray'} tt="none">
                    {t(step.done ? 'state.done' : step === next ? 'state.next' : 'state.open')}
                  </Badge>
                </Group>
                <Text size="sm" component="div">
                  <Sentence step={step} />
                </Text>
                <Button component={Link} to={STEP_PATHS[step.key]} variant="subtle" size="compact-sm" h={36} px={0}>
                  {t(`step.${step.key}.action`)}
                </Button>
              </div>
            </Group>
          ))}
        </Stack>
      </Section>
    </Stack>
  );
}

function Sentence({ step }: { step: SetupStep }) {
  const { t } = useTranslation('setup');
  // A year is a name, not an amount: it gets no thousands sign.
  const years = step.key === 'calendar';
  const figures = Object.fromEntries(
    Object.entries(step.figures).map(([name, value]) => [name, typeof value === 'number' && !years ? formatNumber(value) : String(value)]),
  );
  return <>{t(`sentence.${sentenceOf(step)}`, figures)}</>;
}
