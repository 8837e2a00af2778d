import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { FeedbackRecord } from '@ekinerja/contracts/feedback';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { CoachingService } from './coaching.service.js';
import { FeedbackRecordService } from './feedback-record.service.js';
import { CoachDto, CoachingSessionDto, EndCoachingDto, MarkProgressDto, TakeMeasureDto } from './feedback.dto.js';
import { ProgressService } from './progress.service.js';

/** What a leader concludes and does: marks, measures, coaching. */
@Controller('feedback')
export class ProgressController {
  constructor(
    private readonly progress: ProgressService,
    private readonly coaching: CoachingService,
    private readonly records: FeedbackRecordService,
  ) {}

  @Post('people/:id/marks')
  @Access('feedback.lead', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Menandai maju atau tidak maju' })
  async mark(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Body() body: MarkProgressDto): Promise<FeedbackRecord> {
    await this.progress.mark(actor, id, body);
    return this.records.of(actor, id);
  }

  @Post('marks/:id/measures')
  @Access('feedback.lead', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Mengambil tindakan atas tanda itu' })
  async take(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Body() body: TakeMeasureDto): Promise<FeedbackRecord> {
    return this.records.of(actor, await this.progress.take(actor, id, body));
  }

  @Post('people/:id/coachings')
  @Access('feedback.lead', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Memulai pembinaan' })
  async coach(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Body() body: CoachDto): Promise<FeedbackRecord> {
    await this.coaching.open(actor, id, body);
    return this.records.of(actor, id);
  }

  @Post('coachings/:id/sessions')
  @Access('feedback.lead', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Mencatat sesi pembinaan dengan hasilnya' })
  async session(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() body: CoachingSessionDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FeedbackRecord> {
    const record = await this.records.of(actor, await this.coaching.addSession(actor, id, version, body));
    record.coachings.filter((one) => one.id === id).forEach((one) => withEtag(reply, one));
    return record;
  }

  @Post('coachings/:id/end')
  @HttpCode(200)
  @Access('feedback.lead', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Mengakhiri pembinaan dengan hasilnya' })
  async end(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @IfMatch() version: number | null, @Body() body: EndCoachingDto, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FeedbackRecord> {
    const record = await this.records.of(actor, await this.coaching.end(actor, id, version, body.outcome));
    record.coachings.filter((one) => one.id === id).forEach((one) => withEtag(reply, one));
    return record;
  }
}
