import { GRANTED_ROLES, ROLES_OF_A_UNIT, type GrantedRole } from '@ekinerja/contracts/access';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { EmployeeItem } from '@ekinerja/contracts/employees';
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { GrantWarning } from './GrantWarning';
import { PersonSearch } from './PersonSearch';
import { setupStatus, useGrantRole } from './queries';

const LEAST_REASON = 5;

/** A role for one person, from today on, with its reason. */
export function GrantForm() {
  const { t } = useTranslation('setup');
  const [person, setPerson] = useState<EmployeeItem | null>(null);
  const [role, setRole] = useState<GrantedRole>('unit-admin');
  const [unitId, setUnitId] = useState<Uuid | null>(null);
  const [reason, setReason] = useState('');
  const [days, setDays] = useState({ from: '', to: '' });
  const [letter, setLetter] = useState({ number: '', date: '' });
  const { data } = useQuery(setupStatus);
  const mutation = useGrantRole();
  const ofUnit = ROLES_OF_A_UNIT.includes(role);
  // The person's own SKPD is nearly always the one meant.
  const unit = ofUnit ? (unitId ?? person?.skpdId ?? null) : null;
  const complete = person !== null && reason.trim().length >= LEAST_REASON && (!ofUnit || unit !== null);

  const grant = () => {
    if (!person || !complete) return;
    mutation.mutate(
      {
        employmentId: person.employmentId,
        role,
        unitId: unit,
        reason: reason.trim(),
        ...(days.from ? { from: days.from } : {}),
        ...(days.to ? { to: days.to } : {}),
        ...(letter.number.trim() ? { letterNumber: letter.number.trim() } : {}),
        ...(letter.date ? { letterDate: letter.date } : {}),
      },
      {
        onSuccess: ({ personName, validFrom }) => {
          const words = { name: personName, role: t(`role.${role}`), date: formatDate(validFrom) };
          announce(t(days.from ? 'grant.coming' : 'grant.done', words));
          setDays({ from: '', to: '' });
          setLetter({ number: '', date: '' });
          setPerson(null);
          setUnitId(null);
        },
      },
    );
  };

  return (
    <Section title={t('grant.title')} note={t('grant.note')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          grant();
        }}
      >
        <Stack gap="sm">
          <PersonSearch chosen={person} onChoose={setPerson} />
          <Group gap="sm" align="flex-end">
            <NativeSelect
              label={t('grant.role')}
              value={role}
              onChange={(event) => setRole(event.currentTarget.value as GrantedRole)}
              data={GRANTED_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
              style={{ flex: '1 1 12rem' }}
            />
            {ofUnit ? (
              <NativeSelect
                label={t('grant.unit')}
                value={unit ?? ''}
                onChange={(event) => setUnitId(event.currentTarget.value || null)}
                data={[{ value: '', label: t('grant.chooseUnit') }, ...(data?.units ?? []).map(({ skpdId, skpdName }) => ({ value: skpdId, label: skpdName }))]}
                style={{ flex: '2 1 14rem', minWidth: 0 }}
              />
            ) : null}
          </Group>
          <TextInput
            label={t('grant.reason')}
            description={t('grant.reasonHint')}
            value={reason}
            maxLength={300}
            required
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
            <TextInput type="date" label={t('grant.from')} description={t('grant.dateHint')} value={days.from} onChange={(event) => setDays({ ...days, from: event.currentTarget.value })} />
            <TextInput type="date" label={t('grant.to')} description={t('grant.toHint')} value={days.to} onChange={(event) => setDays({ ...days, to: event.currentTarget.value })} />
            <TextInput
              label={t('grant.letter')}
              description={t('grant.letterHint')}
              maxLength={100}
              value={letter.number}
              onChange={(event) => setLetter({ ...letter, number: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('grant.letterDate')}
              description={'\u00a0'}
              value={letter.date}
              onChange={(event) => setLetter({ ...letter, date: event.currentTarget.value })}
            />
          </Group>
          <GrantWarning warning={mutation.data?.warning ?? null} />
          <ErrorNotice error={mutation.error} onRetry={grant} onReload={() => mutation.reset()} />
          <Group>
            <Button type="submit" disabled={!complete} loading={mutation.isPending}>
              {t('grant.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
