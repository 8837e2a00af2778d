import type { WaitingActivity } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconCircleCheck } from '@tabler/icons-react';
import { startTransition, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loading } from '../../ui/Loading';
import { undoLatest } from '../../ui/Announcements';
import { BulkBar } from './BulkBar';
import { PersonGroup } from './PersonGroup';
import { waitingActivities } from './queries';
import { Shortcuts, useShortcutsOn } from './Shortcuts';
import { SkippedNotice } from './SkippedNotice';
import { useDecisions } from './use-decisions';
import { useShown } from './use-shown';
import { useKeys } from './use-keys';
import { firstOf, flatten, orderWaiting } from './waiting-order';
import { fetchForms } from './WaitingRow';

/** Two thousand rows: more than anybody decides in one go. */
const PAGES_AT_ONCE = 10;
/** More than two screens of a phone. */
const FIRST_ROWS = 8;

export function WaitingActivities() {
  const { t } = useTranslation(['approvals', 'shell']);
  const [person, setPerson] = useFilter('pegawai');
  const query = useInfiniteQuery(waitingActivities(person));
  const { gone, skipped, accept, refuse, correct, acceptAll, forgetSkipped, refresh } = useDecisions();
  const [active, setActive] = useState<Uuid | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<Uuid>>(new Set());
  const [refusing, setRefusing] = useState<Uuid | null>(null);
  const [correcting, setCorrecting] = useState<Uuid | null>(null);
  const [asked, setAsked] = useState<readonly WaitingActivity[] | null>(null);
  const [keysOn, setKeysOn] = useShortcutsOn();

  // The whole of what waits, so that a sweep takes a person's week and not the part of it on this page.
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const loaded = query.data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && loaded < PAGES_AT_ONCE) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, loaded]);

  const all = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const people = useMemo(() => orderWaiting(all.filter(({ id }) => !gone.has(id))), [all, gone]);
  const rows = useMemo(() => flatten(people), [people]);
  // What fills the first screens at once, the other hundreds right after: a phone shows something to read a second sooner.
  const [most, setMost] = useState(FIRST_ROWS);
  useEffect(() => {
    if (rows.length > 0) startTransition(() => setMost(Infinity));
  }, [rows.length]);
  const drawn = useMemo(() => firstOf(people, most), [people, most]);
  useShown(useMemo(() => flatten(drawn), [drawn]));
  useEffect(() => void fetchForms().catch(() => undefined), []);
  const at = rows.findIndex(({ id }) => id === active);
  const current = rows[at];
  const chosen = rows.filter(({ id }) => selected.has(id));

  const focus = (id: Uuid | undefined) => {
    if (!id) return;
    setActive(id);
    requestAnimationFrame(() => document.getElementById(`kegiatan-${id}`)?.focus());
  };
  const step = (by: number) => focus(rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.id);
  /** The next row takes the place of the decided one. */
  const afterwards = () => focus((rows[at + 1] ?? rows[at - 1])?.id);
  const select = (ids: readonly Uuid[], on: boolean) =>
    setSelected(
      (before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))),
    );
  const acceptRow = (entry: WaitingActivity) => {
    if (entry.id === active) afterwards();
    accept.mutate(entry);
  };

  /** A day or a person at once: no question, a way back instead. */
  const sweep = (entries: readonly WaitingActivity[]) => {
    if (entries.length === 0) return;
    const left = rows.filter(({ id }) => !entries.some((entry) => entry.id === id));
    const place = rows.findIndex(({ id }) => id === entries[0]?.id);
    acceptAll.mutate(entries);
    setAsked(null);
    setSelected((before) => new Set([...before].filter((id) => !entries.some((entry) => entry.id === id))));
    focus((left.find((entry) => rows.indexOf(entry) > place) ?? left.at(-1))?.id);
  };
  const sameDay = () =>
    rows.filter(({ employmentId, date }) => employmentId === current?.employmentId && date === current.date);
  const samePerson = () => rows.filter(({ employmentId }) => employmentId === current?.employmentId);
  const nextPerson = (by: number) => {
    const order = people.findIndex(({ employmentId }) => employmentId === current?.employmentId);
    const person = people[Math.min(Math.max(order + by, 0), people.length - 1)];
    focus(person?.days[0]?.entries[0]?.id);
  };

  useKeys(
    {
      j: () => step(1),
      k: () => step(-1),
      a: () => current && acceptRow(current),
      r: () => current && setRefusing(current.id),
      x: () => current && select([current.id], !selected.has(current.id)),
      p: () => {
        const own = rows
          .filter(({ employmentId }) => employmentId === current?.employmentId)
          .map(({ id }) => id);
        select(own, !own.every((id) => selected.has(id)));
      },
      d: () => sweep(sameDay()),
      P: () => sweep(samePerson()),
      n: () => nextPerson(1),
      b: () => nextPerson(-1),
      o: () => current && setCorrecting(current.id),
      u: undoLatest,
      A: () => sweep(chosen),
      Escape: () => (asked ? setAsked(null) : setSelected(new Set())),
    },
    keysOn && refusing === null && correcting === null,
  );

  if (query.isPending) return <Loading rows={6} />;
  if (!query.data) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  const first = query.data.pages[0];
  const total = Math.max((first?.total ?? 0) - all.filter(({ id }) => gone.has(id)).length, rows.length);
  const names = [...new Map(all.map((entry) => [entry.employmentId, entry.personName]))];

  return (
    <Stack>
      <Group justify="space-between" align="flex-end">
        <Text role="status">
          {t('waiting', { count: total })}
          {first && first.overdue > 0 ? ` ${t('overdue', { count: first.overdue })}` : ''}
        </Text>
        <NativeSelect
          label={t('person')}
          value={person ?? ''}
          onChange={(event) => setPerson(event.currentTarget.value || null)}
          data={[{ value: '', label: t('everybody') }, ...names.map(([value, label]) => ({ value, label }))]}
        />
      </Group>
      {rows.length > 1 ? (
        <Group>
          <Button variant="light" disabled={acceptAll.isPending} onClick={() => setAsked(rows)}>
            {t('acceptShown', { count: rows.length })}
          </Button>
        </Group>
      ) : null}
      <Shortcuts on={keysOn} onChange={setKeysOn} />
      <SkippedNotice skipped={skipped} onClose={forgetSkipped} />
      <ErrorNotice error={accept.error ?? acceptAll.error} onReload={() => void refresh()} />
      {rows.length === 0 && !query.hasNextPage ? (
        <EmptyState icon={IconCircleCheck} title={t('empty.title')} text={t('empty.text')} />
      ) : null}
      {drawn.map((one) => (
        <PersonGroup
          key={one.employmentId}
          person={one}
          active={active}
          selected={selected}
          refusing={refusing}
          refusal={{ busy: refuse.isPending, error: refuse.error }}
          busy={false}
          onSelect={select}
          onActivate={setActive}
          onAccept={acceptRow}
          onAcceptAll={sweep}
          correcting={correcting}
          correction={{ busy: correct.isPending, error: correct.error }}
          onCorrect={setCorrecting}
          onCorrected={(entry, body) =>
            correct.mutate(
              { entry, body },
              {
                onSuccess: () => {
                  setCorrecting(null);
                  afterwards();
                },
              },
            )
          }
          onRefuse={setRefusing}
          onRefused={(entry, reason) => {
            refuse.mutate(
              { entry, reason },
              {
                onSuccess: () => {
                  setRefusing(null);
                  afterwards();
                },
              },
            );
          }}
        />
      ))}
      {query.hasNextPage ? (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('shell:more')}
        </Button>
      ) : null}
      <BulkBar
        chosen={chosen}
        asked={asked}
        busy={acceptAll.isPending}
        onAsk={(entries) => (asked ? setAsked(entries) : sweep(entries ?? []))}
        onClear={() => setSelected(new Set())}
        onAccept={sweep}
      />
    </Stack>
  );
}
