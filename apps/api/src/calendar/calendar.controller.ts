import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { CalendarDay } from '@ekinerja/contracts/regulations';
import { Access } from '../platform/access/access.decorator.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { CalendarQuery } from './calendar.dto.js';

@Controller('calendar')
export class CalendarController {
  constructor(private readonly regulations: RegulationsService) {}

  @Get()
  @Access('regulations.read')
  @ApiOperation({ summary: 'Hari kerja dan hari libur satu bulan' })
  month(@Query() { month }: CalendarQuery): Promise<CalendarDay[]> {
    return this.regulations.calendar(month);
  }
}
