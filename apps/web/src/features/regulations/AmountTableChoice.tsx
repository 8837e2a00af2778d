import { AMOUNT_KEYS, type AmountKey, type AmountTable } from '@ekinerja/contracts/regulations';
import { Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TABLE_NAME, type EditedTable } from './amount-tables';

interface AmountTableChoiceProps {
  /** In force now. */
  known: readonly EditedTable[];
  table: AmountTable | null;
  /** A table that nobody has yet. */
  fresh: boolean;
  onChoose: (edited: EditedTable, fresh: boolean) => void;
  onTable: (table: AmountTable) => void;
}

const NEW = '+';
const MOST_KEYS = 3;

/** Which table changes; a new one gets a name and what it is looked up by. */
export function AmountTableChoice({ known, table, fresh, onChoose, onTable }: AmountTableChoiceProps) {
  const { t } = useTranslation('drafts');
  const choose = (name: string) => {
    if (name === NEW) return onChoose({ table: { name: '', by: ['post'] }, rows: [] }, true);
    const edited = known.find((one) => (one.table?.name ?? '') === name);
    if (edited) onChoose(edited, false);
  };
  const set = (at: number, key: string) => {
    const by = [...(table?.by ?? [])];
    if (key === '') by.splice(at);
    else by[at] = key as AmountKey;
    onTable({ name: table?.name ?? '', by });
  };
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t('amounts.which')}
        value={fresh ? NEW : (table?.name ?? '')}
        data={[
          ...known.map((one) => ({ value: one.table?.name ?? '', label: one.table === null ? t('amounts.byClass') : `${one.table.name} (${one.table.by.map((key) => t(`amounts.keys.${key}`)).join(', ')})` })),
          { value: NEW, label: t('amounts.newTable') },
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
        maw={480}
      />
      {fresh && table ? (
        <>
          <TextInput
            label={t('amounts.tableName')}
            description={t('amounts.tableNameNote')}
            value={table.name}
            onChange={(event) => onTable({ ...table, name: event.currentTarget.value })}
            error={table.name !== '' && !TABLE_NAME.test(table.name)}
            maxLength={40}
            maw={480}
            required
          />
          <Group gap="sm" align="flex-end">
            {Array.from({ length: Math.min(MOST_KEYS, table.by.length + 1) }, (_, at) => (
              <NativeSelect
                key={at}
                label={t(at === 0 ? 'amounts.by' : 'amounts.byNext')}
                value={table.by[at] ?? ''}
                data={[
                  ...(at === 0 ? [] : [{ value: '', label: t('amounts.noKey') }]),
                  ...AMOUNT_KEYS.filter((key) => table.by[at] === key || !table.by.includes(key)).map((key) => ({ value: key, label: t(`amounts.keys.${key}`) })),
                ]}
                onChange={(event) => set(at, event.currentTarget.value)}
              />
            ))}
          </Group>
        </>
      ) : null}
    </Stack>
  );
}
