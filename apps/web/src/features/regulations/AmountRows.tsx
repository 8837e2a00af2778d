import type { AmountKey, AmountRow } from '@ekinerja/contracts/regulations';
import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRupiah } from '../../lib/format';
import { FIGURE, hasParts } from './amount-tables';

interface AmountRowsProps {
  rows: readonly AmountRow[];
  /** What holds now: a changed amount says what it was. */
  before: readonly AmountRow[];
  /** What a row is looked up by. */
  keys: readonly AmountKey[];
  onChange: (rows: AmountRow[]) => void;
}

/** A table by post has hundreds of rows: those that are looked for, and no more at once. */
const SHOWN = 60;
const words = (amount: string) => (/^\d+$/.test(amount) ? formatRupiah(Number(amount)) : `Rp${amount.replace('.', ',')}`);

/** Key and rupiah, row by row; the old amount stands below one that changes. */
export function AmountRows({ rows, before, keys, onChange }: AmountRowsProps) {
  const { t } = useTranslation('drafts');
  const [search, setSearch] = useState('');
  const byClass = keys.length === 1 && keys[0] === 'class';
  const set = (at: number, change: Partial<AmountRow>) => onChange(rows.map((row, i) => (i === at ? { ...row, ...change } : row)));
  const found = rows.map((row, at) => ({ row, at })).filter(({ row }) => row.class.toLowerCase().includes(search.trim().toLowerCase()));
  const shown = found.slice(0, SHOWN);
  const keyWords = keys.map((key) => t(`amounts.keys.${key}`)).join(' | ');
  return (
    <Stack gap="xs">
      {byClass ? null : <Text size="sm">{t('amounts.keyNote', { keys: keyWords })}</Text>}
      {rows.length > SHOWN ? (
        <>
          <TextInput type="search" label={t('amounts.find')} value={search} onChange={(event) => setSearch(event.currentTarget.value)} maw={320} />
          {found.length > shown.length ? <Text size="sm">{t('amounts.shown', { shown: shown.length, count: found.length })}</Text> : null}
        </>
      ) : null}
      {shown.map(({ row, at }) => {
        const was = before.find((one) => one.class === row.class)?.amount;
        const amount = row.amount.trim();
        const changed = was !== amount;
        return (
          <Group key={at} gap="xs" wrap="nowrap" align="flex-start">
            <TextInput
              aria-label={t('amounts.keyOf', { row: at + 1 })}
              placeholder={byClass ? t('amounts.class') : keyWords}
              value={row.class}
              onChange={(event) => set(at, { class: event.currentTarget.value })}
              error={row.class.trim() !== '' && !hasParts(row.class, keys.length) ? t('amounts.wrongKey', { parts: keys.length, keys: keyWords }) : null}
              maxLength={160}
              style={byClass ? { flex: '0 1 7rem', minWidth: '4.5rem' } : { flex: '1 1 12rem' }}
            />
            <TextInput
              aria-label={t(byClass ? 'amounts.amountOf' : 'amounts.figureOf', { class: row.class || at + 1 })}
              placeholder={t('amounts.amount')}
              value={row.amount}
              onChange={(event) => set(at, { amount: event.currentTarget.value.replace(/[^\d.]/g, '') })}
              inputMode="decimal"
              error={amount !== '' && !FIGURE.test(amount) ? t('amounts.unreadable') : null}
              description={
                FIGURE.test(amount) ? (
                  <Text component="span" size="sm" {...(changed ? { fw: 600 } : {})}>
                    {words(amount)}
                    {changed ? ` – ${was === undefined ? t('amounts.new') : t('amounts.was', { amount: words(was) })}` : ''}
                  </Text>
                ) : null
              }
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              style={{ flex: '1 1 12rem', maxWidth: '22rem' }}
            />
            <ActionIcon aria-label={t('amounts.removeRow', { class: row.class || at + 1 })} mt={2} onClick={() => onChange(rows.filter((_, i) => i !== at))}>
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        );
      })}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => {
            setSearch('');
            onChange(rows.length < SHOWN ? [...rows, { class: '', amount: '' }] : [{ class: '', amount: '' }, ...rows]);
          }}
        >
          {t(byClass ? 'amounts.add' : 'amounts.addRow')}
        </Button>
      </Group>
    </Stack>
  );
}
