import type { Permission } from '@ekinerja/contracts/access';
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { useProfile } from '../../lib/session';
import { PageTitle } from '../../ui/PageTitle';
import { AccountsPanel } from './AccountsPanel';
import { BudgetPanel } from './BudgetPanel';
import { ClaimsPanel } from './ClaimsPanel';
import { CorrectionsPanel } from './CorrectionsPanel';
import { FactImportPanel } from './FactImportPanel';
import { RecordsPanel } from './RecordsPanel';
import { SalariesPanel } from './SalariesPanel';

const TABS = [
  { value: 'catatan', word: 'records', permission: 'pay-records.read', Panel: RecordsPanel },
  { value: 'gaji', word: 'salaries', permission: 'salaries.read', Panel: SalariesPanel },
  { value: 'rekening', word: 'accounts', permission: 'bank-accounts.read', Panel: AccountsPanel },
  { value: 'impor', word: 'import', permission: 'pay-facts.import', Panel: FactImportPanel },
  { value: 'pagu', word: 'budget', permission: 'pay-runs.read', Panel: BudgetPanel },
  { value: 'penyesuaian', word: 'corrections', permission: 'pay-claims.read', Panel: CorrectionsPanel },
  { value: 'tagihan', word: 'claims', permission: 'pay-claims.read', Panel: ClaimsPanel },
] as const satisfies readonly { value: string; word: string; permission: Permission; Panel: () => React.JSX.Element }[];

/** Everything the allowance rests on besides presence and evaluation, each kind under its own tab. */
export default function PayDataPage() {
  const { t } = useTranslation('pay-records');
  const { permissions } = useProfile();
  const [part, setPart] = useFilter('bagian');
  const shown = TABS.filter(({ permission }) => permissions.includes(permission));
  const current = shown.find(({ value }) => value === part) ?? shown[0];
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      {current ? (
        <Tabs value={current.value} onChange={(value) => setPart(value === shown[0]?.value ? null : value)} keepMounted={false}>
          <Tabs.List aria-label={t('title')} mb="md">
            {shown.map(({ value, word }) => (
              <Tabs.Tab key={value} value={value} h={44}>
                {t(`tab.${word}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {shown.map(({ value, Panel }) => (
            <Tabs.Panel key={value} value={value}>
              <Panel />
            </Tabs.Panel>
          ))}
        </Tabs>
      ) : null}
    </>
  );
}
