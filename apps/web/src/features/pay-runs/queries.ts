import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { HandOverRequest, NextPayRun, OpenPayRunRequest, PayRunItem, PayRunUnitView, PayRunView, RunStep, SpecialPayment, WaiveRequest } from '@ekinerja/contracts/pay-runs';
import type { PrintJob, PrintKind } from '@ekinerja/contracts/pay-prints';
import type { ElectronicSignRequest, SignedPaperKind, SignedPapers } from '@ekinerja/contracts/signed-papers';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, send, upload } from '../../lib/api';

const ALL = ['pay-runs'] as const;

export const payRuns = queryOptions({
  queryKey: [...ALL, 'list'],
  queryFn: ({ signal }) => get<PayRunItem[]>('/pay-runs', { signal }),
});

export const nextPayRun = queryOptions({
  queryKey: [...ALL, 'next'],
  queryFn: ({ signal }) => get<NextPayRun>('/pay-runs/next', { signal }),
});

export const payRun = (runId: Uuid) =>
  queryOptions({
    queryKey: [...ALL, runId],
    queryFn: ({ signal }) => get<PayRunView>(`/pay-runs/${runId}`, { signal }),
  });

export const payRunUnit = (runId: Uuid, skpdId: Uuid) =>
  queryOptions({
    queryKey: [...ALL, runId, skpdId],
    queryFn: ({ signal }) => get<PayRunUnitView>(unitPath(runId, skpdId), { signal }),
  });

/** The special payments that the policy of a month rules. */
export const specialPayments = (month: IsoMonth) =>
  queryOptions({
    queryKey: [...ALL, 'specials', month],
    queryFn: ({ signal }) => get<SpecialPayment[]>('/pay-runs/specials', { query: { month }, signal }),
    staleTime: 60_000,
  });

export const unitPath = (runId: Uuid, skpdId: Uuid) => `/pay-runs/${runId}/units/${skpdId}`;

/** A month is opened once: the same key however often the button is pressed. */
export function useOpenRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (month: IsoMonth) => send<PayRunView>('POST', '/pay-runs', { body: { month }, idempotencyKey: `open-${month}` }),
    onSuccess: (run) => {
      client.setQueryData(payRun(run.id).queryKey, run);
      void client.invalidateQueries({ queryKey: nextPayRun.queryKey });
      return client.invalidateQueries({ queryKey: payRuns.queryKey });
    },
  });
}

export type UnitStep = RunStep;

/** One step from one version is one intent: pressed twice, or again after a lost answer, it is the same request. */
export function useUnitStep(unit: PayRunUnitView) {
  const { runId, skpdId } = unit;
  const put = usePutUnit(unit);
  return useMutation({
    mutationFn: ({ step, version, reason }: { step: UnitStep; version: number; reason?: string }) =>
      send<PayRunUnitView>('POST', `${unitPath(runId, skpdId)}/${step}`, {
        ...(reason === undefined ? {} : { body: { reason } }),
        ifMatch: version,
        idempotencyKey: `${step}-${version}-${runId}-${skpdId}`,
      }),
    onSuccess: put,
  });
}

export function useWaive(unit: PayRunUnitView) {
  const put = usePutUnit(unit);
  return useMutation({
    mutationFn: ({ body, intent }: { body: WaiveRequest; intent: string }) =>
      send<PayRunUnitView>('POST', `${unitPath(unit.runId, unit.skpdId)}/waivers`, { body, idempotencyKey: intent }),
    onSuccess: put,
  });
}

export function useHandOver(unit: PayRunUnitView) {
  const put = usePutUnit(unit);
  return useMutation({
    mutationFn: ({ body, intent }: { body: HandOverRequest; intent: string }) =>
      send<PayRunUnitView>('POST', `${unitPath(unit.runId, unit.skpdId)}/hand-over`, { body, idempotencyKey: intent }),
    onSuccess: put,
  });
}

function usePutUnit({ runId, skpdId }: PayRunUnitView) {
  const client = useQueryClient();
  return (unit: PayRunUnitView) => {
    client.setQueryData(payRunUnit(runId, skpdId).queryKey, unit);
    void client.invalidateQueries({ queryKey: payRun(runId).queryKey, exact: true });
    void client.invalidateQueries({ queryKey: payRuns.queryKey });
  };
}

/** Another payment than the month's own. */
export function useOpenOtherRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: OpenPayRunRequest) => send<PayRunView>('POST', '/pay-runs', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

type VoidStep = { step: 'ask'; reason: string } | { step: 'agree' } | { step: 'withdraw' };

/** Taking a closed month back: asked by one, agreed by another, or withdrawn. */
export function useVoid(unit: PayRunUnitView) {
  const client = useQueryClient();
  const path = `${unitPath(unit.runId, unit.skpdId)}/void`;
  return useMutation({
    mutationFn: (step: VoidStep) =>
      step.step === 'withdraw'
        ? send<PayRunUnitView>('DELETE', path)
        : step.step === 'agree'
          ? send<PayRunUnitView>('POST', `${path}/agree`, { ifMatch: unit.version })
          : send<PayRunUnitView>('POST', path, { ifMatch: unit.version, body: { reason: step.reason } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

const PRINT_EVERY_MS = 2000;
const printsPath = (runId: Uuid, skpdId: Uuid | null) => (skpdId === null ? `/pay-runs/${runId}/prints` : `${unitPath(runId, skpdId)}/prints`);

/** Asked again while something is being set. */
export const printJobs = (runId: Uuid, skpdId: Uuid | null) =>
  queryOptions({
    queryKey: [...ALL, runId, skpdId ?? 'all', 'prints'],
    queryFn: ({ signal }) => get<PrintJob[]>(printsPath(runId, skpdId), { signal }),
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'queued' || status === 'running') ? PRINT_EVERY_MS : false),
  });

export function useAskPrint(runId: Uuid, skpdId: Uuid | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (kind: PrintKind) => send<PrintJob>('POST', printsPath(runId, skpdId), { body: { kind } }),
    onSuccess: () => client.invalidateQueries({ queryKey: printJobs(runId, skpdId).queryKey }),
  });
}

export const signedPapers = (runId: Uuid, skpdId: Uuid) =>
  queryOptions({ queryKey: [...ALL, runId, skpdId, 'signed'], queryFn: ({ signal }) => get<SignedPapers>(`${unitPath(runId, skpdId)}/signed-papers`, { signal }) });

export function useKeepScan(unit: PayRunUnitView) {
  const put = usePutSigned(unit);
  return useMutation({
    mutationFn: ({ paper, date, file }: { paper: SignedPaperKind; date: string; file: File }) =>
      upload<PayRunUnitView>(`${unitPath(unit.runId, unit.skpdId)}/signed-papers/${paper}/scan`, file, { date }, { ifMatch: unit.version }),
    onSuccess: put,
  });
}

export function useSignElectronically(unit: PayRunUnitView) {
  const put = usePutSigned(unit);
  return useMutation({
    mutationFn: (body: ElectronicSignRequest) => send<PayRunUnitView>('POST', `${unitPath(unit.runId, unit.skpdId)}/signed-papers/recap/electronic`, { body, ifMatch: unit.version }),
    onSuccess: put,
  });
}

function usePutSigned(unit: PayRunUnitView) {
  const client = useQueryClient();
  const put = usePutUnit(unit);
  return (next: PayRunUnitView) => {
    put(next);
    void client.invalidateQueries({ queryKey: signedPapers(unit.runId, unit.skpdId).queryKey });
  };
}
