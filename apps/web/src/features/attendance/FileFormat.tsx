import { Accordion, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ResponsiveTable } from '../../ui/ResponsiveTable';

const COLUMNS = ['nip', 'date', 'checkIn', 'checkOut', 'status'] as const;

/** What the file has to hold, in one sentence, and its columns for those who look closer. */
export function FileFormat() {
  const { t } = useTranslation('attendance');
  return (
    <div>
      <Text size="sm">{t('format.sentence')}</Text>
      <Accordion variant="contained" mt="xs" chevronPosition="left">
        <Accordion.Item value="columns">
          <Accordion.Control>{t('format.columns')}</Accordion.Control>
          <Accordion.Panel>
            <ResponsiveTable
              caption={t('format.columns')}
              rows={COLUMNS}
              rowKey={(column) => column}
              columns={[
                { key: 'name', title: t('format.column'), heading: true, cell: (column) => t(`format.${column}.name`) },
                { key: 'content', title: t('format.content'), cell: (column) => t(`format.${column}.content`) },
                { key: 'example', title: t('format.example'), cell: (column) => t(`format.${column}.example`) },
              ]}
            />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </div>
  );
}
