import { Body, Controller, Put, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { UnitPerformance } from '@ekinerja/contracts/evaluations';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { SetUnitPerformanceDto } from './evaluations.dto.js';
import { UnitPerformanceService } from './unit-performance.service.js';

@Controller('unit-performance')
export class UnitPerformanceController {
  constructor(private readonly units: UnitPerformanceService) {}

  @Put()
  @Access('evaluations.organisation', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Menetapkan dan menandatangani capaian kinerja organisasi' })
  async set(
    @CurrentActor() actor: Actor, @IfMatch() version: number | null, @Body() body: SetUnitPerformanceDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitPerformance> {
    return withEtag(reply, await this.units.set(actor, version, body));
  }
}
