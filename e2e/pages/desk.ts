import { expect, type APIRequestContext } from '@playwright/test';
import type { SessionAnswer } from '@ekinerja/contracts/auth';

/** The same portal without its screens, for what is prepared. Of its own: the browser stays signed in as whom it is. */
export class Desk {
  private constructor(
    private readonly http: APIRequestContext,
    private readonly token: string,
  ) {}

  static async of(http: APIRequestContext, username: string, password: string): Promise<Desk> {
    const answer = await http.post('/api/v1/auth/sign-in', { data: { username, password } });
    return new Desk(http, ((await answer.json()) as SessionAnswer).accessToken);
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.http.get(`/api/v1${path}`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    expect(answer.status(), path).toBe(200);
    return (await answer.json()) as T;
  }

  async post(path: string, data: object, version?: number): Promise<void> {
    const answer = await this.http.post(`/api/v1${path}`, {
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      data,
    });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  }
}
