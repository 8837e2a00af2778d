import { Anchor, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAbout } from '../../lib/about';
import { changeLanguage, currentLanguage } from '../../lib/i18n';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { CodeForm } from './CodeForm';
import { verifyCode } from './queries';
import { Verdict } from './Verdict';
import classes from './VerifyPage.module.css';

/** What the QR code on a printed paper opens; for anybody, signed in or not. */
export default function VerifyPage() {
  const { t } = useTranslation(['verify', 'shell']);
  const { code } = useParams();
  const { governmentName } = useAbout();
  const query = useQuery({ ...verifyCode(code ?? ''), enabled: code !== undefined });
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
      <PageTitle title={t('title')} note={t('note')} />
      {code !== undefined ? (
        <Loaded query={query} shape="cards" rows={1}>
          {(answer) => <Verdict answer={answer} code={code} />}
        </Loaded>
      ) : null}
      <CodeForm key={code ?? ''} code={code} />
      <Group justify="space-between">
        <Anchor component={Link} to="/">
          {t('toPortal')}
        </Anchor>
        <Button variant="subtle" lang={other} onClick={() => void changeLanguage(other)}>
          {other === 'en' ? 'English' : 'Bahasa Indonesia'}
        </Button>
      </Group>
    </main>
  );
}
