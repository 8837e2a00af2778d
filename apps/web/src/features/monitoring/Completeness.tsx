import type { DocumentCompleteness } from '@ekinerja/contracts/oversight';
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { Cite } from '../../ui/Cite';
import { Loaded } from '../../ui/Loaded';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { completeness } from './queries';

/** KS 15(d): of each kind of supporting document that the regulation asks for, how many are there. */
export function Completeness() {
  const { t } = useTranslation('monitoring');
  const year = Number(useProfile().today.slice(0, 4));
  return (
    <Section title={t('archive.completeness', { year })} note={t('archive.completenessNote')}>
      <Loaded query={useQuery(completeness(year))} rows={3}>
        {({ uses, cite, units }) => (
          <Stack gap="sm">
            {uses.length === 0 ? <Text c="dimmed">{t('archive.none')}</Text> : null}
            {cite ? (
              <Text size="sm">
                <Cite cite={cite} />
              </Text>
            ) : null}
            {uses.length > 0 && units.length === 0 ? <Text c="dimmed">{t('archive.noUnits')}</Text> : null}
            {units.length > 0 ? (
              <ResponsiveTable
                caption={t('archive.completeness', { year })}
                rows={byUnit(units)}
                rowKey={({ skpdId }) => skpdId}
                columns={[
                  { key: 'unit', title: t('archive.unit'), heading: true, cell: (row) => row.skpdName },
                  ...uses.map((use) => ({
                    key: use,
                    title: t(`archive.use.${use}`),
                    align: 'right' as const,
                    cell: (row: UnitRow) => {
                      const one = row.uses.get(use);
                      return one ? t('archive.of', { present: formatNumber(one.present), wanted: formatNumber(one.wanted) }) : '–';
                    },
                  })),
                ]}
              />
            ) : null}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

interface UnitRow {
  skpdId: string;
  skpdName: string;
  uses: Map<string, DocumentCompleteness>;
}

function byUnit(rows: DocumentCompleteness[]): UnitRow[] {
  const units = new Map<string, UnitRow>();
  for (const row of rows) {
    const unit = units.get(row.skpdId) ?? { skpdId: row.skpdId, skpdName: row.skpdName, uses: new Map<string, DocumentCompleteness>() };
    unit.uses.set(row.use, row);
    units.set(row.skpdId, unit);
  }
  return [...units.values()];
}
