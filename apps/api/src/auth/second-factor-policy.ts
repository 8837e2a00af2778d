import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@ekinerja/contracts/access';
import { GovernmentService } from '../government/government.service.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';

/** Roles whose holders can give themselves any other one. */
const REQUIRED_OF: readonly Role[] = ['superadmin'];

/**
 * Who cannot work without a second factor: superadmins, wherever the data is real. Generated data, which anybody
 * enters with one tap, asks nobody for a phone; EKINERJA_SECOND_FACTOR=required shows it there as well.
 */
@Injectable()
export class SecondFactorPolicy {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly government: GovernmentService,
  ) {}

  requires(roles: readonly { role: Role }[]): boolean {
    const inForce = this.config.secondFactor === null ? !this.government.isDemo : this.config.secondFactor === 'required';
    return inForce && roles.some(({ role }) => REQUIRED_OF.includes(role));
  }
}
