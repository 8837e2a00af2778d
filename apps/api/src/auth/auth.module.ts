import { createSecretKey } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { ThrottlerModule } from '@nestjs/throttler';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { AUTHENTICATOR } from '../platform/access/access.guard.js';
import { derivedKey, type Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { AuthController } from './auth.controller.js';
import { FirstCodesService } from './first-codes.service.js';
import { RefreshCookie } from './refresh-cookie.js';
import { RolesController } from './roles.controller.js';
import { RolesService } from './roles.service.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInAttempts } from './sign-in-attempts.js';

const SIGN_INS_A_MINUTE = 300;

/** Global: the access guard of every route asks the authenticator. */
@Global()
@Module({
  imports: [
    OrganisationModule,
    // A KeyObject, not text: verifying with a text secret costs ten times as much on Node 20.
    JwtModule.registerAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({ secret: createSecretKey(derivedKey(config.secret, 'access-token')) }),
    }),
    ThrottlerModule.forRoot([{ ttl: 60_000, limit: SIGN_INS_A_MINUTE }]),
  ],
  controllers: [AuthController, RolesController],
  providers: [
    AccountsRepository,
    AccountsService,
    FirstCodesService,
    RefreshCookie,
    RolesService,
    SessionsRepository,
    SessionsService,
    SignInAttempts,
    SessionAuthenticator,
    { provide: AUTHENTICATOR, useExisting: SessionAuthenticator },
  ],
  exports: [AUTHENTICATOR, AccountsService, FirstCodesService, RolesService],
})
export class AuthModule {}
