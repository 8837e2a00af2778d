import type { DocumentKind } from '@ekinerja/contracts/basics';
import type { LawValueChange, LawValueSide } from '@ekinerja/contracts/regulations';
import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Cite } from '../../ui/Cite';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { labelWords, valueWords } from './law-tree';

interface LawChangesProps {
  changes: readonly LawValueChange[];
  kind: DocumentKind;
  /** The document that holds now. */
  base: string | null;
}

/** What differs, value by value, each side with its article. */
export function LawChanges({ changes, kind, base }: LawChangesProps) {
  const { t } = useTranslation(['drafts', 'regulations', 'shell']);
  const side = (change: LawValueChange, which: 'before' | 'after') => (
    <Side side={change[which]} none={t(which === 'before' ? 'changes.new' : 'changes.gone')} words={(value) => valueWords({ path: change.path, label: change.labels.at(-1) ?? '', value }, kind, t)} />
  );
  return (
    <Section title={t('changes.title', { count: changes.length })} note={base ? t('changes.against', { title: base }) : t('changes.first')}>
      {changes.length === 0 ? (
        <Text c="dimmed">{t('changes.none')}</Text>
      ) : (
        <ResponsiveTable
          caption={t('changes.title', { count: changes.length })}
          rows={changes}
          rowKey={({ path, kinds }) => `${path} ${kinds.join()}`}
          columns={[
            {
              key: 'what',
              title: t('changes.what'),
              heading: true,
              cell: (change) => (
                <Group gap={6}>
                  <span>{change.labels.map((label) => labelWords(label, t)).join(' › ')}</span>
                  {change.kinds.map((one) => (
                    <Badge key={one} variant="light" color="gray" tt="none">
                      {t(`regulations:code.${one}`)}
                    </Badge>
                  ))}
                </Group>
              ),
            },
            { key: 'before', title: t('changes.before'), cell: (change) => side(change, 'before') },
            { key: 'after', title: t('changes.after'), cell: (change) => side(change, 'after') },
          ]}
        />
      )}
    </Section>
  );
}

function Side({ side, none, words }: { side: LawValueSide | null; none: string; words: (value: LawValueSide['value']) => string }) {
  const { t } = useTranslation('regulations');
  if (!side) return <Text c="dimmed">{none}</Text>;
  return (
    <div>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {words(side.value)}
      </Text>
      {side.cite?.ref ? (
        <Text size="sm" component="div">
          <Cite cite={side.cite} />
        </Text>
      ) : null}
      {side.inheritedFrom ? (
        <Badge variant="light" color="gray" tt="none">
          {t('inherited')}
        </Badge>
      ) : null}
    </div>
  );
}
