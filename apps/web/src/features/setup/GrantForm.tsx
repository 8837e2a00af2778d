import { GRANTED_ROLES, type GrantedRole } from '@ekinerja/contracts/access';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { EmployeeItem } from '@ekinerja/contracts/employees';
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { PersonSearch } from './PersonSearch';
import { setupStatus, useGrantRole } from './queries';

const OF_A_UNIT: readonly GrantedRole[] = ['unit-admin', 'treasurer'];
const LEAST_REASON = 5;

/** A role for one person, from today on, with its reason. */
export function GrantForm() {
  const { t } = useTranslation('setup');
  const [person, setPerson] = useState<EmployeeItem | null>(null);
  const [role, setRole] = useState<GrantedRole>('unit-admin');
  const [unitId, setUnitId] = useState<Uuid | null>(null);
  const [reason, setReason] = useState('');
  const { data } = useQuery(setupStatus);
  const mutation = useGrantRole();
  const ofUnit = OF_A_UNIT.includes(role);
  // The person's own SKPD is nearly always the one meant.
  const unit = ofUnit ? (unitId ?? person?.skpdId ?? null) : null;
  const complete = person !== null && reason.trim().length >= LEAST_REASON && (!ofUnit || unit !== null);

  const grant = () => {
    if (!person || !complete) return;
    mutation.mutate(
      { employmentId: person.employmentId, role, unitId: unit, reason: reason.trim() },
      {
        onSuccess: ({ personName }) => {
          announce(t('grant.done', { name: personName, role: t(`role.${role}`) }));
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
