import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Integrator, IntegratorWithKey } from '@ekinerja/contracts/integrators';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { NeverRepeated } from '../platform/http/idempotency.interceptor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { CreateIntegratorDto, RevokeIntegratorDto, RotateKeyDto } from './integrators.dto.js';
import { IntegratorsService } from './integrators.service.js';

@Controller('integrators')
export class IntegratorsController {
  constructor(private readonly integrators: IntegratorsService) {}

  @Get()
  @Access('integrators.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Sistem lain yang memegang kunci API, lingkupnya, dan terakhir dipakai' })
  list(): Promise<Integrator[]> {
    return this.integrators.list();
  }

  @Post()
  @NeverRepeated()
  @Access('integrators.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Daftarkan sistem lain; kuncinya hanya tampil sekali' })
  create(@CurrentActor() actor: Actor, @Body() body: CreateIntegratorDto): Promise<IntegratorWithKey> {
    return this.integrators.create(actor, body);
  }

  @Post(':id/rotate')
  @HttpCode(200)
  @NeverRepeated()
  @Access('integrators.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Ganti kunci; yang lama masih berlaku selama masa peralihan' })
  rotate(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() body: RotateKeyDto): Promise<IntegratorWithKey> {
    return this.integrators.rotate(actor, id, body);
  }

  @Post(':id/revoke')
  @HttpCode(204)
  @Access('integrators.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Cabut seketika: semua kuncinya tidak lagi berlaku' })
  revoke(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() body: RevokeIntegratorDto): Promise<void> {
    return this.integrators.revoke(actor, id, body.reason);
  }
}
