import { SKP_LIMITS, type SkpDetail, type SkpResultInput } from '@ekinerja/contracts/skp';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy, IconPlus, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../lib/problem';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { useSkpChange } from './queries';
import { ResultEditor } from './ResultEditor';
import { bodyOf, checkDraft, draftOf, newResult } from './skp-draft';

/** Results with their indicators; saved as a draft, or saved and submitted in one go. */
export function SkpEditor({ skp }: { skp: SkpDetail }) {
  const { t } = useTranslation(['skp', 'shell']);
  const [results, setResults] = useState<SkpResultInput[]>(() =>
    skp.results.length > 0 ? draftOf(skp) : [newResult()],
  );
  const [refusals, setRefusals] = useState<Record<string, string>>({});
  const [version, setVersion] = useState(skp.version);
  const change = useSkpChange(skp.id);

  const replace = (id: string, next: SkpResultInput) =>
    setResults(results.map((one) => (one.id === id ? next : one)));
  const valid = () => {
    const found = checkDraft(results);
    setRefusals(found);
    const first = Object.keys(found)[0];
    if (first) document.querySelector<HTMLElement>(`[data-place="${CSS.escape(first)}"]`)?.focus();
    return first === undefined;
  };
  const store = async () => {
    const saved = await change.mutateAsync({ kind: 'save', version, body: bodyOf(results) });
    setVersion(saved.version);
    return saved;
  };
  // A draft may have gaps; what lacks is shown and stops the submission only.
  const save = async () => {
    setRefusals({});
    await store();
    announce(t('done.save'));
  };
  const submit = async () => {
    if (!valid()) return;
    const saved = await store();
    await change.mutateAsync({ kind: 'submit', version: saved.version });
    announce(t('done.submit'));
  };
  // A refusal stands in the notice below; nothing else is to be done with it.
  const quietly = (task: () => Promise<void>) => void task().catch(() => undefined);
  const takeCurrent = () => {
    if (isProblem(change.error, 'stale-version'))
      setVersion((change.error.problem.current as SkpDetail | undefined)?.version ?? version);
    change.reset();
  };

  return (
    <Section title={t('edit.title')} note={t('edit.note')}>
      <Stack>
        {results.map((result, at) => (
          <ResultEditor
            key={result.id}
            result={result}
            number={at + 1}
            superiorResults={skp.superiorResults}
            refusals={refusals}
            onChange={(next) => replace(result.id, next)}
            onRemove={
              results.length > 1 ? () => setResults(results.filter(({ id }) => id !== result.id)) : undefined
            }
          />
        ))}
        <Group>
          <Button
            variant="light"
            leftSection={<IconPlus size={18} aria-hidden />}
            disabled={results.length >= SKP_LIMITS.results}
            onClick={() => setResults([...results, newResult()])}
          >
            {t('edit.addResult')}
          </Button>
        </Group>
        {Object.keys(refusals).length > 0 ? (
          <Text c="red.9" role="alert">
            {t('edit.incomplete', { count: Object.keys(refusals).length })}
          </Text>
        ) : null}
        <ErrorNotice error={change.error} onReload={takeCurrent} onRetry={() => quietly(save)} />
        <Group>
          <Button
            leftSection={<IconSend size={18} aria-hidden />}
            loading={change.isPending}
            onClick={() => quietly(submit)}
          >
            {t('edit.submit')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDeviceFloppy size={18} aria-hidden />}
            disabled={change.isPending}
            onClick={() => quietly(save)}
          >
            {t('edit.save')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t('edit.after')}
        </Text>
      </Stack>
    </Section>
  );
}
