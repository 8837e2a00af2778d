import { Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DownloadButton } from '../../ui/DownloadButton';
import { ActList } from './ActList';
import { useActForms } from './act-forms';
import { authorities, delegations, overrides } from './queries';

/** Recorded acts that bend the line: delegation by the PPK, an evaluator set otherwise, and who PPK and PyB are. */
export function ActsTab() {
  const { t } = useTranslation('organisation');
  const forms = useActForms();
  return (
    <Stack>
      <Group>
        <DownloadButton path="/evaluator-acts/list.xlsx" fileName="penilai-khusus.xlsx">
          {t('export')}
        </DownloadButton>
      </Group>
      <ActList
        kind="delegation"
        query={useQuery(delegations)}
        fields={forms.delegation}
        path="/evaluator-delegations"
        who={(act) => ({ employmentId: act.delegateEmploymentId, name: act.delegateName, nip: act.delegateNip })}
        about={(act) => act.postName ?? act.unitName ?? t('acts.ownLine')}
      />
      <ActList
        kind="override"
        query={useQuery(overrides)}
        fields={forms.override}
        path="/evaluator-overrides"
        who={(act) => ({ employmentId: act.employmentId, name: act.personName, nip: act.nip })}
        about={(act) => t('acts.evaluatedBy', { name: act.evaluatorName, grantor: act.grantor, reason: act.reason })}
      />
      <ActList
        kind="authority"
        query={useQuery(authorities)}
        fields={forms.authority}
        path="/authorities"
        who={(act) => ({ employmentId: act.employmentId, name: act.personName, nip: act.nip })}
        about={(act) => t(`authority.${act.kind}`)}
      />
    </Stack>
  );
}
