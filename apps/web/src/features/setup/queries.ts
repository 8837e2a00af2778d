import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { EmployeeItem } from '@ekinerja/contracts/employees';
import type { GrantRoleRequest, PersonRoles, RoleGrant, SetupStatus } from '@ekinerja/contracts/setup';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { download, get, send } from '../../lib/api';

const ALL = ['setup'] as const;
const FOUND = 8;

export const setupStatus = queryOptions({
  queryKey: [...ALL, 'status'],
  queryFn: ({ signal }) => get<SetupStatus>('/setup', { signal }),
  staleTime: 0,
});

export const roleGrants = queryOptions({
  queryKey: [...ALL, 'roles'],
  queryFn: ({ signal }) => get<RoleGrant[]>('/setup/roles', { signal }),
});

export const rolesOf = (employmentId: Uuid) =>
  queryOptions({
    queryKey: [...ALL, 'roles', employmentId],
    queryFn: ({ signal }) => get<PersonRoles>(`/setup/roles/of/${employmentId}`, { signal }),
  });

export const peopleFound = (q: string) =>
  queryOptions({
    queryKey: [...ALL, 'people', q],
    queryFn: ({ signal }) => get<Page<EmployeeItem>>('/employees', { query: { q, limit: FOUND }, signal }),
    enabled: q.length >= 3,
    placeholderData: keepPreviousData,
  });

export function useGrantRole() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: GrantRoleRequest) => send<RoleGrant>('POST', '/setup/roles', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

export function useEndRole() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: Uuid; reason: string }) => send<void>('POST', `/setup/roles/${id}/end`, { body: { reason } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

/** The paper comes once: asking again makes new codes. */
export function usePrintCodes() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (skpdId: Uuid) => download('/setup/codes', 'kode-masuk.pdf', {}, { method: 'POST', body: { skpdId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}
