import { Select, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { formatMinutes } from '../../lib/format';
import { useKeptQuery } from '../../lib/kept-query';
import { quantityOf, timeAfter, type EntryValues } from './entry-rules';
import { ownCatalogue } from './queries';

/** The unit's catalogue (KS 16(a)), most used first: fills in activity, unit of output and, by the norm, the end. */
export function CatalogueSelect({ form }: { form: UseFormReturnType<EntryValues> }) {
  const { t } = useTranslation('activities');
  const { query } = useKeptQuery(ownCatalogue, 'catalogue');
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  const choose = (id: string | null) => {
    const item = items.find((one) => one.id === id);
    form.setFieldValue('catalogueItemId', id);
    if (!item) return;
    const { startTime, endTime, description, outputQuantity } = form.values;
    form.setFieldValue('outputUnit', item.outputUnit);
    if (description.trim() === '' || items.some(({ title }) => title === description)) form.setFieldValue('description', item.title);
    const quantity = Number(quantityOf(outputQuantity) ?? '1');
    if (endTime === '' && startTime !== '') form.setFieldValue('endTime', timeAfter(startTime, Math.round(item.normMinutes * quantity)));
  };
  const chosen = items.find(({ id }) => id === form.values.catalogueItemId);
  return (
    <div>
      <Select
        label={t('form.catalogue')}
        description={t('form.catalogueNote')}
        placeholder={t('form.catalogueChoose')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('form.catalogueClear') }}
        nothingFoundMessage={t('form.nothingFound')}
        limit={50}
        data={items.map(({ id, code, title }) => ({ value: id, label: `${code} · ${title}` }))}
        value={form.values.catalogueItemId}
        onChange={choose}
        data-field="catalogueItemId"
      />
      {chosen ? (
        <Text size="sm" c="dimmed" mt={4}>
          {t('form.norm', { duration: formatMinutes(chosen.normMinutes), unit: chosen.outputUnit })}
        </Text>
      ) : null}
    </div>
  );
}
