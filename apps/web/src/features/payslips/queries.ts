import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { PayslipItem, PayslipView } from '@ekinerja/contracts/pay-runs';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../../lib/api';

const ALL = ['payslips'] as const;

export const myPayslips = queryOptions({
  queryKey: [...ALL, 'mine'],
  queryFn: ({ signal }) => get<PayslipItem[]>('/payslips/mine', { signal }),
});

export const estimateOf = (month: IsoMonth) =>
  queryOptions({
    queryKey: [...ALL, 'estimate', month],
    queryFn: ({ signal }) => get<PayslipView>('/payslips/mine/estimate', { query: { month }, signal }),
  });

/** A closed slip never changes. */
export const payslip = (id: Uuid) =>
  queryOptions({
    queryKey: [...ALL, 'one', id],
    queryFn: ({ signal }) => get<PayslipView>(`/payslips/${id}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
