import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { AccountSecurity, RecoveryCodes, SecondFactorOffer } from '@ekinerja/contracts/auth';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { NeverRepeated } from '../platform/http/idempotency.interceptor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { BeginSecondFactorDto, RemoveSecondFactorDto, SecondFactorCodeDto } from './auth.dto.js';
import { OwnAccountService } from './own-account.service.js';
import { RefreshCookie } from './refresh-cookie.js';
import { SecondFactorService } from './second-factor.service.js';

@Controller('auth')
export class OwnAccountController {
  constructor(
    private readonly account: OwnAccountService,
    private readonly secondFactors: SecondFactorService,
    private readonly cookie: RefreshCookie,
  ) {}

  @Get('security')
  @Access('session.use', { scope: 'self', beforePasswordChange: true })
  @ApiOperation({ summary: 'Keamanan akun sendiri: sesi, faktor kedua, dan siapa yang membuat kode pemulihan' })
  security(@CurrentActor() actor: Actor): Promise<AccountSecurity> {
    return this.account.security(actor);
  }

  @Post('sessions/:id/end')
  @HttpCode(204)
  @Access('session.use', { scope: 'self', beforePasswordChange: true })
  @ApiOperation({ summary: 'Akhiri satu sesi sendiri di perangkat lain' })
  endSession(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string): Promise<void> {
    return this.account.endSession(actor, id);
  }

  @Post('sign-out-everywhere')
  @HttpCode(204)
  @Access('session.use', { scope: 'self', beforePasswordChange: true })
  @ApiOperation({ summary: 'Keluar dari semua perangkat, termasuk yang ini' })
  async endAll(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.account.endAll(actor);
    this.cookie.clear(reply);
  }

  @Post('second-factor/begin')
  @HttpCode(200)
  @NeverRepeated()
  @Access('session.use', { scope: 'self', beforePasswordChange: true })
  @ApiOperation({ summary: 'Mulai memasang faktor kedua: kode QR untuk aplikasi autentikator' })
  begin(@CurrentActor() actor: Actor, @Body() body: BeginSecondFactorDto): Promise<SecondFactorOffer> {
    return this.secondFactors.begin(actor, body.currentPassword);
  }

  @Post('second-factor/confirm')
  @HttpCode(200)
  @NeverRepeated()
  @Access('session.use', { scope: 'self', beforePasswordChange: true })
  @ApiOperation({ summary: 'Faktor kedua berlaku sejak kode pertamanya benar; dijawab dengan kode cadangan' })
  confirm(@CurrentActor() actor: Actor, @Body() body: SecondFactorCodeDto): Promise<RecoveryCodes> {
    return this.secondFactors.confirm(actor, body.code);
  }

  @Post('second-factor/codes')
  @HttpCode(200)
  @NeverRepeated()
  @Access('session.use', { scope: 'self' })
  @ApiOperation({ summary: 'Buat kode cadangan baru; yang lama tidak berlaku lagi' })
  codes(@CurrentActor() actor: Actor, @Body() body: SecondFactorCodeDto): Promise<RecoveryCodes> {
    return this.secondFactors.renewCodes(actor, body.code);
  }

  @Post('second-factor/remove')
  @HttpCode(204)
  @NeverRepeated()
  @Access('session.use', { scope: 'self' })
  @ApiOperation({ summary: 'Lepas faktor kedua, kecuali peran yang dipegang mewajibkannya' })
  remove(@CurrentActor() actor: Actor, @Body() body: RemoveSecondFactorDto): Promise<void> {
    return this.secondFactors.remove(actor, body.currentPassword, body.code);
  }
}
