import type { IsoDate } from './basics.js';

export interface AboutAnswer {
  governmentName: string;
  agency: string;
  timeZone: string;
  today: IsoDate;
  accent: string;
  version: string;
  /** The identity server through which one can sign in as well. */
  singleSignOn: { name: string } | null;
  /** True only where the data was generated; the sign-in page then lists the accounts. */
  demo: boolean;
  demoAccounts: DemoAccount[];
}

export interface DemoAccount {
  username: string;
  password: string;
  name: string;
  postName: string;
  /** What this account is good for in the story, e.g. `superadmin`, `evaluator`. */
  role: string;
}

export interface HealthAnswer {
  status: 'ok';
}
