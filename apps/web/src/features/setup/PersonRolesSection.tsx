import type { RoleHistory } from '@ekinerja/contracts/setup';
import type { EmployeeItem } from '@ekinerja/contracts/employees';
import { Badge, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../lib/format';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Section';
import { GrantWarning } from './GrantWarning';
import { PersonSearch } from './PersonSearch';
import { rolesOf } from './queries';

const COLORS = { current: 'green', coming: 'blue', over: 'gray' } as const;

/** The roles of one person: by post today, and every grant with who gave and who ended it. */
export function PersonRolesSection() {
  const { t } = useTranslation('setup');
  const [person, setPerson] = useState<EmployeeItem | null>(null);
  return (
    <Section title={t('roles.look')} note={t('roles.lookNote')}>
      <Stack gap="sm">
        <PersonSearch chosen={person} onChoose={setPerson} label={t('roles.look')} />
        {person ? <Roles employmentId={person.employmentId} /> : null}
      </Stack>
    </Section>
  );
}

function Roles({ employmentId }: { employmentId: string }) {
  const { t } = useTranslation('setup');
  const query = useQuery(rolesOf(employmentId));
  return (
    <Loaded query={query} rows={3}>
      {({ username, derived, grants }) => (
        <Stack gap="sm">
          {username === null ? <Text c="dimmed">{t('roles.noAccount')}</Text> : null}
          <div>
            <Text fw={600}>{t('roles.derived')}</Text>
            {derived.length === 0 ? <Text c="dimmed">{t('roles.noDerived')}</Text> : null}
            {derived.map(({ role, unitName }) => (
              <Text key={`${role}.${unitName}`}>
                {t(`role.${role}`)}
                {unitName ? ` – ${unitName}` : ''}
              </Text>
            ))}
          </div>
          {grants.length === 0 ? <Text c="dimmed">{t('roles.never')}</Text> : null}
          <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
            {grants.map((grant) => (
              <li key={grant.id}>
                <Grant grant={grant} />
              </li>
            ))}
          </Stack>
        </Stack>
      )}
    </Loaded>
  );
}

function Grant({ grant }: { grant: RoleHistory }) {
  const { t } = useTranslation('setup');
  return (
    <>
      <Group gap="xs">
        <Text fw={600}>{t(`role.${grant.role}`)}</Text>
        <Badge variant="light" color={COLORS[grant.state]} tt="none">
          {t(`roles.${grant.state}`)}
        </Badge>
      </Group>
      <Text size="sm">
        {grant.unitName ?? t('roles.everywhere')}, {formatDate(grant.validFrom)}
        {grant.validTo ? ` ${t('roles.until', { date: formatDate(grant.validTo) })}` : ''}
      </Text>
      <Text size="sm" c="dimmed">
        {t('roles.by', { name: grant.grantedBy ?? t('roles.system'), reason: grant.reason })}
        {grant.letterNumber ? `. ${t('roles.letter', { number: grant.letterNumber })}` : ''}
      </Text>
      {grant.endedBy ? (
        <Text size="sm" c="dimmed">
          {t('roles.endedBy', { name: grant.endedBy, reason: grant.endReason })}
        </Text>
      ) : null}
      <GrantWarning warning={grant.warning} />
    </>
  );
}
