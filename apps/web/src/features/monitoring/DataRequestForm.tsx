import { DATA_SUBJECTS, OVERSIGHT_LIMITS, type RegisterDataRequest } from '@ekinerja/contracts/oversight';
import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthOf } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { ErrorNotice } from '../../ui/ErrorNotice';
import type { Choice } from '../../ui/forms/SearchPicker';
import { Section } from '../../ui/Section';
import { useRegister } from './oversight-queries';
import { PeopleOfRequest } from './PeopleOfRequest';
import { skpdList } from './queries';

const { party: PARTY, purpose: PURPOSE, letter: LETTER } = OVERSIGHT_LIMITS;

export function DataRequestForm() {
  const { t } = useTranslation('monitoring');
  const today = useProfile().today;
  const empty: RegisterDataRequest = { party: '', purpose: '', subject: 'performance', skpdId: '', employmentIds: null, from: monthOf(today), to: monthOf(today), letterNumber: '', letterDate: today };
  const [form, setForm] = useState(empty);
  const [people, setPeople] = useState<Choice[]>([]);
  const set = (change: Partial<RegisterDataRequest>) => setForm((before) => ({ ...before, ...change }));
  const clear = () => {
    setForm(empty);
    setPeople([]);
  };
  const { data: units = [] } = useQuery(skpdList);
  const register = useRegister();
  const complete = form.party.trim().length >= 3 && form.purpose.trim().length >= PURPOSE.min && form.skpdId !== '' && form.letterNumber.trim() !== '' && form.from <= form.to;
  return (
    <Section title={t('data.new')} note={t('data.newNote')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (complete) register.mutate({ ...form, employmentIds: people.length > 0 ? people.map(({ id }) => id) : null }, { onSuccess: clear });
        }}
      >
        <Stack gap="sm" maw={640}>
          <TextInput label={t('data.party')} required maxLength={PARTY} value={form.party} onChange={(event) => set({ party: event.currentTarget.value })} />
          <Textarea label={t('data.purpose')} required autosize minRows={2} maxLength={PURPOSE.max} value={form.purpose} onChange={(event) => set({ purpose: event.currentTarget.value })} />
          <Group grow align="flex-start">
            <NativeSelect
              label={t('data.subjectLabel')}
              value={form.subject}
              onChange={(event) => set({ subject: event.currentTarget.value as RegisterDataRequest['subject'] })}
              data={DATA_SUBJECTS.map((one) => ({ value: one, label: t(`data.subject.${one}`) }))}
            />
            <NativeSelect
              label={t('filter.skpd')}
              required
              value={form.skpdId}
              onChange={(event) => {
                set({ skpdId: event.currentTarget.value });
                setPeople([]);
              }}
              data={[{ value: '', label: t('data.choose') }, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
            />
          </Group>
          {form.skpdId !== '' ? <PeopleOfRequest skpdId={form.skpdId} people={people} onChange={setPeople} /> : null}
          <Group grow align="flex-start">
            <TextInput type="month" label={t('data.from')} max={form.to} value={form.from} onChange={(event) => set({ from: event.currentTarget.value })} />
            <TextInput type="month" label={t('data.to')} min={form.from} value={form.to} onChange={(event) => set({ to: event.currentTarget.value })} />
          </Group>
          <Group grow align="flex-start">
            <TextInput label={t('data.letterNumber')} required maxLength={LETTER} value={form.letterNumber} onChange={(event) => set({ letterNumber: event.currentTarget.value })} />
            <TextInput type="date" label={t('data.letterDate')} max={today} value={form.letterDate} onChange={(event) => set({ letterDate: event.currentTarget.value })} />
          </Group>
          <ErrorNotice error={register.error} />
          <Group>
            <Button type="submit" disabled={!complete} loading={register.isPending}>
              {t('data.register')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
