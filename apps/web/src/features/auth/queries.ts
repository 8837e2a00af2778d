import type {
  AccountSecurity,
  BeginSecondFactorRequest,
  RecoveryCodes,
  RemoveSecondFactorRequest,
  SecondFactorCodeRequest,
  SecondFactorOffer,
  UseRecoveryRequest,
} from '@ekinerja/contracts/auth';
import type { Uuid } from '@ekinerja/contracts/basics';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../lib/api';
import { refreshProfile } from '../../lib/session';

const SECURITY = ['account', 'security'] as const;

export const accountSecurity = queryOptions({
  queryKey: SECURITY,
  queryFn: ({ signal }) => get<AccountSecurity>('/auth/security', { signal }),
  staleTime: 0,
});

export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: Uuid) => send<void>('POST', `/auth/sessions/${id}/end`),
    onSettled: () => client.invalidateQueries({ queryKey: SECURITY }),
  });
}

export function useBeginSecondFactor() {
  return useMutation({
    mutationFn: (body: BeginSecondFactorRequest) => send<SecondFactorOffer>('POST', '/auth/second-factor/begin', { body }),
  });
}

export function useConfirmSecondFactor() {
  return useMutation({
    mutationFn: (body: SecondFactorCodeRequest) => send<RecoveryCodes>('POST', '/auth/second-factor/confirm', { body }),
  });
}

export function useRenewCodes() {
  return useMutation({
    mutationFn: (body: SecondFactorCodeRequest) => send<RecoveryCodes>('POST', '/auth/second-factor/codes', { body }),
  });
}

export function useRemoveSecondFactor() {
  return useMutation({
    mutationFn: (body: RemoveSecondFactorRequest) => send<void>('POST', '/auth/second-factor/remove', { body }),
  });
}

export function useRecovery() {
  return useMutation({ mutationFn: (body: UseRecoveryRequest) => send<void>('POST', '/auth/recovery', { body }) });
}

/** After the second factor changed: what the page shows, and what the profile forbids. */
export function useAccountChanged() {
  const client = useQueryClient();
  return async () => {
    await Promise.all([client.invalidateQueries({ queryKey: SECURITY }), refreshProfile()]);
  };
}
