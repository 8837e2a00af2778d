const BASE = '/api/v1';

export type Query = Record<string, string | number | boolean | null | undefined>;

/** Address of a question to the API; what is empty is not asked. */
export function addressOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `${BASE}${path}${text ? `${path.includes('?') ? '&' : '?'}${text}` : ''}`;
}
