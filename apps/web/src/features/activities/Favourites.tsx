import type { ActivityMonth } from '@ekinerja/contracts/activities';
import { Button, Group, Menu } from '@mantine/core';
import { IconCopy, IconStar, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useKeptQuery } from '../../lib/kept-query';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { latestEntry, timeAfter, type EntryValues } from './entry-rules';
import { favourites, removeFavourite } from './queries';

interface FillFromProps {
  data: ActivityMonth;
  ownId: string;
  values: EntryValues;
  onFill: (values: Partial<EntryValues>) => void;
}

/** What a new entry can be filled from: the last one, or a favourite. */
export function FillFrom({ data, ownId, values, onFill }: FillFromProps) {
  const { t } = useTranslation('activities');
  const client = useQueryClient();
  const { query } = useKeptQuery(favourites, 'favourites');
  const removal = useMutation({
    mutationFn: removeFavourite,
    onSuccess: () => client.invalidateQueries({ queryKey: favourites.queryKey }),
  });
  const latest = latestEntry(data.activities.filter((one) => one.id !== ownId));
  const known = (id: string) => data.skpResults.some((result) => result.id === id);
  const list = query.data ?? [];
  return (
    <Group gap="xs">
      {latest ? (
        <Button
          variant="light"
          leftSection={<IconCopy size={18} aria-hidden />}
          onClick={() => {
            const { description, outputQuantity, outputUnit, skpResultId, task, catalogueItemId, monthPlanId } = latest;
            const step = data.planSteps.some(({ id }) => id === monthPlanId) ? monthPlanId : null;
            onFill({ description, outputQuantity, outputUnit, task, catalogueItemId, ...(known(skpResultId) ? { skpResultId, monthPlanId: step } : {}) });
          }}
        >
          {t('form.copy')}
        </Button>
      ) : null}
      {list.length > 0 ? (
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <Button variant="light" leftSection={<IconStar size={18} aria-hidden />}>
              {t('favourite.choose')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {list.map((one) => (
              <Menu.Item
                key={one.id}
                mih={44}
                onClick={() => {
                  const { description, outputQuantity, outputUnit, skpResultId, task, minutes } = one;
                  onFill({
                    description, outputQuantity, outputUnit, task, endTime: timeAfter(values.startTime, minutes),
                    ...(known(skpResultId) ? { skpResultId } : {}),
                  });
                }}
              >
                {one.description}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Label>{t('favourite.remove')}</Menu.Label>
            {list.map((one) => (
              <Menu.Item key={one.id} mih={36} fz="sm" leftSection={<IconX size={14} aria-hidden />} closeMenuOnClick={false} onClick={() => removal.mutate(one.id)}>
                {t('favourite.removeOne', { what: one.description })}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <ErrorNotice error={removal.error} />
    </Group>
  );
}
