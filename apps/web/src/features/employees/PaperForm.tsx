import { RATINGS } from '@ekinerja/contracts/basics';
import type { EvaluationDueItem, EvaluationInputs } from '@ekinerja/contracts/evaluations';
import { PAPER_LIMITS, type PaperAct, type PaperDecision, type PaperSigner } from '@ekinerja/contracts/paper-decisions';
import { useTranslation } from 'react-i18next';
import { send } from '../../lib/api';
import { useProfile } from '../../lib/session';
import { ActForm } from '../../ui/forms/ActForm';
import type { Field } from '../../ui/forms/fields';

/** One decision to be written down. */
export interface PaperTask {
  act: PaperAct;
  /** Whom or what it is about, for the heading. */
  title: string;
  ids: string[];
  version: number | null;
  evaluation: { item: EvaluationDueItem; month: string } | null;
}

interface PaperFormProps {
  task: PaperTask;
  signer: PaperSigner;
  onDone: () => void;
  onCancel: () => void;
  reload: () => void;
}

const INPUT = 'input.';

/** What the paper says, its day and its scan. */
export function PaperForm({ task, signer, onDone, onCancel, reload }: PaperFormProps) {
  const { t } = useTranslation(['employees', 'shell', 'evaluations']);
  const { today } = useProfile();
  const asked = task.evaluation?.item.form.fields ?? [];
  const inputs: Field[] = asked.map(({ name, type, required, label }) => {
    const common = { name: `${INPUT}${name}`, label: t(`evaluations:field.${name}`, { defaultValue: label }), optional: !required };
    if (type === 'flag') return { ...common, kind: 'check' };
    if (type === 'rating') return { ...common, kind: 'select', options: [{ value: '', label: t('paper.choosePlease') }, ...RATINGS.map((value) => ({ value, label: t(`paper.rating.${value}`) }))] };
    return type === 'text' ? { ...common, kind: 'lines', max: 2000 } : { ...common, kind: 'text', max: 10 };
  });
  const needsReason = task.act === 'skp.return' || task.act === 'activities.refuse';
  const fields: Field[] = [
    ...inputs,
    ...(task.evaluation ? [{ name: 'note', kind: 'lines', label: t('paper.noteField'), max: 2000, optional: true } satisfies Field] : []),
    ...(task.act === 'skp.determine'
      ? ([
          { name: 'heldOn', kind: 'date', label: t('paper.dialogueOn'), hint: t('paper.dialogueHint'), optional: true },
          { name: 'notes', kind: 'lines', label: t('paper.dialogueNotes'), max: 2000, optional: true },
        ] satisfies Field[])
      : []),
    ...(needsReason ? [{ name: 'reason', kind: 'lines', label: t('paper.reason'), max: PAPER_LIMITS.reason } satisfies Field] : []),
    { name: 'signedOn', kind: 'date', label: t('paper.signedOn') },
    { name: 'number', kind: 'text', label: t('paper.number'), max: PAPER_LIMITS.number, optional: true },
    { name: 'fileId', kind: 'file', label: t('paper.scan'), hint: t('paper.fileHint'), accept: 'application/pdf,image/jpeg,image/png', choose: t('paper.chooseFile') },
  ];
  return (
    <ActForm<PaperDecision[]>
      title={t('paper.form', { act: t(`shell:paper.act.${task.act}`), name: task.title })}
      fields={fields}
      initial={{ signedOn: today }}
      submit={t('paper.save')}
      uploadTo="/paper-decisions/files"
      onSubmit={({ signedOn, number, fileId, reason = null, note = null, heldOn = null, notes = null, ...rest }, intent) =>
        send('POST', '/paper-decisions', {
          idempotencyKey: intent,
          body: {
            act: task.act,
            signerEmploymentId: signer.employmentId,
            paper: { number, signedOn, fileId },
            subjectIds: task.ids,
            version: task.version,
            reason,
            dialogue: heldOn && notes ? { heldOn, notes, resultIds: [] } : null,
            evaluation: task.evaluation && { employmentId: task.evaluation.item.employmentId, month: task.evaluation.month, note, inputs: inputsOf(rest) },
          },
        })
      }
      onDone={onDone}
      onCancel={onCancel}
      onReload={reload}
    />
  );
}

function inputsOf(values: Record<string, unknown>): EvaluationInputs {
  const inputs: EvaluationInputs = {};
  for (const [name, value] of Object.entries(values)) {
    if (!name.startsWith(INPUT)) continue;
    inputs[name.slice(INPUT.length)] = typeof value === 'string' ? value.replace(',', '.') : typeof value === 'boolean' ? value : null;
  }
  return inputs;
}
