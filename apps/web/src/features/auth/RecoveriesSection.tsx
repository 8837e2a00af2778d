import type { AccountSecurity, RecoveryNotice } from '@ekinerja/contracts/auth';
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../lib/format';
import { Section } from '../../ui/Section';

/** Nobody helps with a password unseen by its owner. */
export function RecoveriesSection({ security }: { security: AccountSecurity }) {
  const { t } = useTranslation('auth');
  const { recoveries, passwordChangedAt } = security;
  const outcome = ({ usedAt, expiresAt, open }: RecoveryNotice) => {
    if (usedAt) return t('recoveries.used', { date: formatInstant(usedAt) });
    return open ? t('recoveries.open', { date: formatInstant(expiresAt) }) : t('recoveries.over');
  };
  return (
    <Section title={t('recoveries.title')} note={t('recoveries.note')}>
      <Stack gap="xs">
        {passwordChangedAt ? <Text size="sm">{t('recoveries.changed', { date: formatInstant(passwordChangedAt) })}</Text> : null}
        {recoveries.length === 0 ? (
          <Text c="dimmed">{t('recoveries.none')}</Text>
        ) : (
          <ul style={{ margin: 0, paddingInlineStart: '1.25rem' }}>
            {recoveries.map((notice) => (
              <li key={notice.at}>
                {formatInstant(notice.at)} – {t('recoveries.made', { by: notice.by })}, {outcome(notice)}
                <Text size="sm" c="dimmed">
                  {notice.reason}
                  {notice.secondFactor ? ` ${t('recoveries.secondFactor')}` : ''}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Section>
  );
}
