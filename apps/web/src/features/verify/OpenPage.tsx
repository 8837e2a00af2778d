import { Anchor, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAbout } from '../../lib/about';
import { changeLanguage, currentLanguage } from '../../lib/i18n';
import { PageTitle } from '../../ui/PageTitle';
import classes from './VerifyPage.module.css';

interface OpenPageProps {
  title: string;
  note: string;
  /** The other page for anybody. */
  also: { to: string; label: string };
  children: ReactNode;
}

/** The frame of pages for anybody, signed in or not. */
export function OpenPage({ title, note, also, children }: OpenPageProps) {
  const { t } = useTranslation(['verify', 'shell']);
  const { governmentName } = useAbout();
  const other = currentLanguage() === 'id' ? 'en' : 'id';
  return (
    <main className={classes.page}>
      <div className={classes.brand}>
        <img src="/icon.svg" alt="" width={40} height={40} />
        <div>
          <Text fw={700}>{t('shell:app')}</Text>
          <Text size="sm">{governmentName}</Text>
        </div>
      </div>
      <PageTitle title={title} note={note} />
      {children}
      <Group justify="space-between">
        <Group gap="lg">
          <Anchor component={Link} to="/">
            {t('toPortal')}
          </Anchor>
          <Anchor component={Link} to={also.to}>
            {also.label}
          </Anchor>
        </Group>
        <Button variant="subtle" lang={other} onClick={() => void changeLanguage(other)}>
          {other === 'en' ? 'English' : 'Bahasa Indonesia'}
        </Button>
      </Group>
    </main>
  );
}
