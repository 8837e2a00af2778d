import type { FeedbackAbout, FeedbackRecord, FeedbackSubject } from '@ekinerja/contracts/feedback';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What feedback is about: the work as a whole, a result, one of its indicators, or a behaviour. */
export function AboutSelect({ record, value, onChange }: { record: FeedbackRecord; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('feedback');
  return (
    <NativeSelect
      label={t('give.about')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: 'general', label: t('subject.general') },
        ...record.results.flatMap((result) => [
          { value: `result:${result.id}`, label: result.title },
          ...result.indicators.map((indicator, at) => ({ value: `indicator:${result.id}:${at}`, label: `  – ${indicator}` })),
        ]),
        ...record.behaviours.map(({ code, name }) => ({ value: `behaviour:${code}`, label: t('give.behaviour', { name }) })),
      ]}
    />
  );
}

/** `general`, `behaviour:code`, `result:id`, `indicator:id:0` as the server wants it. */
export function aboutOf(value: string): FeedbackAbout {
  const [subject, id, at] = value.split(':') as [FeedbackSubject, string?, string?];
  return {
    subject,
    resultId: subject === 'result' || subject === 'indicator' ? (id ?? null) : null,
    indicator: subject === 'indicator' ? Number(at) : null,
    behaviour: subject === 'behaviour' ? (id ?? null) : null,
  };
}
