import type { RewardPool } from '@ekinerja/contracts/follow-up';
import { Button, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAward } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { peopleToReward, personToReward, rewardForm, useGiveReward } from './queries';

const NO_LETTER = { number: '', date: '', signatory: '' };

/** A reward the regulation knows, on an annual result; others by the PPK or the PPK's letter (TL 30). */
export function RewardGive() {
  const { t } = useTranslation('follow-up');
  const { today } = useProfile();
  const form = useQuery(rewardForm);
  // From the ranking: whom, and the year of the result.
  const [asked, ask] = useFilter('pegawai');
  const [askedYear] = useFilter('hasil');
  const known = useQuery({ ...personToReward(asked ?? ''), enabled: asked !== null });
  const [open, setOpen] = useState(asked !== null);
  const blank = { employmentId: asked ?? '', pool: null as RewardPool | null, name: '', year: askedYear ?? String(Number(today.slice(0, 4)) - 1), note: '' };
  const [values, setValues] = useState(blank);
  const [letter, setLetter] = useState(NO_LETTER);
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 300);
  const people = useQuery(peopleToReward(settled));
  const give = useGiveReward();
  const pools = form.data?.pools ?? [];
  const found = people.data?.items ?? [];
  const offered = known.data && !found.some(({ employmentId }) => employmentId === known.data.employmentId) ? [known.data, ...found] : found;
  const close = () => {
    ask(null);
    setValues({ ...blank, employmentId: '' });
    setLetter(NO_LETTER);
    setOpen(false);
  };
  if (pools.length === 0) return null;
  if (!open) {
    return (
      <Group>
        <Button leftSection={<IconAward size={18} aria-hidden />} onClick={() => setOpen(true)}>
          {t('rewards.give')}
        </Button>
      </Group>
    );
  }
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }));
  const chosen = pools.find(({ pool }) => pool === values.pool);
  const written = Object.values(letter).filter((text) => text.trim() !== '').length;
  const whole = values.employmentId !== '' && chosen && /^2\d{3}$/.test(values.year) && values.name.trim().length > 0 && values.note.trim().length >= 5 && (written === 0 || written === 3);
  return (
    <Section title={t('rewards.give')} note={t('rewards.giveNote')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!chosen) return;
          const body = { ...values, year: Number(values.year), pool: chosen.pool, name: values.name.trim(), note: values.note.trim(), document: written === 3 ? letter : null };
          give.mutate(body, {
            onSuccess: () => {
              announce(t('rewards.given'));
              close();
            },
          });
        }}
      >
        <Stack gap="sm">
          <Select
            label={t('cases.name')}
            placeholder={t('rewards.typeName')}
            searchable
            required
            nothingFoundMessage={t(settled.length < 2 ? 'rewards.typeName' : 'rewards.nobody')}
            data={offered.map(({ employmentId, name, nip }) => ({ value: employmentId, label: [name, nip].filter(Boolean).join(' · ') }))}
            filter={({ options }) => options}
            onSearchChange={setTyped}
            value={values.employmentId || null}
            onChange={(value) => set({ employmentId: value ?? '' })}
          />
          <Select
            label={t('rewards.pool')}
            required
            data={pools.map(({ pool, name }) => ({ value: pool, label: name }))}
            value={values.pool}
            onChange={(value) => {
              const pool = pools.find((one) => one.pool === value);
              set({ pool: pool?.pool ?? null, name: pool?.name ?? '' });
            }}
          />
          {chosen ? (
            <div>
              <Cite cite={chosen.cite} />
            </div>
          ) : null}
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput label={t('rewards.what')} required maxLength={200} value={values.name} onChange={(event) => set({ name: event.currentTarget.value })} />
            <TextInput label={t('rewards.resultYear')} inputMode="numeric" required maxLength={4} value={values.year} onChange={(event) => set({ year: event.currentTarget.value })} />
          </SimpleGrid>
          <Textarea label={t('rewards.note')} required autosize minRows={2} maxLength={2000} value={values.note} onChange={(event) => set({ note: event.currentTarget.value })} />
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <TextInput label={t('case.number')} description={t(chosen?.byPpk ? 'rewards.letterPpk' : 'rewards.letter')} value={letter.number} onChange={(event) => setLetter({ ...letter, number: event.currentTarget.value })} />
            <TextInput type="date" label={t('case.date')} value={letter.date} onChange={(event) => setLetter({ ...letter, date: event.currentTarget.value })} />
            <TextInput label={t('case.signatory')} value={letter.signatory} onChange={(event) => setLetter({ ...letter, signatory: event.currentTarget.value })} />
          </SimpleGrid>
          <ErrorNotice error={give.error} />
          <Group>
            <Button type="submit" disabled={!whole} loading={give.isPending}>
              {t('rewards.save')}
            </Button>
            <Button variant="default" onClick={close}>
              {t('rewards.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
