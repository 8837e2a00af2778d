/**
 * Answers asked for by the small entry, while the libraries are still coming: whoever asks for the same address first,
 * with the same token and soon, takes that answer over, once.
 */
const asked = new Map<string, { token: string; at: number; answer: Promise<Response> }>();
const SOON_MS = 15_000;

export function askEarly(address: string, token: string): void {
  const answer = fetch(address, {
    headers: { Accept: 'application/json', 'X-Requested-With': 'ekinerja', Authorization: `Bearer ${token}` },
    credentials: 'same-origin',
  });
  answer.catch(() => undefined);
  asked.set(address, { token, at: Date.now(), answer });
}

/** Something is being changed: what was asked before tells nothing of what comes after. */
export function forgetEarly(): void {
  asked.clear();
}

/** Null: nothing was asked, by somebody else, long ago, or it did not come well; then the ordinary way is gone. */
export async function takeEarly(address: string, token: string | null): Promise<Response | null> {
  const early = asked.get(address);
  if (!early) return null;
  asked.delete(address);
  if (early.token !== token || Date.now() - early.at > SOON_MS) return null;
  const response = await early.answer.catch(() => null);
  return response?.ok ? response : null;
}
