import type { PayRunView } from '@ekinerja/contracts/pay-runs';
import { Alert, Button, Text } from '@mantine/core';
import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate, formatMonth } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { nextThing } from './progress';

/** The one thing to do now, first on the page. */
export function NextThingNotice({ run }: { run: PayRunView }) {
  const { t } = useTranslation('pay-runs');
  const { permissions, today } = useProfile();
  const { word, unit } = nextThing(run, permissions, today);
  const done = word === 'done';
  const words = { month: formatMonth(run.month), unit: unit?.skpdName ?? '', date: formatDate(run.closableFrom), count: unit?.blockers ?? 0 };
  const to = word === 'presence' ? (permissions.includes('attendance.read') ? `/presensi?bulan=${run.month}` : null) : unit ? `/tpp/${run.id}/${unit.skpdId}` : null;
  return (
    <Alert
      color={done ? 'green' : 'blue'}
      icon={done ? <IconCheck size={20} aria-hidden /> : <IconArrowRight size={20} aria-hidden />}
      title={t(`next.${word}.title`, words)}
    >
      <Text size="sm">{t(`next.${word}.text`, words)}</Text>
      {to ? (
        <Button component={Link} to={to} mt="xs" h="auto" mih={44} py={11} styles={{ label: { whiteSpace: 'normal' } }}>
          {t(`next.${word}.button`, words)}
        </Button>
      ) : null}
    </Alert>
  );
}
