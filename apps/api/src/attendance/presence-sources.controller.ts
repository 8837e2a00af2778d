import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PresenceImport, PresenceWords } from '@ekinerja/contracts/attendance';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { PresenceWordsDto, PullPresenceDto } from './attendance.dto.js';
import { PresencePullService } from './presence-pull.service.js';
import { PresenceWordsService } from './presence-words.service.js';

@Controller('attendance')
export class PresenceSourcesController {
  constructor(
    private readonly words: PresenceWordsService,
    private readonly pulling: PresencePullService,
  ) {}

  @Get('words')
  @Access('attendance.import', { scope: 'everyone' })
  @ApiOperation({ summary: 'Judul kolom dan kata keadaan yang dipakai sistem presensi daerah ini' })
  async get(@Res({ passthrough: true }) reply: FastifyReply): Promise<PresenceWords> {
    return withEtag(reply, await this.words.words());
  }

  @Put('words')
  @Access('attendance.import', { scope: 'government' })
  @ApiOperation({ summary: 'Simpan judul kolom dan kata keadaan' })
  async save(@CurrentActor() actor: Actor, @Body() body: PresenceWordsDto, @IfMatch() seen: number | null, @Res({ passthrough: true }) reply: FastifyReply): Promise<PresenceWords> {
    return withEtag(reply, await this.words.save(actor, seen, body));
  }

  @Post('pull')
  @HttpCode(201)
  @Access('attendance.import', { scope: 'government' })
  @ApiOperation({ summary: 'Ambil presensi satu bulan dari sistem presensi yang dikonfigurasi; dijawab dengan pratinjau' })
  pull(@CurrentActor() actor: Actor, @Body() body: PullPresenceDto): Promise<PresenceImport> {
    return this.pulling.pull(actor, body.month);
  }
}
