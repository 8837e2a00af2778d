import { SECOND_FACTOR_LIMITS } from '@ekinerja/contracts/auth';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from './SignInFields';
import { SignInForm } from './SignInForm';
import classes from './SignInPage.module.css';

interface SignInCodeProps {
  busy: boolean;
  error: unknown;
  onCode: (code: string) => void;
  onBack: () => void;
}

/** The second step, after a right password: the code of the phone. */
export function SignInCode({ busy, error, onCode, onBack }: SignInCodeProps) {
  const { t } = useTranslation('auth');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (code.trim()) onCode(code.trim());
  };
  return (
    <SignInForm
      title={t('signIn.codeTitle')}
      busy={busy}
      error={error}
      onRetry={() => onCode(code.trim())}
      onSubmit={submit}
      below={
        <button type="button" className={classes.retry} onClick={onBack}>
          {t('signIn.back')}
        </button>
      }
    >
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
    </SignInForm>
  );
}
