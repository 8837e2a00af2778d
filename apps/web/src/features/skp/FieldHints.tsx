import type { SkpFieldNote } from '@ekinerja/contracts/skp';
import type { SkpFinding } from '@ekinerja/contracts/skp-form';
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Cite } from '../../ui/Cite';

interface FieldHintsProps {
  findings: readonly SkpFinding[];
  notes: readonly SkpFieldNote[];
  /** The place itself and what lies under it. */
  place: string;
}

const under = (place: string, root: string) => place === root || place.startsWith(`${root}.`);

/** What lacks here, and what was remarked here, with the article one press away. */
export function FieldHints({ findings, notes, place }: FieldHintsProps) {
  const { t } = useTranslation(['skp', 'errors']);
  const here = findings.filter((finding) => under(finding.place, place));
  const said = notes.filter((note) => under(note.place, place));
  if (here.length === 0 && said.length === 0) return null;
  return (
    <Stack gap={4} data-hints={place}>
      {said.map((note, at) => (
        <Text key={`n${at}`} size="sm" c="red.9" fw={600}>
          {t('note', { text: note.text })}
        </Text>
      ))}
      {here.map((finding, at) => (
        <Text key={at} size="sm" c={finding.severity === 'stop' ? 'red.9' : 'dimmed'} component="div">
          {t([`errors:rule.${finding.code}`, 'finding'], finding.params)}{' '}
          {finding.cite ? <Cite cite={finding.cite} /> : null}
        </Text>
      ))}
    </Stack>
  );
}
