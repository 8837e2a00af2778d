import type { MeasurementLine } from '@ekinerja/contracts/measurements';
import type { SkpResult } from '@ekinerja/contracts/skp';
import { attainmentOf, proposedRealisation, type MeasuredIndicator } from '@ekinerja/regulations/realisation';
import type { GatheredRow } from './measurements.repository.js';

/** One line an indicator: target, what the accepted entries come to, and what was said of it before. */
export function measuredLines(results: readonly SkpResult[], gathered: readonly GatheredRow[], said: readonly MeasurementLine[]): MeasurementLine[] {
  return results.flatMap((result) => {
    const own = gathered.filter(({ resultId }) => resultId === result.id);
    const sum = (of: 'entries' | 'evidence' | 'minutes') => own.reduce((total, row) => total + row[of], 0);
    return result.indicators.map((indicator, at): MeasurementLine => {
      const before = said.find((line) => line.resultId === result.id && line.indicator === at);
      const { aspect, target, targetTo, unit, direction } = indicator;
      return withAttainment({
        resultId: result.id, resultTitle: result.title, task: result.task, indicator: at, aspect, name: indicator.indicator, target, targetTo, unit, direction,
        gathered: { entries: sum('entries'), evidence: sum('evidence'), minutes: sum('minutes'), proposal: proposedRealisation(indicator, own) },
        realised: before?.realised ?? null,
        source: before?.source ?? '',
        confirmed: before?.confirmed ?? null,
        note: before?.note ?? '',
        attainment: null,
      });
    });
  });
}

export function withAttainment(line: MeasurementLine): MeasurementLine {
  return { ...line, attainment: attainmentOf(asMeasured(line)) };
}

/** As confirmed, else as stated. */
export function asMeasured(line: MeasurementLine): MeasuredIndicator {
  const { resultId, resultTitle, task, aspect, target, targetTo, unit, direction } = line;
  return { resultId, resultTitle, task, aspect, target, targetTo, unit, direction, realised: line.confirmed ?? line.realised };
}
