import type { PayRunPerson, PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber, formatRupiah } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { usePhone } from '../../ui/PhoneFold';
import { ResponsiveTable, type Column } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { SearchField } from '../../ui/SearchField';

/** People drawn at a time; on a phone everybody is a card. */
const STEP = { wide: 100, phone: 10 };

/** Everybody paid by this SKPD with the amounts; a closed line opens the slip. */
export function PeopleList({ unit }: { unit: PayRunUnitView }) {
  const { t } = useTranslation(['pay-runs', 'shell']);
  const [search, setSearch] = useState('');
  const phone = usePhone();
  const step = phone ? STEP.phone : STEP.wide;
  const [steps, setSteps] = useState(1);
  const most = steps * step;
  const included = unit.people.filter((person) => person.included);
  const wanted = search.trim().toLowerCase();
  const found = included.filter(
    ({ name, nip }) => wanted === '' || name.toLowerCase().includes(wanted) || (nip ?? '').includes(wanted),
  );
  return (
    <Section
      title={t('pay-runs:people.title', { count: included.length })}
      note={t(unit.status === 'closed' ? 'people.final' : 'people.estimate')}
    >
      {included.length === 0 ? (
        <EmptyState title={t('pay-runs:people.none')} text={t('pay-runs:people.noneText')} />
      ) : (
        <Stack gap="sm">
          {included.length > 10 ? (
            <SearchField
              label={t('pay-runs:people.search')}
              value={search}
              onChange={setSearch}
              maxWidth={360}
            />
          ) : null}
          {found.length === 0 ? (
            <Text role="status">{t('pay-runs:people.notFound')}</Text>
          ) : (
            <ResponsiveTable
              caption={t('pay-runs:people.caption')}
              rows={found.slice(0, most)}
              rowKey={(person) => person.employmentId}
              columns={columns(unit, t, phone)}
            />
          )}
          {found.length > most ? (
            <Group justify="center">
              <Button variant="default" onClick={() => setSteps(steps + 1)}>
                {t('pay-runs:people.more', { rest: formatNumber(found.length - most) })}
              </Button>
            </Group>
          ) : null}
        </Stack>
      )}
    </Section>
  );
}

function columns(unit: PayRunUnitView, t: TFunction, phone: boolean): Column<PayRunPerson>[] {
  const money = (key: 'gross' | 'cuts' | 'deductions' | 'adjustments' | 'net'): Column<PayRunPerson> => ({
    key,
    title: t(`pay-runs:${key}`),
    align: 'right',
    cell: ({ totals }) =>
      totals ? key === 'net' ? <strong>{formatRupiah(totals[key])}</strong> : formatRupiah(totals[key]) : '–',
  });
  const slips = unit.people.some(({ payslipId }) => payslipId !== null);
  const adjusted = unit.people.some(({ totals }) => totals !== null && totals.adjustments !== 0);
  const deducted = unit.people.some(({ totals }) => totals !== null && totals.deductions !== 0);
  return [
    {
      key: 'name',
      title: t('pay-runs:people.name'),
      heading: true,
      cell: (person) => <Person person={person} />,
    },
    // A phone shows what came of it; the rest stands on the slip.
    ...(phone
      ? []
      : [
          {
            key: 'class',
            title: t('pay-runs:people.class'),
            cell: (person: PayRunPerson) => person.class ?? '–',
          },
          money('gross'),
        ]),
    money('cuts'),
    ...(deducted ? [money('deductions')] : []),
    ...(adjusted ? [money('adjustments')] : []),
    money('net'),
    ...(slips
      ? [
          {
            key: 'slip',
            title: t('pay-runs:people.slip'),
            cell: (person: PayRunPerson) =>
              person.payslipId ? (
                <Anchor
                  component={Link}
                  to={`/slip/${person.payslipId}`}
                  style={{ whiteSpace: 'nowrap' }}
                  aria-label={t('pay-runs:people.slipLabel', { name: person.name })}
                >
                  {t('pay-runs:people.openSlip')}
                </Anchor>
              ) : (
                '–'
              ),
          },
        ]
      : []),
  ];
}

function Person({ person }: { person: PayRunPerson }) {
  const { t } = useTranslation('pay-runs');
  return (
    <>
      {person.name}
      <Text size="sm" c="dimmed" fw={400}>
        {[person.nip, person.postName].filter(Boolean).join(' · ')}
      </Text>
      {person.blockers.map(({ kind, waived, waiveReason }) => (
        <div key={kind}>
          <StatusBadge status={waived ? 'waived' : 'blocked'} size="md" />
          <Text size="sm" fw={400}>
            {t(`blocker.${kind}.title`)}
            {waived && waiveReason ? ` ${t('pay-runs:people.waiveReason', { reason: waiveReason })}` : ''}
          </Text>
        </div>
      ))}
    </>
  );
}
