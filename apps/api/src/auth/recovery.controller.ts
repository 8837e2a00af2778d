import { Body, Controller, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { MadeRecovery } from '@ekinerja/contracts/auth';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor, Public } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { NeverRepeated } from '../platform/http/idempotency.interceptor.js';
import { MakeRecoveryDto, UseRecoveryDto } from './auth.dto.js';
import { RecoveryService } from './recovery.service.js';

@Controller()
export class RecoveryController {
  constructor(private readonly recovery: RecoveryService) {}

  @Post('accounts/recoveries')
  @NeverRepeated()
  @Access('accounts.recover', { scope: 'by-role' })
  @ApiOperation({ summary: 'Buat kode pemulihan sekali pakai bagi pegawai yang lupa kata sandi; sesinya berakhir' })
  make(@CurrentActor() actor: Actor, @Body() body: MakeRecoveryDto): Promise<MadeRecovery> {
    return this.recovery.make(actor, body);
  }

  @Post('auth/recovery')
  @HttpCode(204)
  @Public()
  @UseGuards(ThrottlerGuard)
  @ApiOperation({ summary: 'Pasang kata sandi baru dengan kode pemulihan' })
  use(@Body() body: UseRecoveryDto, @Req() request: FastifyRequest): Promise<void> {
    return this.recovery.use(body, request.ip);
  }
}
