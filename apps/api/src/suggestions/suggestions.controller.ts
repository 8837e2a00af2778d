import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Suggestion, SuggestionChannels } from '@ekinerja/contracts/suggestions';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { SuggestionMessageDto, SuggestionsQuery, WriteSuggestionDto } from './suggestions.dto.js';
import { SuggestionsService } from './suggestions.service.js';

@Controller('suggestions')
export class SuggestionsController {
  constructor(private readonly suggestions: SuggestionsService) {}

  @Get('channels')
  @Access('suggestions.use', { scope: 'own' })
  @ApiOperation({ summary: 'Kepada siapa saya dapat memberi saran atau meminta bantuan, dan berapa yang menunggu jawaban saya' })
  channels(@CurrentActor() actor: Actor): Promise<SuggestionChannels> {
    return this.suggestions.channels(actor);
  }

  @Get()
  @Access('suggestions.use', { scope: 'involved' })
  @ApiOperation({ summary: 'Saran dan permintaan bantuan yang saya kirim, atau yang saya jawab' })
  list(@CurrentActor() actor: Actor, @Query() query: SuggestionsQuery): Promise<Page<Suggestion>> {
    return this.suggestions.list(actor, query);
  }

  @Get(':id')
  @Access('suggestions.use', { scope: 'involved' })
  @ApiOperation({ summary: 'Satu saran dengan jawabannya' })
  get(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<Suggestion> {
    return this.suggestions.get(actor, id);
  }

  @Put(':id')
  @Access('suggestions.use', { scope: 'own' })
  @ApiOperation({ summary: 'Mengirim saran atau permintaan bantuan' })
  async write(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Body() body: WriteSuggestionDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Suggestion> {
    return withEtag(reply, await this.suggestions.write(actor, id, body));
  }

  @Post(':id/messages')
  @HttpCode(200)
  @Access('suggestions.use', { scope: 'involved' })
  @ApiOperation({ summary: 'Menjawab, atau menambahkan keterangan' })
  async say(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() { text }: SuggestionMessageDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Suggestion> {
    return withEtag(reply, await this.suggestions.say(actor, id, version, text));
  }

  @Post(':id/close')
  @HttpCode(200)
  @Access('suggestions.use', { scope: 'involved' })
  @ApiOperation({ summary: 'Menutup saran; jawabannya tetap terbaca' })
  async close(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Suggestion> {
    return withEtag(reply, await this.suggestions.close(actor, id, version));
  }
}
