import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useArrival } from '../../ui/use-arrival';
import classes from './SignInPage.module.css';
import { SignInProblem } from './SignInProblem';

interface SignInFormProps {
  title: string;
  /** What is asked for. */
  children: ReactNode;
  busy: boolean;
  error: unknown;
  /** Sends once more what was refused for a passing reason. */
  onRetry: () => void;
  onSubmit: () => void;
  /** Other ways, below the button. */
  below?: ReactNode;
}

/** A step of signing in: its heading takes the focus, its refusal stands above the one button. */
export function SignInForm({ title, children, busy, error, onRetry, onSubmit, below }: SignInFormProps) {
  const { t } = useTranslation('shell');
  const heading = useArrival();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <section className={classes.card}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <form className={classes.form} onSubmit={submit} noValidate>
        {children}
        <SignInProblem error={error} onRetry={onRetry} />
        <button type="submit" className={classes.submit} disabled={busy}>
          <span>{t('signIn')}</span>
        </button>
        {below}
      </form>
    </section>
  );
}
