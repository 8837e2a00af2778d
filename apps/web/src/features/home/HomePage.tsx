import { Anchor, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay, formatMinutes, formatMonth, formatNumber } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Facts } from '../../ui/Facts';
import { Loading } from '../../ui/Loading';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import classes from './HomePage.module.css';
import { tasksOf, type Task } from './tasks';
import { useHomeFacts } from './use-home-facts';

export default function HomePage() {
  const { t } = useTranslation('home');
  const profile = useProfile();
  const { facts, pending, error, retry } = useHomeFacts();
  const tasks = tasksOf(facts);
  const [first, ...rest] = tasks;
  return (
    <>
      <PageTitle
        title={t('title', { name: profile.person?.name ?? profile.username })}
        note={formatDay(profile.today)}
      />
      <Stack>
        {pending ? (
          <Loading shape="cards" rows={3} />
        ) : first ? (
          <First task={first} />
        ) : error ? null : (
          <EmptyState icon={IconCircleCheck} title={t('nothing')} text={t('nothingText')} />
        )}
        <ErrorNotice error={error} onRetry={retry} />
        {!pending && rest.length > 0 ? (
          <Section title={t('next')}>
            <ul className={classes.tasks}>
              {rest.map((task) => (
                <li key={`${task.word}.${task.to}`}>
                  <Link to={task.to} className={classes.task}>
                    <span>
                      <Text component="span" fw={600} display="block">
                        {t(`task.${task.word}.title`, task.params)}
                      </Text>
                      <Text component="span" size="sm" c="dimmed" display="block">
                        {t(`task.${task.word}.text`, task.params)}
                      </Text>
                    </span>
                    <IconArrowRight size={20} aria-hidden style={{ flexShrink: 0 }} />
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        {facts.month ? (
          <Section
            title={formatMonth(facts.month.month)}
            actions={
              <Anchor component={Link} to="/slip/perkiraan">
                {t('estimate')}
              </Anchor>
            }
          >
            <Facts
              items={[
                { label: t('accepted'), value: formatMinutes(facts.month.acceptedMinutes) },
                { label: t('waiting'), value: formatNumber(facts.month.waiting) },
                { label: t('gaps'), value: formatNumber(facts.month.gaps) },
              ]}
            />
          </Section>
        ) : null}
      </Stack>
    </>
  );
}

/** The one thing to do now. */
function First({ task }: { task: Task }) {
  const { t } = useTranslation('home');
  return (
    <Card component="section" aria-labelledby="sekarang" className={classes.first ?? ''} padding="lg">
      <Text size="sm" fw={600} c="accent.9">
        {t('now')}
      </Text>
      <Title order={2} id="sekarang" fz="xl">
        {t(`task.${task.word}.title`, task.params)}
      </Title>
      <Text mb="md">{t(`task.${task.word}.text`, task.params)}</Text>
      <Group>
        <Button component={Link} to={task.to} rightSection={<IconArrowRight size={18} aria-hidden />}>
          {t(`task.${task.word}.action`, task.params)}
        </Button>
      </Group>
    </Card>
  );
}
