import { Body, Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PRINT_KINDS, type PrintJob, type PrintKind, type PrintRequest } from '@ekinerja/contracts/pay-prints';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import type { Exact } from '../platform/http/exact.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { PrintsService } from './prints.service.js';
import { download } from './reports.controller.js';

export class PrintDto {
  @IsIn(PRINT_KINDS) kind: PrintKind;
}
export const _print: Exact<PrintDto, PrintRequest> = true;

@Controller('pay-runs/:id')
export class PrintsController {
  constructor(private readonly prints: PrintsService) {}

  @Post('prints')
  @HttpCode(200)
  @Access('pay-runs.close', { scope: 'government' })
  @ApiOperation({ summary: 'Cetak slip, laporan bulanan, atau daftar seluruh SKPD di latar belakang' })
  askAll(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() body: PrintDto): Promise<PrintJob> {
    return this.prints.ask(actor, id, null, body.kind);
  }

  @Get('prints')
  @Access('pay-runs.close', { scope: 'government' })
  @ApiOperation({ summary: 'Cetakan seluruh SKPD dengan kemajuan dan berkasnya' })
  listAll(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string): Promise<PrintJob[]> {
    return this.prints.list(actor, id, null);
  }

  @Post('units/:skpdId/prints')
  @HttpCode(200)
  @Access('pay-prints.make', { scope: 'by-role' })
  @ApiOperation({ summary: 'Cetak slip, laporan bulanan, atau daftar satu SKPD di latar belakang' })
  ask(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string, @Body() body: PrintDto): Promise<PrintJob> {
    return this.prints.ask(actor, id, skpdId, body.kind);
  }

  @Get('units/:skpdId/prints')
  @Access('pay-prints.make', { scope: 'by-role' })
  @ApiOperation({ summary: 'Cetakan satu SKPD dengan kemajuan dan berkasnya' })
  list(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string): Promise<PrintJob[]> {
    return this.prints.list(actor, id, skpdId);
  }

  @Get('units/:skpdId/prints/:fileId')
  @Access('pay-prints.make', { scope: 'by-role' })
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Satu berkas cetakan (PDF)' })
  async file(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('skpdId', UuidPipe) skpdId: string, @Param('fileId', UuidPipe) fileId: string,
  ): Promise<StreamableFile> {
    return download(await this.prints.file(actor, id, skpdId, fileId));
  }
}
