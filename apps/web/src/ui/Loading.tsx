import { SimpleGrid, Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export type LoadingShape = 'list' | 'form' | 'calendar' | 'cards' | 'text';

/** A skeleton of what is coming; screen readers hear one word instead. */
export function Loading({ shape = 'list', rows = 5 }: { shape?: LoadingShape; rows?: number }) {
  const { t } = useTranslation('shell');
  return (
    <div role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <Bones shape={shape} rows={rows} />
    </div>
  );
}

function Bones({ shape, rows }: { shape: LoadingShape; rows: number }) {
  const many = Array.from({ length: rows }, (_, at) => at);
  switch (shape) {
    case 'calendar':
      return (
        <SimpleGrid cols={7} spacing={4}>
          {Array.from({ length: 35 }, (_, at) => (
            <Skeleton key={at} h={52} />
          ))}
        </SimpleGrid>
      );
    case 'cards':
      return (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {many.map((at) => (
            <Skeleton key={at} h={96} />
          ))}
        </SimpleGrid>
      );
    case 'form':
      return (
        <Stack>
          {many.map((at) => (
            <Stack key={at} gap={6}>
              <Skeleton h={14} w={120} />
              <Skeleton h={44} />
            </Stack>
          ))}
        </Stack>
      );
    case 'text':
      return (
        <Stack gap="xs">
          {many.map((at) => (
            <Skeleton key={at} h={14} w={at === rows - 1 ? '60%' : '100%'} />
          ))}
        </Stack>
      );
    case 'list':
      return (
        <Stack gap="xs">
          {many.map((at) => (
            <Skeleton key={at} h={56} />
          ))}
        </Stack>
      );
  }
}
