import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { Button, Collapse, List, Text } from '@mantine/core';
import { IconTarget } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinutes } from '../../lib/format';
import { Loaded } from '../../ui/Loaded';
import { planOf } from './queries';

/** The plan that the entries serve, with how much is on each result this month (KS 17(b)); asked for when it is opened. */
export function PlanBeside({ employmentId, month }: { employmentId: Uuid; month: IsoMonth }) {
  const { t } = useTranslation('approvals');
  const [open, setOpen] = useState(false);
  const query = useQuery({ ...planOf(employmentId, month), enabled: open });
  return (
    <div>
      <Button variant="subtle" size="compact-sm" h={36} px={4} aria-expanded={open} leftSection={<IconTarget size={16} aria-hidden />} onClick={() => setOpen(!open)}>
        {t('plan.open')}
      </Button>
      <Collapse expanded={open}>
        {open ? (
          <Loaded query={query} rows={2}>
            {(lines) => (
              <List size="sm" mb="xs">
                {lines.map((line) => (
                  <List.Item key={line.id}>
                    {line.title}{' '}
                    <Text span size="sm" c="dimmed">
                      ({line.indicators.map(({ indicator, target, unit }) => `${indicator}: ${target} ${unit}`.trim()).join('; ')}) ·{' '}
                      {t('plan.done', { count: line.entries, duration: formatMinutes(line.minutes) })}
                    </Text>
                  </List.Item>
                ))}
                {lines.length === 0 ? <List.Item>{t('plan.none')}</List.Item> : null}
              </List>
            )}
          </Loaded>
        ) : null}
      </Collapse>
    </div>
  );
}
