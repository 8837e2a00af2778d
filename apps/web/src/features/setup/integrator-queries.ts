import type { CreateIntegratorRequest, Integrator, IntegratorWithKey, RotateKeyRequest } from '@ekinerja/contracts/integrators';
import type { Uuid } from '@ekinerja/contracts/basics';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../lib/api';

const ALL = ['integrators'] as const;

export const integrators = queryOptions({ queryKey: ALL, queryFn: ({ signal }) => get<Integrator[]>('/integrators', { signal }) });

export function useCreateIntegrator() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateIntegratorRequest) => send<IntegratorWithKey>('POST', '/integrators', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

export function useRotateKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: RotateKeyRequest & { id: Uuid }) => send<IntegratorWithKey>('POST', `/integrators/${id}/rotate`, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

export function useRevokeIntegrator() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: Uuid; reason: string }) => send<void>('POST', `/integrators/${id}/revoke`, { body: { reason } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}
