import type { DemoAccount } from '@ekinerja/contracts/system';
import { Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/Section';
import classes from './SignInPage.module.css';

interface DemoAccountsProps {
  accounts: readonly DemoAccount[];
  busy: boolean;
  onChoose: (account: DemoAccount) => void;
}

/** Only where the data was generated: one tap signs in as that person. */
export function DemoAccounts({ accounts, busy, onChoose }: DemoAccountsProps) {
  const { t } = useTranslation('auth');
  return (
    <Section title={t('demo.title')} note={t('demo.note')}>
      <ul className={classes.accounts}>
        {accounts.map((account) => (
          <li key={account.username}>
            <UnstyledButton
              className={classes.account ?? ''}
              disabled={busy}
              onClick={() => onChoose(account)}
            >
              <Text fw={600} component="span" display="block">
                {t([`demo.role.${account.role}`, 'demo.role.other'])}
              </Text>
              <Text size="sm" component="span" display="block">
                {account.name}
              </Text>
              <Text size="sm" c="dimmed" component="span" display="block">
                {account.postName}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
