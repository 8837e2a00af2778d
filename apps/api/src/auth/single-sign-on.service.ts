import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { Clock } from '../platform/clock.js';
import { derivedKey, type Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { seal, unseal } from '../platform/sealed-secret.js';
import { AccountsRepository } from './accounts.repository.js';
import { signInName } from './accounts.service.js';
import { SecondFactorPolicy } from './second-factor-policy.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { SessionsService, type Caller, type OpenedSession } from './sessions.service.js';

const OWNER = 'single-sign-on';
const CALLBACK = '/api/v1/auth/sso/callback';
/** What an identity server says when it asked for more than a password (RFC 8176). */
const STRONG = ['mfa', 'otp', 'hwk', 'swk', 'fpt', 'face', 'sms'];

interface Pending {
  state: string;
  nonce: string;
  verifier: string;
}
export type SingleSignOnRefusal = 'failed' | 'unknown' | 'second-factor';
export class NotSignedOn extends Error {
  constructor(readonly reason: SingleSignOnRefusal) {
    super(reason);
  }
}

/** Sign-in through the government's own identity server (OpenID Connect, code flow with PKCE), where it is configured. */
@Injectable()
export class SingleSignOnService {
  private readonly key: Buffer;
  private server: Promise<oidc.Configuration> | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly accounts: AccountsRepository,
    private readonly factors: SecondFactorRepository,
    private readonly policy: SecondFactorPolicy,
    private readonly sessions: SessionsService,
  ) {
    this.key = derivedKey(config.secret, OWNER);
  }

  /** Where the browser goes, and what it must bring back. @throws DomainError `not-found` where it is not configured */
  async begin(): Promise<{ address: string; pending: string }> {
    const server = await this.discovered();
    const pending: Pending = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    const address = oidc.buildAuthorizationUrl(server, {
      redirect_uri: this.config.publicUrl + CALLBACK, scope: this.config.sso!.scope, state: pending.state, nonce: pending.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier), code_challenge_method: 'S256',
    });
    return { address: address.href, pending: seal(JSON.stringify(pending), this.key, OWNER) };
  }

  /** @throws NotSignedOn */
  async finish(query: string, pending: string | undefined, caller: Caller): Promise<OpenedSession> {
    const claims = await this.claims(query, pending);
    const name = claims[this.config.sso!.claim];
    if (typeof name !== 'string' || name === '') throw new NotSignedOn('unknown');
    // Nobody is made here: who is not known from the staffing data has no account.
    const account = await this.accounts.findBySignInName(signInName(name), this.clock.today());
    if (!account || account.disabled) throw new NotSignedOn('unknown');
    const methods = Array.isArray(claims.amr) ? claims.amr : [];
    const strong = methods.some((method) => STRONG.includes(String(method)));
    // Where this system asks for a second factor, the identity server must have asked for one.
    const asksForOne = (await this.factors.find(account.id))?.confirmedAt || this.policy.requires(await this.accounts.rolesOf(account.id, this.clock.today()));
    if (asksForOne && !strong) throw new NotSignedOn('second-factor');
    return this.sessions.open(account.id, caller, { singleSignOn: this.config.sso!.issuer, secondFactor: strong });
  }

  private async claims(query: string, pending: string | undefined): Promise<Record<string, unknown>> {
    try {
      const { state, nonce, verifier } = JSON.parse(unseal(pending ?? '', this.key, OWNER)) as Pending;
      const address = new URL(`${this.config.publicUrl}${CALLBACK}?${query}`);
      const tokens = await oidc.authorizationCodeGrant(await this.discovered(), address, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
      return { ...tokens.claims() };
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw new NotSignedOn('failed');
    }
  }

  /** Asked once; a failure is asked again at the next sign-in. */
  private async discovered(): Promise<oidc.Configuration> {
    const { sso, production } = this.config;
    if (!sso) throw new DomainError('not-found');
    this.server ??= oidc.discovery(new URL(sso.issuer), sso.clientId, sso.clientSecret, undefined, production ? {} : { execute: [oidc.allowInsecureRequests] });
    try {
      return await this.server;
    } catch {
      this.server = null;
      throw new DomainError('unavailable', {}, { retryAfterSeconds: 30 });
    }
  }
}
