import type { PayslipView, SlipLineView } from '@ekinerja/contracts/pay-runs';
import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatRupiah } from '../../lib/format';
import { Cite } from '../../ui/Cite';
import { Section } from '../../ui/Section';
import { Why } from '../../ui/Why';
import classes from './Slip.module.css';

interface SlipLinesProps {
  section: SlipLineView['section'];
  lines: readonly SlipLineView[];
  totals: PayslipView['totals'];
}

export function SlipLines({ section, lines, totals }: SlipLinesProps) {
  const { t } = useTranslation('payslips');
  if (lines.length === 0) return null;
  const sum = {
    gross: totals.gross,
    cut: -Math.abs(totals.cuts),
    deduction: -Math.abs(totals.deductions),
    adjustment: totals.adjustments,
    info: null,
  }[section];
  return (
    <Section title={t(`section.${section}`)} note={t(`sectionNote.${section}`)}>
      <ul className={classes.lines}>
        {lines.map((line, at) => (
          <li key={at} className={classes.line}>
            <div>
              <Text fw={600}>{line.title}</Text>
              <Text size="sm">{line.explanation}</Text>
              <Group gap="xs" mt={2}>
                {line.cite ? (
                  <Text size="sm" component="span">
                    <Cite cite={line.cite} />
                  </Text>
                ) : null}
                <Why title={line.title} explanation={line.explanation} cite={line.cite} />
              </Group>
            </div>
            <Text fw={600} className={`tabular ${classes.amount}`}>
              {line.amount === null ? '' : formatRupiah(line.amount)}
            </Text>
          </li>
        ))}
        {sum !== null ? (
          <li className={classes.line} data-total>
            <Text fw={700}>{t(`sectionTotal.${section}`)}</Text>
            <Text fw={700} className={`tabular ${classes.amount}`}>
              {formatRupiah(sum)}
            </Text>
          </li>
        ) : null}
      </ul>
    </Section>
  );
}
