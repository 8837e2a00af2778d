import { Body, Controller, Get, Param, Put, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { NationalHeadings } from '@ekinerja/contracts/national-files';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { NationalFileDto, NationalHeadingsDto } from './national-headings.dto.js';
import { NationalHeadingsService } from './national-headings.service.js';

@Controller('national-files')
export class NationalHeadingsController {
  constructor(private readonly headings: NationalHeadingsService) {}

  @Get(':file/headings')
  @Access('imports.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Judul kolom yang dipakai berkas aplikasi nasional daerah ini, selain yang sudah dikenal' })
  async get(@Param() { file }: NationalFileDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<NationalHeadings> {
    return withEtag(reply, await this.headings.of(file));
  }

  @Put(':file/headings')
  @Access('imports.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Simpan judul kolom berkas aplikasi nasional' })
  async save(
    @CurrentActor() actor: Actor, @Param() { file }: NationalFileDto, @Body() body: NationalHeadingsDto, @IfMatch() seen: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NationalHeadings> {
    return withEtag(reply, await this.headings.save(actor, file, seen, body));
  }
}
