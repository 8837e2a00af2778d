import type { CorrectActivityRequest, WaitingActivity } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay, monthOf } from '../../lib/format';
import { Section } from '../../ui/Section';
import classes from './Approvals.module.css';
import { PlanBeside } from './PlanBeside';
import { useStable } from './use-stable';
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
  correcting: Uuid | null;
  correction: { busy: boolean; error: unknown };
  onCorrect: (id: Uuid | null) => void;
  onCorrected: (entry: WaitingActivity, body: CorrectActivityRequest) => void;
}

export function PersonGroup({ person, busy, onAcceptAll, active, selected, refusing, refusal, correcting, correction, ...actions }: PersonGroupProps) {
  const { t } = useTranslation('approvals');
  const on = useStable(actions);
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
      <PlanBeside employmentId={person.employmentId} month={monthOf(person.days[0]?.date ?? '')} />
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
              <WaitingRow
                key={entry.id}
                entry={entry}
                isActive={entry.id === active}
                isSelected={selected.has(entry.id)}
                isRefusing={refusing === entry.id}
                isCorrecting={correcting === entry.id}
                busy={refusing === entry.id ? refusal.busy : correcting === entry.id ? correction.busy : false}
                error={refusing === entry.id ? refusal.error : correcting === entry.id ? correction.error : null}
                on={on}
              />
            ))}
          </div>
        ))}
      </Stack>
    </Section>
  );
}
