import { Group, Stack } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateFilter, useDay } from '../../ui/DateFilter';
import { DownloadButton } from '../../ui/DownloadButton';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { unitNodes } from './queries';
import { UnitBranch } from './UnitBranch';

export function UnitsTab() {
  const { t } = useTranslation('organisation');
  const [day, setDay] = useDay();
  const query = useQuery(unitNodes(day, null));
  return (
    <Stack>
      <Group align="flex-end" gap="sm">
        <DateFilter label={t('onDay')} value={day} onChange={setDay} />
        <DownloadButton path="/units/list.xlsx" fileName="unit.xlsx" query={{ date: day }}>
          {t('export')}
        </DownloadButton>
      </Group>
      <Loaded query={query} rows={6}>
        {(nodes) =>
          nodes.length === 0 ? (
            <EmptyState icon={IconSitemap} title={t('units.none')} text={t('units.noneText')} />
          ) : (
            // The one government at the top opens by itself; many SKPD of a reach do not.
            <UnitBranch nodes={nodes} day={day} openFirst={nodes.length === 1} label={t('units.tree')} />
          )
        }
      </Loaded>
    </Stack>
  );
}
