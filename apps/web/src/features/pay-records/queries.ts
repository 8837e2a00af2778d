import type { IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import type { EmployeeItem } from '@ekinerja/contracts/employees';
import type { UnitItem } from '@ekinerja/contracts/organisation';
import type { BudgetCeiling, BudgetCeilingInput, Correction, PayClaim, SettleClaimRequest } from '@ekinerja/contracts/pay-runs';
import type {
  BankAccount, BankAccountInput, BankAccountsPage, FactImport, PayRecord, PayRecordCodes, PayRecordDecision, PayRecordEnd, PayRecordInput, PayRecordKind,
  PayRecordsPage, PayRecordStatus, SalaryFact, SalaryMonth, SalaryPage,
} from '@ekinerja/contracts/pay-records';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, newIntent, send, upload } from '../../lib/api';

const ALL = ['pay-records'] as const;

const paged = <Row>(key: readonly unknown[], path: string, query: Record<string, string | null>) =>
  infiniteQueryOptions({
    queryKey: [...ALL, ...key],
    queryFn: ({ pageParam, signal }) => get<Page<Row>>(path, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    placeholderData: keepPreviousData,
  });

export const records = (kind: PayRecordKind | null, status: PayRecordStatus | null, search: string) =>
  paged<PayRecordsPage['items'][number]>(['list', kind, status, search], '/pay-records', { kind, status, search });
export const accounts = (status: BankAccount['status'] | null, search: string) =>
  paged<BankAccountsPage['items'][number]>(['accounts', status, search], '/bank-accounts', { status, search });
export const salaries = (month: IsoMonth, search: string) => paged<SalaryPage['items'][number]>(['salaries', month, search], '/salaries', { month, search });

export const corrections = (search: string) => paged<Correction>(['corrections', search], '/pay-corrections', { search });

export const recordCodes = queryOptions({ queryKey: [...ALL, 'codes'], queryFn: ({ signal }) => get<PayRecordCodes>('/pay-records/codes', { signal }) });
export const salaryMonths = queryOptions({ queryKey: [...ALL, 'salary-months'], queryFn: ({ signal }) => get<SalaryMonth[]>('/salaries/months', { signal }) });
export const factImports = queryOptions({ queryKey: [...ALL, 'imports'], queryFn: ({ signal }) => get<FactImport[]>('/pay-facts/imports', { signal }) });
export const claims = (state: 'open' | 'settled') => queryOptions({ queryKey: [...ALL, 'claims', state], queryFn: ({ signal }) => get<PayClaim[]>('/pay-claims', { query: { state }, signal }) });
export const ceilings = (year: number) => queryOptions({ queryKey: [...ALL, 'ceilings', year], queryFn: ({ signal }) => get<BudgetCeiling[]>('/budget-ceilings', { query: { year }, signal }) });
export const people = (q: string) =>
  queryOptions({ queryKey: [...ALL, 'people', q], queryFn: ({ signal }) => get<Page<EmployeeItem>>('/employees', { query: { q, limit: 20 }, signal }), enabled: q.trim().length >= 3, placeholderData: keepPreviousData });
export const units = queryOptions({ queryKey: [...ALL, 'units'], queryFn: ({ signal }) => get<Page<UnitItem>>('/units', { query: { limit: 200 }, signal }) });

/** After any change every list is asked again: one record moves several. */
function useChange<Variables, Answer>(change: (variables: Variables) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ALL }) });
}

export const useRecord = () => useChange((body: PayRecordInput) => send<PayRecord>('POST', '/pay-records', { body, idempotencyKey: newIntent() }));
export const useDecideRecord = () =>
  useChange(({ id, version, body }: { id: Uuid; version: number; body: PayRecordDecision }) => send<PayRecord>('POST', `/pay-records/${id}/decision`, { ifMatch: version, body }));
export const useEndRecord = () => useChange(({ id, version, body }: { id: Uuid; version: number; body: PayRecordEnd }) => send<PayRecord>('POST', `/pay-records/${id}/end`, { ifMatch: version, body }));
export const useProposeAccount = () => useChange((body: BankAccountInput) => send<BankAccount>('POST', '/bank-accounts', { body, idempotencyKey: newIntent() }));
export const useDecideAccount = () =>
  useChange(({ id, version, body }: { id: Uuid; version: number; body: PayRecordDecision }) => send<BankAccount>('POST', `/bank-accounts/${id}/decision`, { ifMatch: version, body }));
export const useUploadFacts = () => useChange((file: File) => upload<FactImport>('/pay-facts/imports', file));
export const useApplyFacts = () => useChange((id: Uuid) => send<FactImport>('POST', `/pay-facts/imports/${id}/apply`));
export const useSettleClaim = () => useChange(({ id, body }: { id: Uuid; body: SettleClaimRequest }) => send<PayClaim>('POST', `/pay-claims/${id}/settle`, { body }));
export const useSaveCeiling = () =>
  useChange(({ row, body }: { row: BudgetCeiling; body: BudgetCeilingInput }) =>
    send<BudgetCeiling>('PUT', `/budget-ceilings/${row.year}/${row.skpdId}`, { body, ...(row.version > 0 ? { ifMatch: row.version } : {}) }),
  );

export const useSaveSalary = () =>
  useChange(({ month, employmentId, version, body }: { month: IsoMonth; employmentId: Uuid; version: number | null; body: SalaryFact }) =>
    send<SalaryFact & { version: number }>('PUT', `/salaries/${month}/${employmentId}`, { body, ...(version === null ? {} : { ifMatch: version }) }),
  );
export const useAttachPaper = () => useChange(({ id, file }: { id: Uuid; file: File }) => upload<PayRecord>('/pay-records/papers', file, { record: id }));
