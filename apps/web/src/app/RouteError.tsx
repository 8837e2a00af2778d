import { Button, Container, Group } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { NotAllowedError } from '../lib/guard';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { PageTitle } from '../ui/PageTitle';
import { NotFound } from './NotFound';

/** A file of an older build is gone after an upgrade: the page only needs a reload. */
const isOldBuild = (error: unknown) =>
  error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);

export function RouteError() {
  const error = useRouteError();
  const { t } = useTranslation('shell');
  if (isRouteErrorResponse(error) && error.status === 404) {
    return (
      <Container size="md" py="xl">
        <NotFound />
      </Container>
    );
  }
  if (error instanceof NotAllowedError) {
    return (
      <Container size="md" py="xl">
        <PageTitle title={t('notAllowed.title')} />
        <EmptyState icon={IconLock} title={t('notAllowed.text')} text={t('notAllowed.advice')}>
          <Button component={Link} to="/">
            {t('toHome')}
          </Button>
        </EmptyState>
      </Container>
    );
  }
  return (
    <Container size="md" py="xl">
      <PageTitle title={t(isOldBuild(error) ? 'oldBuild.title' : 'failed.title')} />
      <ErrorNotice error={error} />
      <Group mt="md">
        <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
        <Button variant="default" component="a" href="/">
          {t('toHome')}
        </Button>
      </Group>
    </Container>
  );
}
