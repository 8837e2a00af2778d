import { REGULATION_LIMITS } from '@ekinerja/contracts/regulations';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconArrowLeft, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { formatDate } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { FIGURE, filledRows, hasParts, keysOf, keyTwice, TABLE_NAME, tablesOf, type EditedTable } from './amount-tables';
import { AmountRows } from './AmountRows';
import { AmountTableChoice } from './AmountTableChoice';
import { useDraftAmounts } from './draft-queries';
import { regulationOn } from './queries';
import { ReadAmounts } from './ReadAmounts';

/** Other amounts from a date: by hand, pasted, or from a sheet. They become a draft; nothing in force changes. */
export default function AmountsPage() {
  const { t } = useTranslation('drafts');
  const query = useQuery(regulationOn('amounts', useProfile().today));
  return (
    <>
      <PageTitle title={t('amounts.title')} note={t('amounts.note')}>
        <Button component={Link} to="/regulasi/rancangan" variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('back')}
        </Button>
      </PageTitle>
      <Loaded query={query} rows={6}>
        {(present) => <Form known={tablesOf(present.nodes)} />}
      </Loaded>
    </>
  );
}

function Form({ known }: { known: EditedTable[] }) {
  const { t } = useTranslation('drafts');
  const { today } = useProfile();
  const go = useNavigate();
  const [edited, setEdited] = useState<EditedTable>(known[0] ?? { table: null, rows: [] });
  const [fresh, setFresh] = useState(false);
  const [title, setTitle] = useState('');
  const [decree, setDecree] = useState('');
  const [from, setFrom] = useState(`${Number(today.slice(0, 4)) + 1}-01-01`);
  const sending = useDraftAmounts();
  const { table } = edited;
  const keys = keysOf(table);
  const rows = filledRows(edited.rows);
  const twice = keyTwice(rows);
  const wrong = rows.some((row) => !hasParts(row.class, keys.length) || !FIGURE.test(row.amount));
  const named = table === null || (TABLE_NAME.test(table.name) && (!fresh || !known.some((one) => one.table?.name === table.name)));
  const ready = rows.length > 0 && !wrong && twice === null && named && title.trim().length >= 5 && decree.trim().length >= REGULATION_LIMITS.decree.min;
  const send = () =>
    sending.mutate({ title: title.trim(), decree: decree.trim(), from, table, rows }, { onSuccess: ({ id }) => void go(`/regulasi/rancangan/${id}`) });
  const before = fresh ? [] : (known.find((one) => one.table?.name === table?.name)?.rows ?? []);
  return (
    <Stack>
      <AmountTableChoice
        known={known}
        table={table}
        fresh={fresh}
        onChoose={(chosen, isFresh) => {
          setEdited(chosen);
          setFresh(isFresh);
        }}
        onTable={(changed) => setEdited({ ...edited, table: changed })}
      />
      <ReadAmounts keys={keys} onRead={(read) => setEdited({ ...edited, rows: read })} />
      <Section title={table === null ? t('amounts.table') : t('amounts.figures', { name: table.name })} note={t('amounts.tableNote')}>
        <AmountRows rows={edited.rows} before={before} keys={keys} onChange={(changed) => setEdited({ ...edited, rows: changed })} />
      </Section>
      <Section title={t('amounts.basis')}>
        <Stack gap="sm">
          <TextInput label={t('amounts.name')} placeholder={t('amounts.namePlaceholder')} value={title} onChange={(event) => setTitle(event.currentTarget.value)} maxLength={200} required />
          <TextInput
            label={t('amounts.decree')}
            placeholder={t('amounts.decreePlaceholder')}
            value={decree}
            onChange={(event) => setDecree(event.currentTarget.value)}
            maxLength={REGULATION_LIMITS.decree.max}
            required
          />
          <TextInput
            type="date"
            label={t('propose.from')}
            description={formatDate(from)}
            value={from}
            onChange={(event) => {
              if (event.currentTarget.value) setFrom(event.currentTarget.value);
            }}
            maw={320}
          />
          {twice === null ? null : <p role="alert">{t('amounts.twice', { class: twice })}</p>}
          <ErrorNotice error={sending.error} onRetry={send} />
          <Group>
            <Button leftSection={<IconCheck size={18} aria-hidden />} disabled={!ready} loading={sending.isPending} onClick={send}>
              {t('amounts.save')}
            </Button>
          </Group>
        </Stack>
      </Section>
    </Stack>
  );
}
