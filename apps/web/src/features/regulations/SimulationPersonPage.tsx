import type { SimulationPersonDetail, SimulationSide } from '@ekinerja/contracts/pay-simulations';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatRupiah } from '../../lib/format';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { Why } from '../../ui/Why';
import { simulationPerson } from './simulation-queries';
import { signed } from './SimulationTotals';

/** One person: both slips side by side in words, each line with its reason and article. */
export default function SimulationPersonPage() {
  const { t } = useTranslation('simulations');
  const { simulationId = '', employmentId = '' } = useParams();
  const query = useQuery(simulationPerson(simulationId, employmentId));
  return (
    <>
      <PageTitle title={query.data?.name ?? t('person.title')} note={query.data?.postName}>
        <Button component={Link} to={`/regulasi/simulasi/${simulationId}`} variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('person.back')}
        </Button>
      </PageTitle>
      <Loaded query={query} shape="cards">
        {(person) => <Person person={person} />}
      </Loaded>
    </>
  );
}

function Person({ person }: { person: SimulationPersonDetail }) {
  const { t } = useTranslation('simulations');
  const { sides, difference } = person;
  return (
    <Stack>
      {person.factsChanged ? <Alert color="yellow" title={t('person.moved')} /> : null}
      <Section title={t('total.title')}>
        <Facts
          items={[
            { label: t('units.name'), value: person.skpdName },
            { label: t('people.class'), value: person.class ?? '–' },
            { label: t('total.before'), value: person.before === null ? '–' : formatRupiah(person.before) },
            { label: t('total.after'), value: person.after === null ? '–' : formatRupiah(person.after) },
            { label: t('total.difference'), value: difference === null ? '–' : <b>{signed(difference)}</b> },
          ]}
        />
      </Section>
      <Side title={t('person.before')} side={sides.before} />
      <Side title={t('person.after')} side={sides.after} />
    </Stack>
  );
}

function Side({ title, side }: { title: string; side: SimulationSide }) {
  const { t } = useTranslation('simulations');
  const lines = side.lines.filter(({ amount }) => amount !== null);
  return (
    <Section title={title}>
      {side.exclusion ? <Text>{t('person.excluded')}</Text> : null}
      {lines.length === 0 ? null : (
        <ResponsiveTable
          caption={title}
          rows={lines.map((line, at) => ({ ...line, at }))}
          rowKey={({ at }) => String(at)}
          columns={[
            { key: 'title', title: t('person.line'), heading: true, cell: (line) => line.title },
            { key: 'amount', title: t('person.amount'), align: 'right', cell: (line) => formatRupiah(line.amount ?? 0) },
            { key: 'why', title: t('person.why'), cell: (line) => <Why title={`${line.title}: ${formatRupiah(line.amount ?? 0)}`} explanation={line.explanation} cite={line.cite} /> },
          ]}
        />
      )}
      {side.totals ? (
        <Text mt="sm" fw={700} className="tabular">
          {t('person.net', { amount: formatRupiah(side.totals.net) })}
        </Text>
      ) : null}
    </Section>
  );
}
