import { MEASUREMENT_LIMITS, type Creativity, type CreativityLevel, type Measurement } from '@ekinerja/contracts/measurements';
import { NativeSelect, Paper, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDecimal } from '../../lib/format';
import { Cite } from '../../ui/Cite';

interface CreativityPartProps {
  one: Measurement;
  value: Creativity | null;
  /** Left out: shown only. */
  onChange?: (value: Creativity | null) => void;
}

/** Something new and of use, which a letter proves: the formula adds to the year's score for it. */
export function CreativityPart({ one, value, onChange }: CreativityPartProps) {
  const { t } = useTranslation('evaluations');
  if (one.creativityScores.length === 0 || (!onChange && !value)) return null;
  const change = (part: Partial<Creativity>) => value && onChange?.({ ...value, ...part });
  const choose = (level: string) =>
    onChange?.(level === '' ? null : { title: '', letterNumber: '', letterDate: '', ...value, level: level as CreativityLevel });
  return (
    <Paper withBorder p="sm" component="fieldset">
      <Text component="legend" fw={650} px={6}>
        {t('creativity.title')} {one.creativityCite ? <Cite cite={one.creativityCite} /> : null}
      </Text>
      {onChange ? (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={t('creativity.level')}
            value={value?.level ?? ''}
            onChange={(event) => choose(event.currentTarget.value)}
            data={[
              { value: '', label: t('creativity.none') },
              ...one.creativityScores.map(({ level, score }) => ({ value: level, label: t('creativity.adds', { level: t(`creativity.of.${level}`), score: formatDecimal(score) }) })),
            ]}
          />
          {value ? (
            <>
              <TextInput label={t('creativity.what')} required maxLength={MEASUREMENT_LIMITS.title} value={value.title} onChange={(event) => change({ title: event.currentTarget.value })} />
              <TextInput label={t('creativity.number')} required maxLength={MEASUREMENT_LIMITS.letter} value={value.letterNumber} onChange={(event) => change({ letterNumber: event.currentTarget.value })} />
              <TextInput type="date" label={t('creativity.date')} required value={value.letterDate} onChange={(event) => change({ letterDate: event.currentTarget.value })} />
            </>
          ) : null}
        </SimpleGrid>
      ) : value ? (
        <Text>
          {t(`creativity.of.${value.level}`)}: {value.title}. {t('creativity.letter', { number: value.letterNumber, date: formatDate(value.letterDate) })}
        </Text>
      ) : null}
    </Paper>
  );
}

/** Whether everything that the letter must say is there. */
export function isWhole(value: Creativity | null): boolean {
  return value === null || (value.title.trim().length >= 5 && value.letterNumber.trim() !== '' && value.letterDate !== '');
}
