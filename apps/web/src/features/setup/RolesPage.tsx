import type { RoleGrant } from '@ekinerja/contracts/setup';
import { Button, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { DownloadButton } from '../../ui/DownloadButton';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { GrantForm } from './GrantForm';
import { GrantWarning } from './GrantWarning';
import { PersonRolesSection } from './PersonRolesSection';
import { roleGrants, useEndRole } from './queries';

const LEAST_SUPERADMINS = 2;

export default function RolesPage() {
  const { t } = useTranslation('setup');
  const query = useQuery(roleGrants);
  return (
    <>
      <PageTitle title={t('roles.title')} note={t('roles.note')}>
        <Button component={Link} to="/persiapan" variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('back')}
        </Button>
      </PageTitle>
      <Stack>
        <GrantForm />
        <PersonRolesSection />
        <Section
          title={t('roles.held')}
          actions={
            <DownloadButton path="/setup/roles/list.xlsx" fileName="pengguna-dan-peran.xlsx">
              {t('roles.export')}
            </DownloadButton>
          }
        >
          <Loaded query={query} rows={4}>
            {(grants) => <Held grants={grants} />}
          </Loaded>
        </Section>
      </Stack>
    </>
  );
}

function Held({ grants }: { grants: RoleGrant[] }) {
  const { t } = useTranslation('setup');
  const [ending, setEnding] = useState<string | null>(null);
  const mutation = useEndRole();
  const superadmins = new Set(grants.filter(({ role, validTo }) => role === 'superadmin' && validTo === null).map(({ personName }) => personName)).size;
  const end = (grant: RoleGrant) => {
    if (grant.role === 'superadmin' && grant.validTo === null && superadmins <= LEAST_SUPERADMINS) return <Text size="sm">{t('roles.mustRemain')}</Text>;
    if (ending !== grant.id) {
      return (
        <Button variant="default" size="xs" h={36} onClick={() => setEnding(grant.id)}>
          {t('roles.end')}
        </Button>
      );
    }
    return (
      <ConfirmReason
        label={t('roles.endReason', { role: t(`role.${grant.role}`), name: grant.personName })}
        confirm={t('roles.endNow')}
        min={5}
        max={300}
        danger
        busy={mutation.isPending}
        onCancel={() => setEnding(null)}
        onConfirm={(reason) =>
          mutation.mutate(
            { id: grant.id, reason },
            {
              onSuccess: () => {
                setEnding(null);
                announce(t('roles.ended', { name: grant.personName }));
              },
            },
          )
        }
      />
    );
  };
  return (
    <Stack gap="sm">
      <ErrorNotice error={mutation.error} onReload={() => mutation.reset()} />
      <ResponsiveTable
        caption={t('roles.held')}
        rows={grants}
        rowKey={(grant) => grant.id}
        columns={[
          { key: 'name', title: t('roles.person'), heading: true, cell: (grant) => grant.personName },
          { key: 'role', title: t('grant.role'), cell: (grant) => t(`role.${grant.role}`) },
          { key: 'unit', title: t('grant.unit'), cell: (grant) => grant.unitName ?? t('roles.everywhere') },
          {
            key: 'since',
            title: t('roles.since'),
            cell: (grant) => (
              <>
                {formatDate(grant.validFrom)}
                {grant.validTo ? ` ${t('roles.until', { date: formatDate(grant.validTo) })}` : ''}
                <Text size="sm" c="dimmed">
                  {t('roles.by', { name: grant.grantedBy ?? t('roles.system'), reason: grant.reason })}
                  {grant.letterNumber ? `. ${t('roles.letter', { number: grant.letterNumber })}` : ''}
                </Text>
                <GrantWarning warning={grant.warning} />
              </>
            ),
          },
          { key: 'end', title: t('roles.action'), cell: end },
        ]}
      />
    </Stack>
  );
}
