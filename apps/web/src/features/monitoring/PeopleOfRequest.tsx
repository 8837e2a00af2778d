import { OVERSIGHT_LIMITS } from '@ekinerja/contracts/oversight';
import { CloseButton, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SearchPicker, type Choice } from '../../ui/forms/SearchPicker';
import { peopleOf } from '../../ui/forms/sources';

interface PeopleOfRequestProps {
  skpdId: string;
  people: Choice[];
  onChange: (people: Choice[]) => void;
}

/** Whose data is asked for; nobody chosen: everybody of the SKPD (KS 24(2)). */
export function PeopleOfRequest({ skpdId, people, onChange }: PeopleOfRequestProps) {
  const { t } = useTranslation('monitoring');
  return (
    <Stack gap="xs">
      {people.length < OVERSIGHT_LIMITS.people ? (
        <SearchPicker
          key={`${skpdId} ${people.length}`}
          label={t('data.people')}
          hint={t('data.peopleHint')}
          chosen={null}
          onChoose={(choice) => {
            if (choice && !people.some(({ id }) => id === choice.id)) onChange([...people, choice]);
          }}
          source={peopleOf(skpdId)}
        />
      ) : null}
      {people.map((one) => (
        <Group key={one.id} justify="space-between" wrap="nowrap" gap="xs">
          <Text size="sm">{one.note ? `${one.title} · ${one.note}` : one.title}</Text>
          <CloseButton
            size="lg"
            aria-label={t('data.withoutPerson', { name: one.title })}
            onClick={() => onChange(people.filter(({ id }) => id !== one.id))}
          />
        </Group>
      ))}
    </Stack>
  );
}
