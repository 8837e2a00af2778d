import type { Simulation } from '@ekinerja/contracts/pay-simulations';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/Section';
import { PeopleTable } from './PeopleTable';

export function BiggestChanges({ simulation, which }: { simulation: Simulation; which: 'up' | 'down' }) {
  const { t } = useTranslation('simulations');
  const people = simulation[which];
  const title = t(`biggest.${which}`, { count: Math.max(1, people.length) });
  return (
    <Section title={title}>
      {people.length === 0 ? <Text c="dimmed">{t(`biggest.none.${which}`)}</Text> : <PeopleTable id={simulation.id} caption={title} people={people} />}
    </Section>
  );
}
