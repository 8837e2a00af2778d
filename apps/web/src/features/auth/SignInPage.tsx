import type { Profile, SignInRequest } from '@ekinerja/contracts/auth';
import { useMutation } from '@tanstack/react-query';
import { useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useAbout } from '../../lib/about';
import { accentShades, DEFAULT_ACCENT } from '../../lib/accent';
import { changeLanguage, currentLanguage } from '../../lib/i18n';
import { ProblemError } from '../../lib/problem';
import { signIn } from '../../lib/session';
import { DemoAccounts } from './DemoAccounts';
import { PasswordField, TextField } from './SignInFields';
import classes from './SignInPage.module.css';
import { SignInCode } from './SignInCode';
import { SignInForm } from './SignInForm';
import { SingleSignOn } from './SingleSignOn';
import { SignInProblem } from './SignInProblem';

interface SignInPageProps {
  onSignedIn: (profile: Profile) => Promise<void> | void;
  /** Somebody is about to sign in: time to fetch what comes next. */
  onBegin?: () => void;
}

/**
 * The first screen that a phone on a slow line waits for: plain elements that look as in the rest of the portal, without
 * the component library, which is fetched while the person types.
 */
export function SignInPage({ onSignedIn, onBegin }: SignInPageProps) {
  const { t } = useTranslation(['auth', 'shell']);
  const { about, governmentName, agency, accent, error } = useAbout();
  const [tried, setTried] = useState(false);
  const [values, setValues] = useState<SignInRequest>({ username: '', password: '' });
  const other = currentLanguage() === 'id' ? 'en' : 'id';

  const mutation = useMutation({ mutationFn: signIn, onSuccess: onSignedIn });
  const enter = (body: SignInRequest) => {
    onBegin?.();
    mutation.mutate(body);
  };
  const submit = () => {
    setTried(true);
    if (values.username.trim() && values.password) enter(values);
  };
  const code = mutation.error instanceof ProblemError ? mutation.error.problem.code : null;
  // Once asked for, the code stays asked for while it is judged.
  const asksCode = code === 'second-factor-required' || code === 'second-factor-wrong' || mutation.variables?.secondFactor !== undefined;
  const missing = (value: string) => (tried && !value.trim() ? t('required') : undefined);

  return (
    <main className={classes.page} style={colours(accent)} onFocus={onBegin}>
      <title>{`${t('signIn.title')} · ${t('shell:app')}`}</title>
      <div className={classes.welcome}>
        <img src="/icon.svg" alt="" width={48} height={48} />
        <p className={classes.name}>{t('shell:app')}</p>
        <p className={classes.government}>{governmentName}</p>
        <p className={classes.quiet}>{agency}</p>
      </div>
      {asksCode ? (
        <SignInCode
          busy={mutation.isPending}
          error={code === 'second-factor-required' ? null : mutation.error}
          onCode={(secondFactor) => enter({ ...values, secondFactor })}
          onBack={() => mutation.reset()}
        />
      ) : (
        <SignInForm
          title={t('signIn.title')}
          busy={mutation.isPending}
          error={mutation.error}
          onRetry={() => enter(values)}
          onSubmit={submit}
          below={
            <>
              <SingleSignOn about={about} />
              <p className={classes.quiet}>{t('signIn.forgot')}</p>
              <p className={classes.quiet}>
                {t('signIn.haveCode')} <a href="/pulihkan">{t('signIn.recover')}</a>
              </p>
            </>
          }
        >
          <TextField
            label={t('signIn.username')}
            note={t('signIn.usernameNote')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={values.username}
            error={missing(values.username)}
            onChange={(event) => setValues({ ...values, username: event.currentTarget.value })}
          />
          <PasswordField
            label={t('signIn.password')}
            showLabel={t('signIn.showPassword')}
            autoComplete="current-password"
            value={values.password}
            error={missing(values.password)}
            onChange={(event) => setValues({ ...values, password: event.currentTarget.value })}
          />
        </SignInForm>
      )}
      {error && !about ? <SignInProblem error={error} /> : null}
      {about?.demo && !asksCode ? (
        <DemoAccounts
          accounts={about.demoAccounts}
          busy={mutation.isPending}
          onChoose={({ username, password }) => {
            setValues({ username, password });
            enter({ username, password });
          }}
        />
      ) : null}
      <button
        type="button"
        className={classes.language}
        lang={other}
        onClick={() => void changeLanguage(other)}
      >
        {other === 'en' ? 'English' : 'Bahasa Indonesia'}
      </button>
    </main>
  );
}

function colours(accent: string | null): CSSProperties {
  const shades = accentShades(accent ?? DEFAULT_ACCENT);
  return { '--accent': shades[8], '--accent-ink': shades[9], '--accent-tint': shades[0] } as CSSProperties;
}
