import type { SetupStatus } from '@ekinerja/contracts/setup';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { setupStatus, usePrintCodes } from './queries';

type Unit = SetupStatus['units'][number];

/** First passwords as one-time codes: one paper an SKPD, to cut and hand out. */
export default function CodesPage() {
  const { t } = useTranslation('setup');
  const query = useQuery(setupStatus);
  return (
    <>
      <PageTitle title={t('codes.title')} note={t('codes.note')}>
        <Button component={Link} to="/persiapan" variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('back')}
        </Button>
      </PageTitle>
      <Section title={t('codes.units')} note={t('codes.once')}>
        <Loaded query={query} rows={6}>
          {({ units }) => (units.length === 0 ? <Text c="dimmed">{t('codes.empty')}</Text> : <Units units={units} />)}
        </Loaded>
      </Section>
    </>
  );
}

function Units({ units }: { units: Unit[] }) {
  const { t } = useTranslation('setup');
  const [asking, setAsking] = useState<string | null>(null);
  const mutation = usePrintCodes();
  const print = (unit: Unit) =>
    mutation.mutate(unit.skpdId, {
      onSuccess: () => {
        setAsking(null);
        announce(t('codes.done', { unit: unit.skpdName }));
      },
    });
  const action = (unit: Unit) => {
    if (unit.accounts === 0) return '–';
    const busy = mutation.isPending && mutation.variables === unit.skpdId;
    const again = unit.withoutCode < unit.accounts;
    if (asking === unit.skpdId) {
      return (
        <Stack gap="xs">
          <Text size="sm">{t('codes.again')}</Text>
          <Group gap="xs">
            <Button size="xs" h={36} color="red" loading={busy} onClick={() => print(unit)}>
              {t('codes.printNew')}
            </Button>
            <Button size="xs" h={36} variant="default" onClick={() => setAsking(null)}>
              {t('codes.cancel')}
            </Button>
          </Group>
        </Stack>
      );
    }
    return (
      <Button
        size="xs"
        h={36}
        variant={unit.withoutCode > 0 ? 'filled' : 'default'}
        leftSection={<IconPrinter size={16} aria-hidden />}
        loading={busy}
        onClick={() => (again ? setAsking(unit.skpdId) : print(unit))}
        aria-label={t('codes.printFor', { unit: unit.skpdName })}
      >
        {t('codes.print')}
      </Button>
    );
  };
  return (
    <Stack gap="sm">
      <ErrorNotice error={mutation.error} onReload={() => mutation.reset()} />
      <ResponsiveTable
        caption={t('codes.units')}
        rows={units}
        rowKey={(unit) => unit.skpdId}
        columns={[
          { key: 'name', title: t('grant.unit'), heading: true, cell: (unit) => unit.skpdName },
          { key: 'accounts', title: t('codes.accounts'), align: 'right', cell: (unit) => formatNumber(unit.accounts) },
          { key: 'without', title: t('codes.without'), align: 'right', cell: (unit) => formatNumber(unit.withoutCode) },
          { key: 'admins', title: t('codes.admins'), align: 'right', cell: (unit) => formatNumber(unit.unitAdmins) },
          { key: 'print', title: t('roles.action'), cell: action },
        ]}
      />
    </Stack>
  );
}
