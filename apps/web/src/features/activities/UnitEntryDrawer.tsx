import { ACTIVITY_LIMITS, type Activity, type ActivityMonth } from '@ekinerja/contracts/activities';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { Button, Drawer, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMediaQuery } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../lib/api';
import { isProblem } from '../../lib/problem';
import { inWords } from '../../lib/values';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { fieldErrors } from '../../ui/error-words';
import { checkEntry, entryBody, entryValues, newEntry, type EntryValues } from './entry-rules';
import { EntryFields } from './EntryFields';
import { useSaveUnitEntry } from './queries';

interface UnitEntryProps {
  data: ActivityMonth;
  date: IsoDate;
  employmentId: Uuid;
}

interface UnitEntryDrawerProps extends UnitEntryProps {
  /** `baru`, the id of an entry, or null: closed. */
  opened: string | null;
  onClose: () => void;
}

/** The form of the unit admin: the same fields as the owner's, and why it is written in their place (KS 16(b)). */
export function UnitEntryDrawer({ opened, onClose, ...props }: UnitEntryDrawerProps) {
  const { t } = useTranslation(['activities', 'shell']);
  const narrow = useMediaQuery('(max-width: 47.99em)') ?? false;
  const entry = props.data.activities.find(({ id }) => id === opened);
  const shown = opened === 'baru' || entry !== undefined;
  return (
    <Drawer
      opened={shown}
      onClose={onClose}
      size={narrow ? '100%' : 'lg'}
      title={t(entry ? 'unit.mend' : 'unit.add')}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      closeOnClickOutside={false}
    >
      {shown ? <UnitEntryForm key={opened} {...props} entry={entry} onDone={onClose} /> : null}
    </Drawer>
  );
}

function UnitEntryForm({ data, date, employmentId, entry, onDone }: UnitEntryProps & { entry: Activity | undefined; onDone: () => void }) {
  const { t } = useTranslation(['activities', 'shell', 'errors']);
  const [id] = useState(() => entry?.id ?? newId());
  const [version, setVersion] = useState(entry?.version ?? null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const mutation = useSaveUnitEntry(employmentId);
  const form = useForm<EntryValues>({
    initialValues: entry ? entryValues(entry) : newEntry(date, data),
    validate: (values) =>
      Object.fromEntries(
        Object.entries(checkEntry(values, data.entryWindow, entry?.date, data.reopened)).map(([field, { word, params = {} }]) => [
          field,
          t(`refusal.${word}`, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inWords(String(value))]))),
        ]),
      ),
  });
  const { min, max } = ACTIVITY_LIMITS.reason;
  // A draft of the owner stays one: handing it in is theirs.
  const handsIn = entry?.status !== 'draft';
  const short = reason.trim().length < min;
  const save = (values: EntryValues) => {
    if (short) return;
    mutation.mutate(
      { id, version, body: { ...entryBody(values, handsIn), reason: reason.trim() } },
      {
        onSuccess: () => {
          announce(t('unit.done'));
          onDone();
        },
        onError: (error) => form.setErrors(fieldErrors(error, t)),
      },
    );
  };
  const takeCurrent = () => {
    if (isProblem(mutation.error, 'stale-version')) setVersion((mutation.error.problem.current as Activity | undefined)?.version ?? null);
    mutation.reset();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        setTried(true);
        form.onSubmit(save)(event);
      }}
    >
      <Stack>
        <EntryFields form={form} data={data} catalogue={false} />
        <Textarea
          label={t('unit.reason')}
          description={t('unit.reasonNote')}
          autosize
          minRows={2}
          maxLength={max}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && short ? t('refusal.descriptionShort', { min }) : null}
        />
        <ErrorNotice
          error={mutation.error}
          shownFields={Object.keys(form.values)}
          onReload={takeCurrent}
          onRetry={() => form.onSubmit(save)()}
        />
        <Text size="sm">{t(handsIn ? 'unit.told' : 'unit.toldDraft')}</Text>
        <div>
          <Button type="submit" leftSection={<IconSend size={18} aria-hidden />} loading={mutation.isPending}>
            {t(handsIn ? 'unit.save' : 'unit.saveDraft')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
