import type { Citation } from '@ekinerja/contracts/basics';
import type { ArticleText } from '@ekinerja/contracts/regulations';
import { Badge, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../lib/api';
import { isProblem } from '../lib/problem';
import classes from './Article.module.css';
import { errorWords } from './error-words';
import { Loading } from './Loading';

/** The words of the law behind a value. Our own reading or an example value is never dressed up as the article's words. */
export function Article({ cite }: { cite: Citation }) {
  const { t } = useTranslation(['shell', 'errors']);
  const query = useQuery({
    queryKey: ['article', cite.source, cite.ref],
    queryFn: ({ signal }) =>
      get<ArticleText>('/articles', { query: { source: cite.source, ref: cite.ref }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div>
      <Text fw={600}>{cite.ref}</Text>
      {query.data ? (
        <Text size="sm" c="dimmed">
          {query.data.title}
        </Text>
      ) : null}
      {cite.reading ? (
        <Badge
          color="yellow"
          variant="light"
          mt={4}
          tt="none"
          c="yellow.9"
          style={{ height: 'auto', whiteSpace: 'normal' }}
        >
          {t('shell:why.reading')}
        </Badge>
      ) : null}
      {cite.note ? (
        <Text size="sm" mt={4}>
          {cite.note}
        </Text>
      ) : null}
      {query.data ? (
        <blockquote className={classes.text}>{query.data.text}</blockquote>
      ) : isProblem(query.error, 'not-found') ? (
        <Text size="sm" c="dimmed">
          {t('shell:why.noText')}
        </Text>
      ) : query.error ? (
        // Plainer than ErrorNotice, which itself cites articles.
        <Group role="alert" gap="xs">
          <Text size="sm">{errorWords(query.error, t).advice}</Text>
          <Button variant="default" h={36} onClick={() => void query.refetch()}>
            {t('shell:retry')}
          </Button>
        </Group>
      ) : (
        <Loading shape="text" rows={3} />
      )}
    </div>
  );
}
