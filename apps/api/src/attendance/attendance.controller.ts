import { Body, Controller, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import { ATTENDANCE_LIMITS, type PresenceDayView, type PresenceImport, type PresenceMonthStatus } from '@ekinerja/contracts/attendance';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { PresenceMonthQuery, PushPresenceDto } from './attendance.dto.js';
import { AttendanceService } from './attendance.service.js';
import { PresenceImportService } from './presence-import.service.js';

@Controller('attendance')
export class AttendanceController {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly imports: PresenceImportService,
  ) {}

  @Get('mine')
  @Access('attendance.own', { scope: 'own' })
  @ApiOperation({ summary: 'Presensi saya dalam satu bulan, hari demi hari' })
  mine(@CurrentActor() actor: Actor, @Query() query: PresenceMonthQuery): Promise<PresenceDayView[]> {
    return this.attendance.mine(actor, query.month);
  }

  @Get('months')
  @Access('attendance.read', { scope: 'by-role', integrator: 'attendance:push' })
  @ApiOperation({ summary: 'Enam bulan terakhir: sudah disinkronkan atau belum' })
  months(@CurrentActor() actor: Actor): Promise<PresenceMonthStatus[]> {
    return this.attendance.months(actor);
  }

  @Get('imports')
  @Access('attendance.import', { scope: 'government' })
  @ApiOperation({ summary: 'Impor presensi satu bulan, yang terbaru di depan' })
  list(@Query() query: PresenceMonthQuery): Promise<PresenceImport[]> {
    return this.imports.list(query.month);
  }

  @Post('imports')
  @Access('attendance.import', { scope: 'government' })
  @UseInterceptors(new ReceivesUpload(ATTENDANCE_LIMITS.fileBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Unggah berkas presensi (.xlsx atau .csv); dijawab dengan pratinjau' })
  upload(@CurrentActor() actor: Actor, @Query() query: PresenceMonthQuery, @UploadedForm() file: Upload): Promise<PresenceImport> {
    return this.imports.upload(actor, query.month, file);
  }

  @Post('rows')
  @Access('attendance.import', { scope: 'government', integrator: 'attendance:push' })
  @ApiOperation({ summary: 'Kirim baris presensi dari sistem lain; dijawab dengan pratinjau' })
  push(@CurrentActor() actor: Actor, @Body() body: PushPresenceDto): Promise<PresenceImport> {
    return this.imports.push(actor, body);
  }

  @Get('imports/:id')
  @Access('attendance.import', { scope: 'government', integrator: 'attendance:push' })
  @ApiOperation({ summary: 'Satu impor presensi dengan masalah dan perubahannya' })
  get(@Param('id', UuidPipe) id: string): Promise<PresenceImport> {
    return this.imports.get(id);
  }

  @Post('imports/:id/apply')
  @HttpCode(200)
  @Access('attendance.import', { scope: 'government' })
  @ApiOperation({ summary: 'Terapkan impor presensi yang sudah dipratinjau' })
  apply(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string): Promise<PresenceImport> {
    return this.imports.apply(actor, id);
  }
}
