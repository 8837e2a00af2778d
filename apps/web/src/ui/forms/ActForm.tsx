import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newIntent, upload } from '../../lib/api';
import { ErrorNotice } from '../ErrorNotice';
import { Section } from '../Section';
import { blankOf, isFilled, isShown, wireOf, type DecreeValue, type Field, type FormValues } from './fields';
import { FieldInput } from './FieldInput';

interface ActFormProps<T> {
  title: string;
  note?: ReactNode;
  fields: readonly Field[];
  initial?: FormValues;
  submit: string;
  danger?: boolean;
  /** Where the file of a decision letter goes first. */
  uploadTo?: string;
  /** One request; `intent` is the same for every attempt at these values. */
  onSubmit: (values: Record<string, unknown>, intent: string) => Promise<T>;
  onDone: (answer: T) => void;
  onCancel: () => void;
  /** Fetch the current row after a refusal; what was typed stays. */
  onReload?: () => void;
  /** Shown under the fields, e.g. what the values would do. */
  children?: (values: FormValues) => ReactNode;
}

/** One act on a page, in place: its fields, its refusal beside it, Escape to leave. */
export function ActForm<T>({ title, note, fields, initial = {}, submit, danger, uploadTo = '/decrees', onSubmit, onDone, onCancel, onReload, children }: ActFormProps<T>) {
  const { t } = useTranslation(['forms', 'shell']);
  const [values, setValues] = useState<FormValues>(() => ({ ...Object.fromEntries(fields.map((field) => [field.name, blankOf(field)])), ...initial }));
  const intent = useRef(newIntent());
  const shown = fields.filter((field) => isShown(field, values));
  const complete = shown.every((field) => isFilled(field, values[field.name] ?? null));
  const mutation = useMutation({
    mutationFn: async () => {
      const wire: Record<string, unknown> = {};
      for (const field of fields) {
        const value = values[field.name] ?? null;
        if (field.kind === 'decree') wire[field.name] = await letterOf(value as DecreeValue, uploadTo, field.optional ?? false);
        else if (field.kind === 'file') wire[field.name] = value instanceof File ? await sent(value, uploadTo) : null;
        else wire[field.name] = shown.includes(field) ? wireOf(field, value) : field.kind === 'check' ? false : null;
      }
      return onSubmit(wire, intent.current);
    },
    onSuccess: onDone,
    // Refused: the next attempt may say something else under a key of its own.
    onError: () => (intent.current = newIntent()),
  });
  return (
    <Section title={title} note={note}>
      <form
        noValidate
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          if (complete) mutation.mutate();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onCancel();
        }}
      >
        <Stack gap="sm" maw={720}>
          {shown.map((field) => (
            <FieldInput key={field.name} field={field} value={values[field.name] ?? null} onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))} />
          ))}
          {children?.(values)}
          <ErrorNotice error={mutation.error} onRetry={() => mutation.mutate()} onReload={onReload} />
          <Group gap="xs">
            <Button type="submit" disabled={!complete} loading={mutation.isPending} {...(danger ? { color: 'red' } : {})}>
              {submit}
            </Button>
            <Button variant="default" onClick={onCancel}>
              {t('shell:cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

async function letterOf({ number, date, file, fileId = null }: DecreeValue, uploadTo: string, optional: boolean): Promise<unknown> {
  if (optional && number.trim() === '' && date === '' && !file) return null;
  return { number: number.trim(), date, fileId: file ? await sent(file, uploadTo) : fileId };
}

async function sent(file: File, to: string): Promise<string | null> {
  // The API answers with the file's id under the name of its own feature.
  const stored = await upload<{ fileId?: string; id?: string }>(to, file);
  return stored.fileId ?? stored.id ?? null;
}
