import { SECOND_FACTOR_LIMITS } from '@ekinerja/contracts/auth';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useArrival } from '../../ui/use-arrival';
import { TextField } from './SignInFields';
import classes from './SignInPage.module.css';
import { SignInProblem } from './SignInProblem';

interface SignInCodeProps {
  busy: boolean;
  error: unknown;
  onCode: (code: string) => void;
  onBack: () => void;
}

/** The second step, after a right password: the code of the phone. */
export function SignInCode({ busy, error, onCode, onBack }: SignInCodeProps) {
  const { t } = useTranslation(['auth', 'shell']);
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const heading = useArrival();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (code.trim()) onCode(code.trim());
  };
  return (
    <section className={classes.card}>
      <h1 ref={heading} tabIndex={-1}>
        {t('signIn.codeTitle')}
      </h1>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextField
          label={t('signIn.code')}
          note={t('signIn.codeNote')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={SECOND_FACTOR_LIMITS.max}
          value={code}
          error={tried && !code.trim() ? t('required') : undefined}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <SignInProblem error={error} onRetry={() => onCode(code.trim())} />
        <button type="submit" className={classes.submit} disabled={busy}>
          <span>{t('shell:signIn')}</span>
        </button>
        <button type="button" className={classes.retry} onClick={onBack}>
          {t('signIn.back')}
        </button>
      </form>
    </section>
  );
}
