import type { DayLacking, PlanLine, Reopening, ReopenDaysRequest, UnitDays } from '@ekinerja/contracts/activities';
import type { IsoDate, IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import type { CatalogueImportAnswer, CatalogueItem, CatalogueVersion, FreeEntry, SaveCatalogueItemRequest } from '@ekinerja/contracts/catalogue';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, newId, send, upload } from '../../lib/api';

export type { PlanLine };
export const UNIT_WORK = ['unit-work'] as const;

export const catalogueItems = (skpdId: Uuid, search: string | null) =>
  infiniteQueryOptions({
    queryKey: [...UNIT_WORK, 'catalogue', skpdId, search],
    queryFn: ({ pageParam, signal }) => get<Page<CatalogueItem>>('/catalogue', { query: { skpdId, search, cursor: pageParam, limit: 100 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const freeEntries = (skpdId: Uuid) =>
  queryOptions({
    queryKey: [...UNIT_WORK, 'free', skpdId],
    queryFn: ({ signal }) => get<FreeEntry[]>('/catalogue/free-entries', { query: { skpdId }, signal }),
  });

export const unitDays = (skpdId: Uuid, month: IsoMonth) =>
  queryOptions({
    queryKey: [...UNIT_WORK, 'days', skpdId, month],
    queryFn: ({ signal }) => get<UnitDays>('/activities/unit-days', { query: { skpdId, month }, signal }),
  });

export const dayLacking = (skpdId: Uuid, date: IsoDate) =>
  infiniteQueryOptions({
    queryKey: [...UNIT_WORK, 'lacking', skpdId, date],
    queryFn: ({ pageParam, signal }) => get<Page<DayLacking>>('/activities/unit-day', { query: { skpdId, date, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });

export const reopenings = (skpdId: Uuid) =>
  infiniteQueryOptions({
    queryKey: [...UNIT_WORK, 'reopenings', skpdId],
    queryFn: ({ pageParam, signal }) => get<Page<Reopening>>('/activities/reopenings', { query: { skpdId, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const itemVersions = (id: Uuid) =>
  queryOptions({
    queryKey: [...UNIT_WORK, 'versions', id],
    queryFn: ({ signal }) => get<CatalogueVersion[]>(`/catalogue/${id}/versions`, { signal }),
  });

export const saveItem = ({ id, version, body }: { id: Uuid; version: number | undefined; body: SaveCatalogueItemRequest }) =>
  send<CatalogueItem>('PUT', `/catalogue/${id}`, { body, ifMatch: version });
export const dismissFree = (body: { skpdId: Uuid; key: string }) => send<void>('POST', '/catalogue/free-entries/dismiss', { body });
/** What the file would do; nothing is written. */
export const checkCatalogue = (skpdId: Uuid, file: File) => upload<CatalogueImportAnswer>('/catalogue/check', file, { skpdId });
export const importCatalogue = (skpdId: Uuid, file: File) => upload<CatalogueImportAnswer>('/catalogue/import', file, { skpdId });
export const reopenDays = (body: ReopenDaysRequest) => send<Reopening>('PUT', `/activities/reopenings/${newId()}`, { body });
export const revokeReopening = (id: Uuid) => send<Reopening>('POST', `/activities/reopenings/${id}/revoke`);
