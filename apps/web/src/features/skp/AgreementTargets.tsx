import { CASCADE_LIMITS, type AgreementTargetInput, type UnitAgreement } from '@ekinerja/contracts/skp-cascade';
import { ActionIcon, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import classes from './Skp.module.css';

interface AgreementTargetsProps {
  agreement: UnitAgreement;
  targets: AgreementTargetInput[];
  onChange: ((targets: AgreementTargetInput[]) => void) | null;
}

/** Objectives with indicator and target; in a final agreement as a table. */
export function AgreementTargets({ agreement, targets, onChange }: AgreementTargetsProps) {
  const { t } = useTranslation('skp');
  if (!onChange) {
    return (
      <ResponsiveTable
        caption={t('agreement.targets')}
        rows={agreement.targets}
        rowKey={({ id }) => id}
        columns={[
          { key: 'objective', title: t('agreement.objective'), heading: true, cell: (row) => (row.removed ? t('agreement.removed', { title: row.objective }) : row.objective) },
          { key: 'indicator', title: t('indicator'), cell: (row) => row.indicator },
          { key: 'target', title: t('target'), cell: (row) => `${row.target} ${row.unit}` },
          { key: 'links', title: t('agreement.links'), align: 'right', cell: (row) => row.links },
        ]}
      />
    );
  }
  const links = new Map(agreement.targets.map(({ id, links: count }) => [id, count]));
  return (
    <Stack gap="sm">
      {targets.length === 0 ? <Text c="dimmed">{t('agreement.empty')}</Text> : null}
      {targets.map((row, at) => {
        const text = (name: 'objective' | 'indicator' | 'target' | 'unit') => ({
          value: row[name],
          maxLength: CASCADE_LIMITS[name],
          onChange: (event: { currentTarget: { value: string } }) =>
            onChange(targets.map((one) => (one.id === row.id ? { ...one, [name]: event.currentTarget.value } : one))),
        });
        return (
          <div key={row.id} role="group" aria-label={t('agreement.objectiveNumber', { number: at + 1 })}>
            <TextInput label={t('agreement.objectiveNumber', { number: at + 1 })} {...text('objective')} />
            <div className={classes.indicator}>
              <TextInput label={t('target')} {...text('target')} />
              <TextInput label={t('indicator')} {...text('indicator')} />
              <TextInput label={t('unit')} {...text('unit')} />
              <Text size="sm" c="dimmed" mt={30}>
                {(links.get(row.id) ?? 0) > 0 ? t('agreement.linked', { count: links.get(row.id) ?? 0 }) : ''}
              </Text>
              <ActionIcon variant="subtle" color="red" size={44} mt={22} aria-label={t('agreement.remove', { number: at + 1 })} onClick={() => onChange(targets.filter(({ id }) => id !== row.id))}>
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </div>
          </div>
        );
      })}
    </Stack>
  );
}
