import type { SkpDetail, SkpResultInput } from '@ekinerja/contracts/skp';

export type SkpFinding = SkpDetail['findings'][number];

/**
 * What still keeps an SKP from being handed in: each result is named and measurable (TL 8(2)), and a main task leans
 * on a result of the superior where the superior has a determined SKP (BN 7).
 */
export function skpFindings(results: SkpResultInput[], superiorHasSkp: boolean): SkpFinding[] {
  if (results.length === 0) return [{ code: 'skp.no-results', params: {} }];
  return results.flatMap((result, index) => {
    const params = { result: index + 1, title: result.title };
    const blank = result.indicators.filter(({ indicator, target }) => indicator.trim() === '' || target.trim() === '');
    return [
      ...(result.title.trim() === '' ? [{ code: 'skp.no-title', params }] : []),
      ...(result.indicators.length === 0 ? [{ code: 'skp.no-indicator', params }] : []),
      ...(blank.length > 0 ? [{ code: 'skp.no-target', params: { ...params, count: blank.length } }] : []),
      ...(superiorHasSkp && result.task === 'main' && result.superiorResultId === null ? [{ code: 'skp.no-superior-result', params }] : []),
    ];
  });
}
