import type { ActivityMonth } from '@ekinerja/contracts/activities';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconSend } from '@tabler/icons-react';
import { useEffect, useState, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant, monthOf } from '../../lib/format';
import { useMonth } from '../../lib/filters';
import { useKeptQuery } from '../../lib/kept-query';
import { useProfile } from '../../lib/session';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { MonthPicker } from '../../ui/MonthPicker';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { gridDrafts } from './entry-draft';
import { ManyGrid } from './ManyGrid';
import { ManySources } from './ManySources';
import { emptyRow, isBlank, lastOpenDay, pastedCells, problemsOf, rowsOf, type GridRow } from './grid-rows';
import { activityMonth } from './queries';
import { useSendGrid } from './use-send-grid';

/** Many entries at once: a week's grid, copied days, a pasted table, a file. All are stored, or none. */
export default function ManyPage() {
  const { t } = useTranslation('activities');
  const [month, setMonth, current] = useMonth();
  const { query, keptAt } = useKeptQuery(activityMonth(month), `month-${month}`);
  return (
    <>
      <PageTitle title={t('many.title')} note={t('many.note')}>
        <MonthPicker value={month} onChange={setMonth} max={current} />
        <Button component={Link} to={`/kegiatan?bulan=${month}`} variant="default">
          {t('many.back')}
        </Button>
      </PageTitle>
      {keptAt ? <Text size="sm">{t('keptAt', { at: formatInstant(keptAt) })}</Text> : null}
      <Loaded query={query}>{(data) => <Many key={data.month} data={data} />}</Loaded>
    </>
  );
}

function Many({ data }: { data: ActivityMonth }) {
  const { t } = useTranslation(['activities', 'shell']);
  const { accountId, today } = useProfile();
  const first = monthOf(today) === data.month ? today : lastOpenDay(data);
  const [draft] = useState(() => gridDrafts.read(accountId, data.month));
  const [restored, setRestored] = useState(draft !== null);
  const [rows, setRows] = useState<GridRow[]>(() => draft ?? [emptyRow(first, data)]);
  const [shown, setShown] = useState(false);
  const { sending, error, done, send } = useSendGrid(rows, setRows);
  const filled = rows.filter((row) => !isBlank(row));
  const problems = problemsOf(filled, data);
  // What was typed or read outlives a reload and a look at another page, until it is sent or thrown away.
  useEffect(() => {
    const written = rows.filter((row) => !isBlank(row));
    if (written.length > 0) gridDrafts.keep(accountId, data.month, written);
    else gridDrafts.forget(accountId, data.month);
  }, [accountId, data.month, rows]);
  const bad = [...problems.values()].filter((one) => Object.keys(one).length > 0).length;

  const add = (more: GridRow[]) => setRows((before) => [...before.filter((row) => !isBlank(row)), ...more]);
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!text.includes('\t')) return;
    event.preventDefault();
    add(rowsOf(pastedCells(text), data));
  };
  const submit = (asSubmitted: boolean) => {
    setShown(true);
    if (bad === 0 && filled.length > 0) send(filled, asSubmitted);
  };
  if (data.skpResults.length === 0) {
    return (
      <Alert color="orange" title={t('form.noSkp')}>
        {t('form.noSkpText')}
      </Alert>
    );
  }
  return (
    <Stack onPaste={paste}>
      {restored ? (
        <Alert color="blue" role="status" title={t('form.restored')}>
          <Button
            size="compact-sm"
            h={36}
            variant="default"
            onClick={() => {
              setRestored(false);
              setRows([emptyRow(first, data)]);
            }}
          >
            {t('form.startAnew')}
          </Button>
        </Alert>
      ) : null}
      <ManySources data={data} onRows={add} />
      <Section title={t('many.rows', { count: filled.length })} note={t('many.pasteNote')}>
        <div className="scrolls-sideways">
          <ManyGrid data={data} rows={rows} problems={shown ? problems : new Map()} onChange={setRows} />
        </div>
        <Button
          mt="sm"
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setRows((before) => [...before, emptyRow(before.at(-1)?.date ?? first, data, before.at(-1)?.endTime || undefined)])}
        >
          {t('many.addRow')}
        </Button>
      </Section>
      {shown && bad > 0 ? (
        <Alert color="red" role="alert" title={t('many.bad', { count: bad })}>
          {t('many.badText')}
        </Alert>
      ) : null}
      {done ? (
        <Alert color={done === 'kept' ? 'gray' : 'green'} role="status" title={t(`many.${done}`)} />
      ) : null}
      <ErrorNotice error={error} onRetry={() => submit(true)} />
      <div>
        <Text size="sm" mb="xs">
          {t('form.declaration')}
        </Text>
        <Group gap="xs">
          <Button leftSection={<IconSend size={18} aria-hidden />} loading={sending} disabled={filled.length === 0} onClick={() => submit(true)}>
            {t('many.send', { count: filled.length })}
          </Button>
          <Button variant="default" disabled={sending || filled.length === 0} onClick={() => submit(false)}>
            {t('form.draft')}
          </Button>
        </Group>
      </div>
    </Stack>
  );
}
