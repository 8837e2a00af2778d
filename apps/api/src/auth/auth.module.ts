import { createSecretKey } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { ThrottlerModule } from '@nestjs/throttler';
import { GovernmentModule } from '../government/government.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { AUTHENTICATOR, KEY_AUTHENTICATOR } from '../platform/access/access.guard.js';
import { Clock } from '../platform/clock.js';
import { derivedKey, type Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { CONFIG } from '../platform/platform.module.js';
import { AccountClosingService } from './account-closing.service.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { AuthController } from './auth.controller.js';
import { FirstCodesService } from './first-codes.service.js';
import { IntegratorsController } from './integrators.controller.js';
import { IntegratorsRepository } from './integrators.repository.js';
import { IntegratorsService } from './integrators.service.js';
import { IntegratorAuthenticator } from './key-authenticator.js';
import { OpenDecisionsService } from './open-decisions.service.js';
import { OwnAccountController } from './own-account.controller.js';
import { OwnAccountService } from './own-account.service.js';
import { RecoveryController } from './recovery.controller.js';
import { RecoveryRepository } from './recovery.repository.js';
import { RecoveryService } from './recovery.service.js';
import { RefreshCookie } from './refresh-cookie.js';
import { RequestRates } from './request-rates.js';
import { RolesController } from './roles.controller.js';
import { RolesRepository } from './roles.repository.js';
import { RolesWorkbookService } from './roles-workbook.service.js';
import { RolesService } from './roles.service.js';
import { SecondFactorPolicy } from './second-factor-policy.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { SecondFactorService } from './second-factor.service.js';
import { SecretCheck } from './secret-check.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SupportViewInterceptor } from './support-view.interceptor.js';
import { SupportViewsController } from './support-views.controller.js';
import { SupportViewsRepository } from './support-views.repository.js';
import { SupportViewsService } from './support-views.service.js';
import { SingleSignOnController } from './single-sign-on.controller.js';
import { SingleSignOnService } from './single-sign-on.service.js';
import { SignInAttempts } from './sign-in-attempts.js';

const SIGN_INS_A_MINUTE = 300;

/** Global: the access guard of every route asks the authenticator. */
@Global()
@Module({
  imports: [
    GovernmentModule,
    RegulationsModule,
    OrganisationModule,
    // A KeyObject, not text: verifying with a text secret costs ten times as much on Node 20.
    JwtModule.registerAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({ secret: createSecretKey(derivedKey(config.secret, 'access-token')) }),
    }),
    ThrottlerModule.forRootAsync({
      inject: [Database, Clock],
      useFactory: (db: Database, clock: Clock) => ({ throttlers: [{ ttl: 60_000, limit: SIGN_INS_A_MINUTE }], storage: new RequestRates(db, clock) }),
    }),
  ],
  controllers: [AuthController, SingleSignOnController, IntegratorsController, OwnAccountController, RecoveryController, RolesController, SupportViewsController],
  providers: [
    AccountClosingService,
    AccountsRepository,
    AccountsService,
    FirstCodesService,
    IntegratorAuthenticator,
    IntegratorsRepository,
    IntegratorsService,
    OpenDecisionsService,
    OwnAccountService,
    RecoveryRepository,
    RecoveryService,
    RefreshCookie,
    RequestRates,
    SecondFactorPolicy,
    SecondFactorRepository,
    SecondFactorService,
    SecretCheck,
    RolesRepository,
    RolesWorkbookService, RolesService,
    SessionsRepository,
    SessionsService,
    SignInAttempts,
    SingleSignOnService,
    SupportViewInterceptor,
    SupportViewsRepository,
    SupportViewsService,
    SessionAuthenticator,
    { provide: AUTHENTICATOR, useExisting: SessionAuthenticator },
    { provide: KEY_AUTHENTICATOR, useExisting: IntegratorAuthenticator },
  ],
  exports: [AUTHENTICATOR, KEY_AUTHENTICATOR, AccountClosingService, AccountsService, FirstCodesService, OpenDecisionsService, RolesService, SupportViewInterceptor],
})
export class AuthModule {}
