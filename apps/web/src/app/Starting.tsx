import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** First paint while the session is looked up. */
export function Starting() {
  const { t } = useTranslation('shell');
  return (
    <Stack maw={640} mx="auto" p="xl" role="status" aria-live="polite">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <Skeleton h={28} w={180} />
      <Skeleton h={120} />
      <Skeleton h={120} />
    </Stack>
  );
}
