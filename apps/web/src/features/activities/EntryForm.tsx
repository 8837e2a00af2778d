import type { Activity, ActivityMonth } from '@ekinerja/contracts/activities';
import type { IsoDate } from '@ekinerja/contracts/basics';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useWindowEvent } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconDeviceFloppy, IconSend, IconStar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newId } from '../../lib/api';
import type { KeptEntry, KeptFile } from '../../lib/device';
import { isProblem } from '../../lib/problem';
import { useProfile } from '../../lib/session';
import { inWords } from '../../lib/values';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { fieldErrors } from '../../ui/error-words';
import classes from './ActivitiesPage.module.css';
import {
  checkEntry,
  entryBody,
  entryValues,
  minutesBetween,
  newEntry,
  overlapping,
  type EntryValues,
} from './entry-rules';
import { EntryFields } from './EntryFields';
import { EvidenceInput } from './EvidenceInput';
import { FillFrom } from './Favourites';
import { favourites, removeEvidence, saveFavourite, useSaveEntries } from './queries';
import { RepeatDays } from './RepeatDays';

interface EntryFormProps {
  data: ActivityMonth;
  date: IsoDate;
  entry: Activity | undefined;
  /** What waits on the device under that id, in place of what the server knows. */
  kept?: KeptEntry | undefined;
  onDone: () => void;
}

export function EntryForm({ data, date, entry, kept, onDone }: EntryFormProps) {
  const { t } = useTranslation(['activities', 'shell']);
  const { accountId } = useProfile();
  const [id] = useState(() => kept?.id ?? entry?.id ?? newId());
  const [version, setVersion] = useState(kept ? kept.version : (entry?.version ?? null));
  const [files, setFiles] = useState<KeptFile[]>(kept?.files ?? []);
  const [sent, setSent] = useState(entry?.evidence ?? []);
  const [repeat, setRepeat] = useState<IsoDate[]>([]);
  const mutation = useSaveEntries();
  const client = useQueryClient();
  const favourite = useMutation({
    mutationFn: saveFavourite,
    onSuccess: () => {
      announce(t('favourite.saved'));
      return client.invalidateQueries({ queryKey: favourites.queryKey });
    },
  });
  const removal = useMutation({
    mutationFn: (fileId: string) => removeEvidence(id, fileId),
    onSuccess: (activity) => {
      setSent(activity.evidence);
      // Taking a file off is a change of its own; what somebody else changed meanwhile still shows itself on saving.
      setVersion((known) => (known !== null && activity.version === known + 1 ? activity.version : known));
      return client.invalidateQueries({ queryKey: ['activities'] });
    },
  });
  const form = useForm<EntryValues>({
    initialValues: kept ? entryValues(kept.body) : entry ? entryValues(entry) : newEntry(date, data),
    validate: (values) =>
      Object.fromEntries(
        Object.entries(checkEntry(values, data.entryWindow, entry?.date, data.reopened)).map(
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
    if ((form.isDirty() || files.length > (kept?.files.length ?? 0)) && !mutation.isSuccess)
      event.preventDefault();
  });
  const overlap = overlapping(form.values, data.activities, id);

  const save = (submit: boolean) => (values: EntryValues) => {
    const body = entryBody(values, submit);
    const others = repeat.map((day) => ({
      id: newId(),
      accountId,
      version: null,
      body: { ...body, date: day },
      files: [],
    }));
    mutation.mutate([{ id, accountId, version, body, files }, ...others], {
      onSuccess: (outcomes) => {
        announce(t(outcomes.some((one) => one.kept) ? 'done.kept' : submit ? 'done.submit' : 'done.draft'));
        onDone();
      },
      onError: (error) => form.setErrors(fieldErrors(error, t)),
    });
  };
  const submitAsked = mutation.variables?.[0]?.body.submit ?? false;
  // The typed text stays; only the version is taken over, so that the next save is over what is there now.
  const takeCurrent = () => {
    if (isProblem(mutation.error, 'stale-version'))
      setVersion((mutation.error.problem.current as Activity | undefined)?.version ?? null);
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
        {entry || kept ? null : (
          <FillFrom data={data} ownId={id} values={form.values} onFill={(values) => form.setValues(values)} />
        )}
        {entry?.status === 'refused' && entry.reason ? (
          <Alert color="red" title={t('card.refusedBy', { name: entry.decidedBy ?? '' })}>
            {entry.reason}
          </Alert>
        ) : null}
        <EntryFields form={form} data={data} />
        <EvidenceInput
          activityId={id}
          sent={sent}
          files={files}
          onChange={setFiles}
          onRemoveSent={(fileId) => removal.mutate(fileId)}
        />
        {entry ? null : <RepeatDays values={form.values} data={data} days={repeat} onChange={setRepeat} />}
        {overlap ? (
          <Alert color="yellow" role="status">
            {t('form.overlap', { from: overlap.startTime, to: overlap.endTime, what: overlap.description })}
          </Alert>
        ) : null}
        <ErrorNotice error={removal.error ?? favourite.error} />
        <ErrorNotice
          error={mutation.error}
          shownFields={Object.keys(form.values)}
          onReload={takeCurrent}
          onRetry={() => form.onSubmit(save(submitAsked))()}
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
              loading={mutation.isPending && submitAsked}
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
            <Button
              variant="subtle"
              leftSection={<IconStar size={18} aria-hidden />}
              loading={favourite.isPending}
              onClick={() =>
                form.onSubmit((values) => {
                  const { description, outputQuantity, outputUnit, skpResultId, task, startTime, endTime } =
                    entryBody(values, false);
                  favourite.mutate({
                    description,
                    outputQuantity,
                    outputUnit,
                    skpResultId,
                    task,
                    minutes: minutesBetween(startTime, endTime) ?? 60,
                  });
                }, focusFirst)()
              }
            >
              {t('favourite.save')}
            </Button>
          </Group>
        </div>
      </Stack>
    </form>
  );
}
