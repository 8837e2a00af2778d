import type { Activity, ActivityMonth } from '@ekinerja/contracts/activities';
import type { IsoDate } from '@ekinerja/contracts/basics';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useWindowEvent } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconDeviceFloppy, IconSend, IconStar } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newId } from '../../lib/api';
import type { KeptEntry, KeptFile } from '../../lib/device';
import { formatDay } from '../../lib/format';
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
  placedEntries,
  type EntryValues,
} from './entry-rules';
import { entryDrafts } from './entry-draft';
import { EntryFields } from './EntryFields';
import { EvidenceInput } from './EvidenceInput';
import { FillFrom } from './Favourites';
import { favourites, removeEvidence, saveFavourite, useSaveEntries } from './queries';
import { RepeatDays } from './RepeatDays';
import { useKeptEntries } from './use-queue';

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
  const slot = kept?.id ?? entry?.id ?? 'baru';
  const [draft] = useState(() => entryDrafts.read(accountId, slot));
  const [restored, setRestored] = useState(draft !== null);
  const [id, setId] = useState(() => draft?.id ?? kept?.id ?? entry?.id ?? newId());
  const [version, setVersion] = useState(draft ? draft.version : kept ? kept.version : (entry?.version ?? null));
  const [files, setFiles] = useState<KeptFile[]>(kept?.files ?? []);
  const [sent, setSent] = useState(entry?.evidence ?? []);
  const [repeat, setRepeat] = useState<IsoDate[]>([]);
  // The same on another day is one entry of its own, however often it is sent; null until the server has it.
  const [copies] = useState(() => new Map<IsoDate, { id: string; version: number | null }>());
  const [refusedDay, setRefusedDay] = useState<IsoDate | null>(null);
  // What the server has, or what waits in the queue, is no draft any more: the next new entry starts empty, under an id of its own.
  const [taken] = useState(() => new Set<string>());
  const forget = () => {
    taken.add(slot);
    entryDrafts.forget(accountId, slot);
  };
  const mutation = useSaveEntries({ onRefused: ({ body }) => setRefusedDay(body.date), onSaved: forget });
  const placed = placedEntries(data.activities, useKeptEntries());
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
  const clean = kept ? entryValues(kept.body) : entry ? entryValues(entry) : newEntry(date, data, placed);
  const form = useForm<EntryValues>({
    initialValues: draft?.values ?? clean,
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
  const { values } = form;
  useEffect(() => {
    if (form.isDirty() && !taken.has(slot)) entryDrafts.keep(accountId, slot, { id, version, values });
  }, [accountId, form, id, slot, taken, values, version]);
  const startAnew = () => {
    entryDrafts.forget(accountId, slot);
    setRestored(false);
    setId(kept?.id ?? entry?.id ?? newId());
    setVersion(kept ? kept.version : (entry?.version ?? null));
    form.setInitialValues(clean);
    form.setValues(clean);
    form.resetDirty(clean);
  };
  const overlap = overlapping(form.values, placed, id);

  const save = (submit: boolean) => (values: EntryValues) => {
    const body = entryBody(values, submit);
    const others = repeat.map((day) => {
      const copy = copies.get(day) ?? { id: newId(), version: null };
      copies.set(day, copy);
      return { ...copy, accountId, body: { ...body, date: day }, files: [], stored: ({ version }: Activity) => copies.set(day, { id: copy.id, version }) };
    });
    // What has reached the server is not sent a second time, and the next save is over what is there.
    const stored = (activity: Activity, left: KeptFile[]) => {
      forget();
      setVersion(activity.version);
      setSent(activity.evidence);
      setFiles(left);
    };
    setRefusedDay(null);
    mutation.mutate([{ id, accountId, version, body, files, stored }, ...others], {
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
    if (isProblem(mutation.error, 'stale-version')) {
      const current = mutation.error.problem.current as Activity | undefined;
      const copy = refusedDay === null ? undefined : copies.get(refusedDay);
      if (copy && refusedDay !== form.values.date) copies.set(refusedDay!, { ...copy, version: current?.version ?? null });
      else setVersion(current?.version ?? null);
    }
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
        {restored ? (
          <Alert color="blue" role="status" title={t('form.restored')}>
            <Button size="compact-sm" h={36} variant="default" onClick={startAnew}>
              {t(entry || kept ? 'form.discard' : 'form.startAnew')}
            </Button>
          </Alert>
        ) : null}
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
        {entry ? null : <RepeatDays values={form.values} data={data} entries={placed.filter((one) => ![...copies.values()].some((copy) => copy.id === one.id))} days={repeat} onChange={setRepeat} />}
        {overlap ? (
          <Alert color="yellow" role="status">
            {t('form.overlap', { from: overlap.startTime, to: overlap.endTime, what: overlap.description })}
          </Alert>
        ) : null}
        <ErrorNotice error={removal.error ?? favourite.error} />
        {mutation.error && refusedDay && refusedDay !== form.values.date ? <Text fw={600}>{t('form.refusedDay', { day: formatDay(refusedDay) })}</Text> : null}
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
