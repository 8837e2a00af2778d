import type { DemoAccount } from '@ekinerja/contracts/system';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './SignInPage.module.css';

interface DemoAccountsProps {
  accounts: readonly DemoAccount[];
  busy: boolean;
  onChoose: (account: DemoAccount) => void;
}

/** Only where the data was generated: one tap signs in as that person. */
export function DemoAccounts({ accounts, busy, onChoose }: DemoAccountsProps) {
  const { t } = useTranslation('auth');
  const id = useId();
  return (
    <section className={classes.demo} aria-labelledby={id}>
      <h2 id={id}>{t('demo.title')}</h2>
      <p className={classes.quiet}>{t('demo.note')}</p>
      <ul className={classes.accounts}>
        {accounts.map((account) => (
          <li key={account.username}>
            <button
              type="button"
              className={classes.account}
              disabled={busy}
              onClick={() => onChoose(account)}
            >
              <b>{t([`demo.role.${account.role}`, 'demo.role.other'])}</b>
              <span>{account.name}</span>
              <span className={classes.quiet}>{account.postName}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
