import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { FeedbackItem, FeedbackPerson, FeedbackRecord, InvitationForm, NewInvitation, SilentLeaders } from '@ekinerja/contracts/feedback';
import { Access, CurrentActor, Public } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { PageQuery } from '../platform/http/page.query.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch } from '../platform/http/versions.js';
import { FeedbackRecordService } from './feedback-record.service.js';
import { FeedbackRhythmService } from './feedback-rhythm.service.js';
import { FeedbackSilenceService } from './feedback-silence.service.js';
import { AgreeRhythmDto, AnswerFeedbackDto, GiveFeedbackDto, InviteDto, OutsideFeedbackDto, SilenceQuery } from './feedback.dto.js';
import { FeedbackService } from './feedback.service.js';
import { InvitationsService } from './invitations.service.js';

/** Feedback given, received and answered; rhythms, invitations, and who gave none. */
@Controller('feedback')
export class FeedbackController {
  constructor(
    private readonly feedback: FeedbackService,
    private readonly records: FeedbackRecordService,
    private readonly rhythm: FeedbackRhythmService,
    private readonly invitations: InvitationsService,
    private readonly silence: FeedbackSilenceService,
  ) {}

  @Get('mine')
  @Access('feedback.take-part', { scope: 'own' })
  @ApiOperation({ summary: 'Umpan balik yang saya terima' })
  mine(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<FeedbackItem>> {
    return this.feedback.mine(actor, query);
  }

  @Get('given')
  @Access('feedback.take-part', { scope: 'own' })
  @ApiOperation({ summary: 'Umpan balik yang saya berikan' })
  given(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<FeedbackItem>> {
    return this.feedback.given(actor, query);
  }

  @Get('people')
  @Access('feedback.take-part', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Kepada siapa saya dapat memberi umpan balik, dengan yang jatuh tempo' })
  people(@CurrentActor() actor: Actor): Promise<FeedbackPerson[]> {
    return this.feedback.people(actor);
  }

  @Get('silent-leaders')
  @Access('feedback.monitor', { scope: 'by-role' })
  @ApiOperation({ summary: 'Pimpinan yang belum memberi umpan balik, terlambat, atau belum membina' })
  silent(@CurrentActor() actor: Actor, @Query() query: SilenceQuery): Promise<SilentLeaders> {
    return this.silence.leaders(actor, query.skpdId ?? null);
  }

  @Post()
  @Access('feedback.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Memberi umpan balik' })
  give(@CurrentActor() actor: Actor, @Body() body: GiveFeedbackDto): Promise<FeedbackItem> {
    return this.feedback.give(actor, body);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Access('feedback.take-part', { scope: 'own' })
  @ApiOperation({ summary: 'Menanggapi umpan balik yang diterima' })
  answer(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() body: AnswerFeedbackDto): Promise<FeedbackItem> {
    return this.feedback.answer(actor, id, version, body.answer);
  }

  @Get('people/:id')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Rekaman umpan balik seorang pegawai' })
  record(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<FeedbackRecord> {
    return this.records.of(actor, id);
  }

  @Put('people/:id/rhythm')
  @Access('feedback.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Mengusulkan jadwal umpan balik berkala' })
  async propose(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Body() body: AgreeRhythmDto): Promise<FeedbackRecord> {
    await this.rhythm.propose(actor, id, body.every);
    return this.records.of(actor, id);
  }

  @Post('people/:id/rhythm/agree')
  @HttpCode(200)
  @Access('feedback.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Menyepakati jadwal yang diusulkan pihak lain' })
  async agree(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<FeedbackRecord> {
    await this.rhythm.agree(actor, id);
    return this.records.of(actor, id);
  }

  @Post('people/:id/invitations')
  @Access('feedback.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Mengundang pihak lain dengan tautan sekali pakai' })
  invite(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Body() body: InviteDto): Promise<NewInvitation> {
    return this.invitations.invite(actor, id, body);
  }

  @Delete('invitation/:id')
  @HttpCode(204)
  @Access('feedback.take-part', { scope: 'involved' })
  @ApiOperation({ summary: 'Menarik undangan yang belum dipakai' })
  withdraw(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<void> {
    return this.invitations.withdraw(actor, id);
  }

  @Get('invitations/:secret')
  @Public()
  @ApiOperation({ summary: 'Isian umpan balik bagi pemegang tautan' })
  form(@Param('secret') secret: string): Promise<InvitationForm> {
    return this.invitations.form(secret);
  }

  @Post('invitations/:secret')
  @HttpCode(204)
  @Public()
  @ApiOperation({ summary: 'Mengirim umpan balik lewat tautan, satu kali' })
  write(@Param('secret') secret: string, @Body() body: OutsideFeedbackDto): Promise<void> {
    return this.invitations.write(secret, body.text);
  }
}
