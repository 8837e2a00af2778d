import { UNIT_KINDS } from '@ekinerja/contracts/basics';
import type { CalendarRulesView, DutyHours, WeekPattern } from '@ekinerja/contracts/calendar';
import { Table, Text } from '@mantine/core';
import { WEEK_DAYS } from '@ekinerja/contracts/calendar';
import { useTranslation } from 'react-i18next';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';

/** Which units work which days, and the hours of each pattern, in Ramadan too. */
export function WeekPatterns({ rules }: { rules: CalendarRulesView }) {
  const { t } = useTranslation('calendar');
  const own = new Map(rules.unitPatterns.map(({ unitKind, pattern }) => [unitKind, pattern]));
  return (
    <>
      <Section title={t('units')} note={t('unitsNote', { pattern: rules.ordinaryPattern })}>
        <ResponsiveTable
          caption={t('units')}
          rows={UNIT_KINDS.map((unitKind) => ({ unitKind, pattern: own.get(unitKind) ?? null }))}
          rowKey={({ unitKind }) => unitKind}
          columns={[
            { key: 'unit', title: t('unitKindTitle'), heading: true, cell: (row) => t(`unitKind.${row.unitKind}`) },
            { key: 'pattern', title: t('pattern'), cell: (row) => row.pattern ?? t('ordinary', { pattern: rules.ordinaryPattern }) },
          ]}
        />
      </Section>
      {rules.patterns.map((pattern) => (
        <Section key={pattern.name} title={t('hoursOf', { pattern: pattern.name })} note={t('hoursNote')}>
          <Hours pattern={pattern} />
        </Section>
      ))}
    </>
  );
}

function Hours({ pattern }: { pattern: WeekPattern }) {
  const { t } = useTranslation('calendar');
  const cell = (hours: DutyHours | undefined) => (hours ? t('hours', { start: hours.start, end: hours.end, minutes: hours.breakMinutes }) : t('off'));
  return (
    <Table.ScrollContainer minWidth={280} tabIndex={0} role="region" aria-label={t('hoursOf', { pattern: pattern.name })}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('day')}</Table.Th>
            <Table.Th scope="col">{t('ordinaryDays')}</Table.Th>
            <Table.Th scope="col">{t('inRamadan')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {WEEK_DAYS.map((day) => (
            <Table.Tr key={day}>
              <Table.Th scope="row">{t(`weekday.${day}`)}</Table.Th>
              <Table.Td>
                <Text size="sm">{cell(pattern.week.find((one) => one.day === day))}</Text>
              </Table.Td>
              <Table.Td>
                <Text size="sm">{cell(pattern.ramadan.find((one) => one.day === day))}</Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
