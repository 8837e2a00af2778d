import { Body, Controller, Get, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { SetupStatus } from '@ekinerja/contracts/setup';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { CodesPaperService } from './codes-paper.service.js';
import { PrintCodesDto } from './setup.dto.js';
import { SetupService } from './setup.service.js';

@Controller('setup')
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly paper: CodesPaperService,
  ) {}

  @Get()
  @Access('setup.run', { scope: 'government' })
  @ApiOperation({ summary: 'Hari pembukaan: langkah mana yang sudah selesai dan mana yang belum' })
  status(): Promise<SetupStatus> {
    return this.setup.status();
  }

  @Post('codes')
  @Access('accounts.codes', { scope: 'government' })
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Cetak kode masuk pertama satu SKPD; kode lama yang belum dipakai tidak berlaku lagi' })
  async codes(@CurrentActor() actor: Actor, @Body() body: PrintCodesDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, content } = await this.paper.print(actor, body.skpdId);
    void reply.header('cache-control', 'no-store');
    return new StreamableFile(content, { type: 'application/pdf', disposition: `attachment; filename="${name}"`, length: content.length });
  }
}
