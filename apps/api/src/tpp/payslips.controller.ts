import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { PayslipItem, PayslipView } from '@ekinerja/contracts/pay-runs';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { PayslipsService } from './payslips.service.js';
import { EstimateQuery } from './tpp.dto.js';

@Controller('payslips')
export class PayslipsController {
  constructor(private readonly payslips: PayslipsService) {}

  @Get('mine')
  @Access('payslips.own', { scope: 'own' })
  @ApiOperation({ summary: 'Slip TPP saya, bulan terbaru di depan' })
  mine(@CurrentActor() actor: Actor): Promise<PayslipItem[]> {
    return this.payslips.mine(actor);
  }

  @Get('mine/estimate')
  @Access('payslips.own', { scope: 'own' })
  @ApiOperation({ summary: 'Perkiraan TPP saya untuk bulan yang masih terbuka' })
  estimate(@CurrentActor() actor: Actor, @Query() query: EstimateQuery): Promise<PayslipView> {
    return this.payslips.estimate(actor, query.month);
  }

  @Get(':id')
  @Access('organisation.read', { scope: 'involved', integrator: 'payroll:read' })
  @ApiOperation({ summary: 'Satu slip TPP, baris demi baris dengan pasalnya' })
  view(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string): Promise<PayslipView> {
    return this.payslips.view(actor, id);
  }
}
