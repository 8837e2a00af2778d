import type { WaitingActivity } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../lib/format';
import { Section } from '../../ui/Section';
import classes from './Approvals.module.css';
import type { WaitingPerson } from './waiting-order';
import { WaitingRow } from './WaitingRow';

export interface PersonGroupProps {
  person: WaitingPerson;
  active: Uuid | null;
  selected: ReadonlySet<Uuid>;
  refusing: Uuid | null;
  refusal: { busy: boolean; error: unknown };
  busy: boolean;
  onSelect: (ids: readonly Uuid[], on: boolean) => void;
  onActivate: (id: Uuid) => void;
  onAccept: (entry: WaitingActivity) => void;
  onAcceptAll: (entries: readonly WaitingActivity[]) => void;
  onRefuse: (id: Uuid | null) => void;
  onRefused: (entry: WaitingActivity, reason: string) => void;
}

export function PersonGroup({ person, busy, onAcceptAll, ...rows }: PersonGroupProps) {
  const { t } = useTranslation('approvals');
  const all = person.days.flatMap((day) => day.entries);
  return (
    <Section
      title={person.name}
      note={[person.postName, person.nip].filter(Boolean).join(' · ')}
      actions={
        all.length > 1 ? (
          <Button
            variant="light"
            disabled={busy}
            onClick={() => onAcceptAll(all)}
            aria-label={t('acceptPerson', { name: person.name, count: all.length })}
          >
            {t('acceptAll', { count: all.length })}
          </Button>
        ) : null
      }
    >
      <Stack gap="xs">
        {person.days.map((day) => (
          <div key={day.date} role="group" aria-label={`${person.name}, ${formatDay(day.date)}`}>
            <div className={classes.dayHead}>
              <Text fw={600} size="sm">
                {formatDay(day.date)}
              </Text>
              {day.entries.length > 1 && person.days.length > 1 ? (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  h={36}
                  disabled={busy}
                  onClick={() => onAcceptAll(day.entries)}
                  aria-label={t('acceptDay', { date: formatDay(day.date), count: day.entries.length })}
                >
                  {t('acceptAll', { count: day.entries.length })}
                </Button>
              ) : null}
            </div>
            {day.entries.map((entry) => (
              <WaitingRow key={entry.id} entry={entry} {...rows} />
            ))}
          </div>
        ))}
      </Stack>
    </Section>
  );
}
