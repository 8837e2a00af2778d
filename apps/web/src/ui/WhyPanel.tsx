import type { Citation, DerivationStep } from '@ekinerja/contracts/basics';
import { Divider, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Article } from './Article';
import { derivationSentence } from './derivation-words';
import type { WhyProps } from './Why';

/** Each article once, in the order in which the steps lean on it. */
function articlesOf(steps: readonly DerivationStep[], cite: Citation | null | undefined): Citation[] {
  const all = [...steps.map((step) => step.cite), cite].filter((one): one is Citation => Boolean(one));
  return [...new Map(all.map((one) => [`${one.source}#${one.ref}`, one])).values()];
}

export default function WhyPanel({ steps = [], explanation, cite }: Omit<WhyProps, 'title'>) {
  const { t } = useTranslation(['derivation', 'shell']);
  const articles = articlesOf(steps, cite);
  return (
    <Stack>
      {explanation ? <Text component="div">{explanation}</Text> : null}
      {steps.length > 0 ? (
        <List type="ordered" spacing="sm">
          {steps.map((step, at) => (
            <List.Item key={at}>
              {derivationSentence(step, t)}
              {step.cite ? (
                <Text size="sm" c="dimmed">
                  {step.cite.ref}
                  {step.cite.reading ? ` (${t('shell:why.readingShort')})` : ''}
                </Text>
              ) : null}
            </List.Item>
          ))}
        </List>
      ) : null}
      {articles.length > 0 ? (
        <>
          <Divider />
          <Title order={3}>{t('shell:why.articles')}</Title>
          {articles.map((one) => (
            <Article key={`${one.source}#${one.ref}`} cite={one} />
          ))}
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t('shell:why.noArticle')}
        </Text>
      )}
    </Stack>
  );
}
