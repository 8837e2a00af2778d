import type { IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import type { EmployeeItem } from '@ekinerja/contracts/employees';
import type {
  Simulation,
  SimulationItem,
  SimulationPerson,
  SimulationPersonDetail,
  SimulationQuestion,
  StartSimulationRequest,
} from '@ekinerja/contracts/pay-simulations';
import type { PostItem } from '@ekinerja/contracts/units-and-posts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, newIntent, send } from '../../lib/api';

const ALL = ['pay-simulations'] as const;
const EVERY_MS = 1000;

export const NOTHING_SUPPOSED: SimulationQuestion = {
  drafts: [],
  amounts: [],
  postClasses: [],
  skpdIds: [],
  employeeKinds: [],
  employmentIds: [],
};

const busy = (status: SimulationItem['status'] | undefined) => status === 'queued' || status === 'running';

export const simulationList = queryOptions({
  queryKey: [...ALL, 'list'],
  queryFn: ({ signal }) => get<SimulationItem[]>('/pay-simulations', { signal }),
  refetchInterval: ({ state }) => (state.data?.some(({ status }) => busy(status)) ? EVERY_MS * 2 : false),
});

export const simulationMonth = queryOptions({
  queryKey: [...ALL, 'month'],
  queryFn: ({ signal }) => get<{ month: IsoMonth }>('/pay-simulations/month', { signal }),
});

export const simulationById = (id: Uuid) =>
  queryOptions({
    queryKey: [...ALL, id],
    queryFn: ({ signal }) => get<Simulation>(`/pay-simulations/${id}`, { signal }),
    refetchInterval: ({ state }) => (busy(state.data?.status) ? EVERY_MS : false),
  });

export const simulationPeople = (id: Uuid, search: string) =>
  infiniteQueryOptions({
    queryKey: [...ALL, id, 'people', search],
    queryFn: ({ pageParam, signal }) =>
      get<Page<SimulationPerson>>(`/pay-simulations/${id}/people`, { query: { q: search, cursor: pageParam, limit: 20 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const simulationPerson = (id: Uuid, employmentId: Uuid) =>
  queryOptions({
    queryKey: [...ALL, id, 'people', 'one', employmentId],
    queryFn: ({ signal }) => get<SimulationPersonDetail>(`/pay-simulations/${id}/people/${employmentId}`, { signal }),
  });

/** The first few that fit: enough to pick from, never a list to page through. */
export const postsLike = (search: string) =>
  queryOptions({
    queryKey: ['posts', 'like', search],
    queryFn: ({ signal }) => get<Page<PostItem>>('/posts', { query: { q: search, limit: 12 }, signal }),
    enabled: search.trim().length >= 3,
  });

export const employeesLike = (search: string) =>
  queryOptions({
    queryKey: ['employees', 'like', search],
    queryFn: ({ signal }) => get<Page<EmployeeItem>>('/employees', { query: { q: search, limit: 12 }, signal }),
    enabled: search.trim().length >= 3,
  });

export function useStartSimulation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: StartSimulationRequest) => send<Simulation>('POST', '/pay-simulations', { body, idempotencyKey: newIntent() }),
    onSuccess: (started) => {
      client.setQueryData(simulationById(started.id).queryKey, started);
      void client.invalidateQueries({ queryKey: simulationList.queryKey });
    },
  });
}
