import type { Citation } from '@ekinerja/contracts/basics';
import { Anchor } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

// Apart, so that an error notice on the first screen does not bring the drawer along.
const ArticleDrawer = lazy(() => import('./ArticleDrawer'));

/** "Pasal 23 ayat (5)", which opens the article's text. */
export function Cite({ cite }: { cite: Citation }) {
  const { t } = useTranslation('shell');
  const [state, setState] = useState<'never' | 'opened' | 'closed'>('never');
  return (
    <>
      <Anchor component="button" type="button" fz="inherit" onClick={() => setState('opened')} ta="left">
        {cite.ref}
        {cite.reading ? ` (${t('why.readingShort')})` : ''}
      </Anchor>
      {state === 'never' ? null : (
        <Suspense fallback={null}>
          <ArticleDrawer cite={cite} opened={state === 'opened'} onClose={() => setState('closed')} />
        </Suspense>
      )}
    </>
  );
}
