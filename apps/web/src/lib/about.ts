import type { AboutAnswer } from '@ekinerja/contracts/system';
import { useQuery } from '@tanstack/react-query';
import { get } from './api';
import { setTimeZone } from './format';

const REMEMBERED = 'ekinerja.about';

/** Name and accent of the last visit, so that the page does not change its colour while it loads. */
function remembered(): Pick<AboutAnswer, 'governmentName' | 'agency' | 'accent'> | null {
  try {
    return JSON.parse(localStorage.getItem(REMEMBERED) ?? 'null') as AboutAnswer | null;
  } catch {
    return null;
  }
}

export const aboutQuery = {
  queryKey: ['about'] as const,
  queryFn: async ({ signal }: { signal?: AbortSignal }): Promise<AboutAnswer> => {
    const about = await get<AboutAnswer>('/about', { signal });
    setTimeZone(about.timeZone);
    const { governmentName, agency, accent } = about;
    localStorage.setItem(REMEMBERED, JSON.stringify({ governmentName, agency, accent }));
    return about;
  },
  staleTime: Number.POSITIVE_INFINITY,
};

export function useAbout() {
  const query = useQuery(aboutQuery);
  const known = query.data ?? remembered();
  return {
    about: query.data,
    governmentName: known?.governmentName ?? '',
    agency: known?.agency ?? '',
    accent: known?.accent ?? null,
    error: query.error,
  };
}
