import { Body, Controller, Get, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { CalendarRulesView } from '@ekinerja/contracts/calendar';
import type { CalendarDay, RegulationDraft } from '@ekinerja/contracts/regulations';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { withEtag } from '../platform/http/versions.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { CalendarRulesService } from './calendar-rules.service.js';
import { calendarWorkbook } from './calendar-workbook.js';
import { CalendarQuery, CalendarRulesQuery, DraftCalendarDto } from './calendar.dto.js';

@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly regulations: RegulationsService,
    private readonly rules: CalendarRulesService,
  ) {}

  @Get()
  @Access('regulations.read', { scope: 'everyone', integrator: 'regulations:read' })
  @ApiOperation({ summary: 'Hari kerja dan hari libur satu bulan' })
  month(@Query() { month }: CalendarQuery): Promise<CalendarDay[]> {
    return this.regulations.calendar(month);
  }

  @Get('rules')
  @Access('regulations.read', { scope: 'everyone' })
  @ApiOperation({ summary: 'Kalender kerja yang berlaku: hari libur, Ramadan, pola hari kerja unit, tahun yang belum ada' })
  on(@Query() { date }: CalendarRulesQuery): Promise<CalendarRulesView> {
    return this.rules.on(date);
  }

  @Get('rules.xlsx')
  @Access('regulations.read', { scope: 'everyone' })
  @ApiOperation({ summary: 'Kalender kerja yang berlaku sebagai buku kerja' })
  async workbook(@Query() { date }: CalendarRulesQuery): Promise<StreamableFile> {
    return calendarWorkbook(await this.rules.on(date));
  }

  @Post('drafts')
  @Access('regulations.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Rancangan versi kalender baru dari perubahannya saja; berlaku setelah dikonfirmasi orang kedua' })
  async draft(@CurrentActor() actor: Actor, @Body() body: DraftCalendarDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<RegulationDraft> {
    return withEtag(reply, await this.rules.draft(actor, body));
  }
}
