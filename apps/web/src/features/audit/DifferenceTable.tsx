import { useTranslation } from 'react-i18next';
import classes from './Differences.module.css';
import type { Difference } from './differences';

/** Field, what it was, what it became; one line each on a phone as well. */
export function DifferenceTable({ caption, rows }: { caption: string; rows: readonly Difference[] }) {
  const { t } = useTranslation('audit');
  return (
    <dl className={classes.list} aria-label={caption}>
      {rows.map((row) => (
        <div key={row.label} className={classes.row}>
          <dt>{row.label}</dt>
          <dd>
            {row.after === undefined ? (
              `${t('before')}: ${row.before ?? t('nothing')}`
            ) : (
              <>
                {row.before ? (
                  <>
                    <span className={classes.sr}>{t('before')} </span>
                    <del>{row.before}</del>
                    <span aria-hidden> → </span>
                  </>
                ) : null}
                <span className={classes.sr}>{t('after')} </span>
                <ins className={classes.after}>{row.after ?? t('nothing')}</ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
