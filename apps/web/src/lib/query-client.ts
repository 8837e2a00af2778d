import { QueryClient } from '@tanstack/react-query';
import { NetworkError } from './problem';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal is final; only a line that dropped is worth a second try.
      retry: (count, error) => error instanceof NetworkError && count < 2,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});
