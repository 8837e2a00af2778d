import type { SkpFieldNote } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { SkpForm, SkpFinding } from '@ekinerja/contracts/skp-form';
import type { SkpDocument } from '@ekinerja/contracts/skp-record';
import { SKP_LIMITS, type SkpResultInput } from '@ekinerja/contracts/skp';
import type { SkpExample } from '@ekinerja/contracts/skp-year';
import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { ConflictNotice } from './ConflictNotice';
import { DraftStatus } from './DraftStatus';
import { FieldHints } from './FieldHints';
import { PlanEditor } from './PlanEditor';
import { ResultEditor } from './ResultEditor';
import { newIndicator, newResult, type Draft, type UsualWords } from './skp-draft';
import { Suggestions } from './Suggestions';
import { useDraft, type Saved } from './use-draft';

interface SkpEditorProps {
  id: string;
  writer: string;
  current: Saved;
  form: SkpForm;
  superiorResults: SkpDetail['superiorResults'];
  objectives?: SkpDetail['objectives'];
  postPoints?: SkpDetail['postPoints'];
  documents: readonly SkpDocument[];
  findings: readonly SkpFinding[];
  notes: readonly SkpFieldNote[];
  duties: readonly string[];
  examples?: readonly SkpExample[];
  save: (version: number, draft: Draft) => Promise<Saved>;
  /** What is done with the text once it is saved; gets the version that was saved. */
  actions: (flush: () => Promise<number | null>) => ReactNode;
}

/** The form of the regulation in force; saves by itself and keeps the text when the connection is gone. */
export function SkpEditor(props: SkpEditorProps) {
  const { id, writer, current, form, superiorResults, objectives = [], postPoints = [], documents, findings, notes, duties, examples = [] } = props;
  const { t } = useTranslation('skp');
  const written = useDraft({ id, writer, current, save: props.save });
  const { draft, write, state, theirs } = written;
  const setResults = (results: Draft['results']) => write({ ...draft, results });
  const usual: UsualWords = (aspect) => ({
    indicator: t(`edit.usual.${aspect}.indicator`),
    target: t(`edit.usual.${aspect}.target`),
    unit: t(`edit.usual.${aspect}.unit`),
  });
  const add = (so: Partial<SkpResultInput> = {}) => {
    const made = newResult(form.results.required, so, usual);
    // An example from before the rule, or from another one, gets what is wanted now.
    const lacking = form.results.required.filter((aspect) => !made.indicators.some((indicator) => indicator.aspect === aspect));
    setResults([...draft.results, { ...made, indicators: [...made.indicators, ...lacking.map((aspect) => newIndicator(aspect, usual))] }]);
  };
  const full = draft.results.length >= SKP_LIMITS.results;
  return (
    <Stack>
      {theirs ? (
        <ConflictNotice
          mine={draft}
          theirs={theirs}
          superiorResults={superiorResults}
          onMine={written.keepMine}
          onTheirs={written.takeTheirs}
          onBoth={written.keepBoth}
        />
      ) : null}
      <Section
        title={t(`edit.title.${form.layout}`)}
        note={t('edit.note')}
        actions={<DraftStatus state={state} />}
      >
        <Stack>
          <FieldHints
            findings={findings.filter(({ place }) => place === 'results')}
            notes={notes.filter(({ place }) => place === 'results')}
            place="results"
          />
          {draft.results.map((result, at) => (
            <ResultEditor
              key={result.id}
              result={result}
              number={at + 1}
              form={form}
              superiorResults={superiorResults}
              objectives={objectives}
              postPoints={postPoints}
              documents={documents}
              findings={findings}
              notes={notes}
              onChange={(next) =>
                setResults(draft.results.map((one) => (one.id === result.id ? next : one)))
              }
              onRemove={() => setResults(draft.results.filter((one) => one.id !== result.id))}
            />
          ))}
          <div>
            <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} disabled={full} onClick={() => add()}>
              {t('edit.addResult')}
            </Button>
          </div>
          {full ? null : <Suggestions results={draft.results} superiorResults={superiorResults} examples={examples} duties={duties} onAdd={add} />}
          <datalist id="skp-units">
            {t('edit.units').split(', ').map((unit) => (
              <option key={unit} value={unit} />
            ))}
          </datalist>
        </Stack>
      </Section>
      <PlanEditor
        form={form}
        plan={draft.plan}
        findings={findings}
        notes={notes}
        onChange={(plan) => write({ ...draft, plan })}
      />
      <ErrorNotice error={written.error} onRetry={() => void written.flush()} />
      {props.actions(written.flush)}
    </Stack>
  );
}
