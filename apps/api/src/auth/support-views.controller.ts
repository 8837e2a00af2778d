import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { SupportView } from '@ekinerja/contracts/personal-data';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { OpenSupportViewDto } from './auth.dto.js';
import { SupportViewsService } from './support-views.service.js';

@Controller('support-views')
export class SupportViewsController {
  constructor(private readonly views: SupportViewsService) {}

  @Get('mine')
  @Access('session.use', { scope: 'self' })
  @ApiOperation({ summary: 'Siapa pernah melihat portal atas nama saya, kapan, dan mengapa' })
  mine(@CurrentActor() actor: Actor): Promise<SupportView[]> {
    return this.views.ofMine(actor);
  }

  @Post()
  @Access('support.view', { scope: 'by-role' })
  @ApiOperation({ summary: 'Lihat portal seperti dilihat seorang pegawai, baca saja, dengan alasan yang terbaca olehnya' })
  open(@CurrentActor() actor: Actor, @Body() body: OpenSupportViewDto): Promise<SupportView> {
    return this.views.open(actor, body);
  }

  @Post(':id/end')
  @HttpCode(204)
  @Access('support.view', { scope: 'self' })
  @ApiOperation({ summary: 'Akhiri melihat atas nama pegawai' })
  end(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<void> {
    return this.views.end(actor, id);
  }
}
