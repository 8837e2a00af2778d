import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access } from '../platform/access/access.decorator.js';
import { IsMonth } from '../platform/http/dates.validator.js';
import { DemoFilesService } from './demo-files.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export class PresenceFileQuery {
  @IsMonth() month: string;
}

@Controller('demo')
export class DemoController {
  constructor(private readonly files: DemoFilesService) {}

  @Get('presence-file')
  @Access('attendance.import', { scope: 'government' })
  @ApiOperation({ summary: 'Berkas presensi sebulan dari data contoh (.xlsx); hanya pada data contoh.' })
  async presenceFile(@Query() { month }: PresenceFileQuery): Promise<StreamableFile> {
    const { name, content } = await this.files.presenceFile(month);
    return new StreamableFile(content, { type: XLSX, disposition: `attachment; filename="${name}"`, length: content.length });
  }
}
