import { Button } from '@mantine/core';
import { IconMapSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState';
import { PageTitle } from '../ui/PageTitle';

export function NotFound() {
  const { t } = useTranslation('shell');
  return (
    <>
      <PageTitle title={t('notFound.title')} />
      <EmptyState icon={IconMapSearch} title={t('notFound.text')} text={t('notFound.advice')}>
        <Button component={Link} to="/">
          {t('toHome')}
        </Button>
      </EmptyState>
    </>
  );
}
