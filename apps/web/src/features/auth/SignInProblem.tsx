import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { NetworkError, ProblemError } from '../../lib/problem';
import { errorWords, fieldWords } from '../../ui/error-words';
import classes from './SignInPage.module.css';

/** ErrorNotice in plain elements, as far as signing in can be refused. */
export function SignInProblem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation(['shell', 'errors']);
  const id = useId();
  if (!error) return null;
  const words = errorWords(error, t);
  const problem = error instanceof ProblemError ? error.problem : null;
  const fields = problem?.fields ?? [];
  return (
    <div role="alert" className={classes.problem} aria-labelledby={id}>
      <ProblemIcon paths={error instanceof NetworkError ? WIFI_OFF : ALERT_TRIANGLE} />
      <div>
        <p className={classes.problemTitle} id={id}>
          {words.title}
        </p>
        <p>{words.advice}</p>
        {fields.length > 0 ? (
          <ul>
            {fields.map((field) => (
              <li key={`${field.field}.${field.rule}`}>
                {t([`shell:field.${field.field}`, 'shell:field.other'])}: {fieldWords(field, t)}
              </li>
            ))}
          </ul>
        ) : null}
        {words.wayOn === 'retry' && onRetry ? (
          <button type="button" className={classes.retry} onClick={onRetry}>
            {t('shell:retry')}
          </button>
        ) : null}
        {problem?.code === 'internal' && problem.requestId ? (
          <p className={classes.small}>{t('shell:requestId', { id: problem.requestId })}</p>
        ) : null}
      </div>
    </div>
  );
}

/** Two icons of Tabler, without the code that draws any icon. */
const ALERT_TRIANGLE = [
  'M12 9v4',
  'M10.363 3.591l-8.106 13.534a1.914 1.914 0 0 0 1.636 2.871h16.214a1.914 1.914 0 0 0 1.636 -2.87l-8.106 -13.536a1.914 1.914 0 0 0 -3.274 0',
  'M12 16h.01',
];
const WIFI_OFF = [
  'M12 18l.01 0',
  'M9.172 15.172a4 4 0 0 1 5.656 0',
  'M6.343 12.343a7.963 7.963 0 0 1 3.864 -2.14m4.163 .155a7.965 7.965 0 0 1 3.287 2',
  'M3.515 9.515a12 12 0 0 1 3.544 -2.455m3.101 -.92a12 12 0 0 1 10.325 3.374',
  'M3 3l18 18',
];

function ProblemIcon({ paths }: { paths: readonly string[] }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={20}
      height={20}
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
