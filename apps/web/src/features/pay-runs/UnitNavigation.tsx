import type { Uuid } from '@ekinerja/contracts/basics';
import type { PayRunUnitItem } from '@ekinerja/contracts/pay-runs';
import { Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconList } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { neighbours } from './progress';

interface UnitNavigationProps {
  runId: Uuid;
  skpdId: Uuid;
  units: readonly PayRunUnitItem[];
}

/** Through all SKPD one after the other, with the keyboard alone. */
export function UnitNavigation({ runId, skpdId, units }: UnitNavigationProps) {
  const { t } = useTranslation('pay-runs');
  const { previous, next } = neighbours(units, skpdId);
  return (
    <Group component="nav" aria-label={t('unit.navigation')} gap="xs" className="no-print">
      <Button component={Link} to={`/tpp/${runId}`} variant="default" leftSection={<IconList size={18} aria-hidden />}>
        {t('unit.all')}
      </Button>
      {previous ? (
        <Button
          component={Link}
          to={`/tpp/${runId}/${previous.skpdId}`}
          variant="default"
          leftSection={<IconChevronLeft size={18} aria-hidden />}
          aria-label={t('unit.previousLabel', { name: previous.skpdName })}
        >
          {t('unit.previous')}
        </Button>
      ) : null}
      {next ? (
        <Button
          component={Link}
          to={`/tpp/${runId}/${next.skpdId}`}
          variant="default"
          rightSection={<IconChevronRight size={18} aria-hidden />}
          aria-label={t('unit.nextLabel', { name: next.skpdName })}
        >
          {t('unit.next')}
        </Button>
      ) : null}
    </Group>
  );
}
