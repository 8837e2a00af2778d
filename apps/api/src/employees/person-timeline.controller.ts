import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { PersonTimeline } from '@ekinerja/contracts/person-timeline';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { EmployeeParam } from './employees.dto.js';
import { PersonTimelineService } from './person-timeline.service.js';

export class TimelineQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1950) @Max(2150) year?: number;
}

@Controller('employees')
export class PersonTimelineController {
  constructor(private readonly timeline: PersonTimelineService) {}

  @Get(':employmentId/timeline')
  @Access('organisation.read', { scope: 'involved' })
  @ApiOperation({ summary: 'Satu garis waktu seorang pegawai: jabatan, kelas, SKP, kegiatan, pembinaan, penilaian, tindak lanjut, slip' })
  ofYear(@CurrentActor() actor: Actor, @Param() { employmentId }: EmployeeParam, @Query() { year }: TimelineQuery): Promise<PersonTimeline> {
    return this.timeline.ofYear(actor, employmentId, year);
  }
}
