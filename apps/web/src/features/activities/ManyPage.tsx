import type { ActivityMonth } from '@ekinerja/contracts/activities';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconSend } from '@tabler/icons-react';
import { useState, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant } from '../../lib/format';
import { useMonth } from '../../lib/filters';
import { useKeptQuery } from '../../lib/kept-query';
import { useProfile } from '../../lib/session';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { ManyGrid } from './ManyGrid';
import { ManySources } from './ManySources';
import { emptyRow, isBlank, pastedCells, problemsOf, rowsOf, type GridRow } from './grid-rows';
import { activityMonth } from './queries';
import { useSendGrid } from './use-send-grid';

/** Many entries at once: a week's grid, copied days, a pasted table, a file. All are stored, or none. */
export default function ManyPage() {
  const { t } = useTranslation('activities');
  const [month] = useMonth();
  const { query, keptAt } = useKeptQuery(activityMonth(month), `month-${month}`);
  return (
    <>
      <PageTitle title={t('many.title')} note={t('many.note')}>
        <Button component={Link} to="/kegiatan" variant="default">
          {t('many.back')}
        </Button>
      </PageTitle>
      {keptAt ? <Text size="sm">{t('keptAt', { at: formatInstant(keptAt) })}</Text> : null}
      <Loaded query={query}>{(data) => <Many data={data} />}</Loaded>
    </>
  );
}

function Many({ data }: { data: ActivityMonth }) {
  const { t } = useTranslation(['activities', 'shell']);
  const { today } = useProfile();
  const [rows, setRows] = useState<GridRow[]>(() => [emptyRow(today, data)]);
  const [shown, setShown] = useState(false);
  const { sending, error, done, send } = useSendGrid(rows, setRows);
  const filled = rows.filter((row) => !isBlank(row));
  const problems = problemsOf(filled, data);
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
      <ManySources data={data} onRows={add} />
      <Section title={t('many.rows', { count: filled.length })} note={t('many.pasteNote')}>
        <div className="scrolls-sideways">
          <ManyGrid data={data} rows={rows} problems={shown ? problems : new Map()} onChange={setRows} />
        </div>
        <Button
          mt="sm"
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setRows((before) => [...before, emptyRow(before.at(-1)?.date ?? today, data, before.at(-1)?.endTime || undefined)])}
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
