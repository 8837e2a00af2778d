import type { AboutAnswer } from '@ekinerja/contracts/system';
import { useTranslation } from 'react-i18next';
import classes from './SignInPage.module.css';

const REFUSALS = ['failed', 'unknown', 'second-factor'];

/** The way in through the government's identity server, and why it did not open. */
export function SingleSignOn({ about }: { about: AboutAnswer | undefined }) {
  const { t } = useTranslation('auth');
  const refusal = new URLSearchParams(window.location.search).get('sso');
  return (
    <>
      {refusal && REFUSALS.includes(refusal) ? <p role="alert">{t(`signIn.sso.${refusal}`)}</p> : null}
      {about?.singleSignOn ? (
        <p className={classes.quiet}>
          <a href="/api/v1/auth/sso">{t('signIn.sso.button', { name: about.singleSignOn.name })}</a>
        </p>
      ) : null}
    </>
  );
}
