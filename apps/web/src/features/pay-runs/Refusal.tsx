import type { IsoDate, IsoMonth } from '@ekinerja/contracts/basics';
import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate, formatMonth } from '../../lib/format';
import { ProblemError } from '../../lib/problem';
import { ErrorNotice } from '../../ui/ErrorNotice';

interface RefusalProps {
  error: unknown;
  month: IsoMonth | null;
  closableFrom?: IsoDate;
  onRetry?: () => void;
  onReload: () => void;
}

/** A refused step, and where it goes on: the words of the refusal, then what to do about it here. */
export function Refusal({ error, month, closableFrom, onRetry, onReload }: RefusalProps) {
  const { t } = useTranslation('pay-runs');
  if (!error) return null;
  const code = error instanceof ProblemError ? error.code : null;
  return (
    <Stack gap="xs">
      <ErrorNotice error={error} onRetry={onRetry} onReload={onReload} />
      {code === 'run-blocked' ? (
        <Text size="sm">
          {t('refused.blocked')} <Anchor href="#halangan">{t('refused.toBlockers')}</Anchor>
          {month ? (
            <>
              {' · '}
              <Anchor component={Link} to={`/presensi?bulan=${month}`}>
                {t('refused.toPresence', { month: formatMonth(month) })}
              </Anchor>
            </>
          ) : null}
        </Text>
      ) : null}
      {code === 'run-not-checked' ? <Text size="sm">{t('refused.notChecked')}</Text> : null}
      {code === 'month-not-over' ? (
        <Text size="sm">{closableFrom ? t('refused.notOver', { date: formatDate(closableFrom) }) : t('refused.notOverOpen')}</Text>
      ) : null}
      {code === 'stale-version' ? <Text size="sm">{t('refused.stale')}</Text> : null}
    </Stack>
  );
}
