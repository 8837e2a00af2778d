/** A failure that the person at the terminal can do something about, said in both languages. */
export class LocalPostgresError extends Error {
  constructor(indonesian: string, english: string, cause?: unknown) {
    super(`${indonesian}\n${english}`, cause === undefined ? undefined : { cause });
    this.name = 'LocalPostgresError';
  }
}

export const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
