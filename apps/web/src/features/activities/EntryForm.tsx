import type { Activity, ActivityMonth } from '@ekinerja/contracts/activities';
import type { IsoDate } from '@ekinerja/contracts/basics';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useWindowEvent } from '@mantine/hooks';
import { IconCopy, IconDeviceFloppy, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newId } from '../../lib/api';
import { isProblem } from '../../lib/problem';
import { inWords } from '../../lib/values';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { fieldErrors } from '../../ui/error-words';
import classes from './ActivitiesPage.module.css';
import {
  checkEntry,
  entryBody,
  entryValues,
  latestEntry,
  newEntry,
  overlapping,
  type EntryValues,
} from './entry-rules';
import { EntryFields } from './EntryFields';
import { useSaveEntry } from './queries';

interface EntryFormProps {
  data: ActivityMonth;
  date: IsoDate;
  entry: Activity | undefined;
  onDone: () => void;
}

export function EntryForm({ data, date, entry, onDone }: EntryFormProps) {
  const { t } = useTranslation(['activities', 'shell', 'errors']);
  const [id] = useState(() => entry?.id ?? newId());
  const [version, setVersion] = useState(entry?.version);
  const mutation = useSaveEntry();
  const latest = latestEntry(data.activities.filter((one) => one.id !== id));
  const form = useForm<EntryValues>({
    initialValues: entry ? entryValues(entry) : newEntry(date, data),
    validate: (values) =>
      Object.fromEntries(
        Object.entries(checkEntry(values, data.entryWindow, entry?.date)).map(
          ([field, { word, params = {} }]) => [
            field,
            t(
              `refusal.${word}`,
              Object.fromEntries(
                Object.entries(params).map(([name, value]) => [name, inWords(String(value))]),
              ),
            ),
          ],
        ),
      ),
  });
  // Reloading or closing the tab in the middle asks first.
  useWindowEvent('beforeunload', (event) => {
    if (form.isDirty() && !mutation.isSuccess) event.preventDefault();
  });
  const overlap = overlapping(form.values, data.activities, id);

  const save = (submit: boolean) => (values: EntryValues) =>
    mutation.mutate(
      { id, version, body: entryBody(values, submit) },
      {
        onSuccess: () => {
          announce(t(submit ? 'done.submit' : 'done.draft'));
          onDone();
        },
        onError: (error) => form.setErrors(fieldErrors(error, t)),
      },
    );
  // The typed text stays; only the version is taken over, so that the next save is over what is there now.
  const takeCurrent = () => {
    if (isProblem(mutation.error, 'stale-version'))
      setVersion((mutation.error.problem.current as Activity | undefined)?.version);
    mutation.reset();
  };
  const focusFirst = (errors: Record<string, unknown>) =>
    document.querySelector<HTMLElement>(`[data-field="${Object.keys(errors)[0]}"]`)?.focus();

  if (data.skpResults.length === 0) {
    return (
      <Alert color="orange" title={t('form.noSkp')}>
        <Text size="sm" mb="xs">
          {t('form.noSkpText')}
        </Text>
        <Button component={Link} to="/skp">
          {t('form.toSkp')}
        </Button>
      </Alert>
    );
  }
  return (
    <form noValidate onSubmit={form.onSubmit(save(true), focusFirst)}>
      <Stack>
        {latest && !entry ? (
          <Button
            variant="light"
            leftSection={<IconCopy size={18} aria-hidden />}
            onClick={() => {
              const { description, outputQuantity, outputUnit, skpResultId, task } = entryValues(latest);
              const known = data.skpResults.some((result) => result.id === skpResultId);
              form.setValues({
                description,
                outputQuantity,
                outputUnit,
                task,
                ...(known ? { skpResultId } : {}),
              });
            }}
          >
            {t('form.copy')}
          </Button>
        ) : null}
        {entry?.status === 'refused' && entry.reason ? (
          <Alert color="red" title={t('card.refusedBy', { name: entry.decidedBy ?? '' })}>
            {entry.reason}
          </Alert>
        ) : null}
        <EntryFields form={form} data={data} />
        {overlap ? (
          <Alert color="yellow" role="status">
            {t('form.overlap', { from: overlap.startTime, to: overlap.endTime, what: overlap.description })}
          </Alert>
        ) : null}
        <ErrorNotice
          error={mutation.error}
          shownFields={Object.keys(form.values)}
          onReload={takeCurrent}
          onRetry={() => form.onSubmit(save(mutation.variables?.body.submit ?? false))()}
        />
        <div className={classes.footer}>
          <Text size="sm" mb="xs" id="pernyataan">
            {t('form.declaration')}
          </Text>
          <Group gap="xs">
            <Button
              type="submit"
              aria-describedby="pernyataan"
              leftSection={<IconSend size={18} aria-hidden />}
              loading={mutation.isPending && mutation.variables.body.submit}
              disabled={mutation.isPending}
            >
              {t('shell:send')}
            </Button>
            {entry?.status === 'submitted' ? null : (
              <Button
                variant="default"
                leftSection={<IconDeviceFloppy size={18} aria-hidden />}
                disabled={mutation.isPending}
                onClick={() => form.onSubmit(save(false), focusFirst)()}
              >
                {t('form.draft')}
              </Button>
            )}
          </Group>
        </div>
      </Stack>
    </form>
  );
}
