import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorNotice } from './ErrorNotice';
import { Loading, type LoadingShape } from './Loading';

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  shape?: LoadingShape;
  rows?: number;
  children: (data: T) => ReactNode;
}

/** Skeleton, refusal with a way on, or the data. Data already here stays on screen when a refresh fails. */
export function Loaded<T>({ query, shape, rows, children }: LoadedProps<T>) {
  if (query.data !== undefined) {
    return (
      <>
        {query.isRefetchError ? (
          <ErrorNotice error={query.error} onRetry={() => void query.refetch()} mb="md" />
        ) : null}
        {children(query.data)}
      </>
    );
  }
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading {...(shape ? { shape } : {})} {...(rows ? { rows } : {})} />;
}
