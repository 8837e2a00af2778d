import { Controller, Get, Header, Headers } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Public } from '../access/access.decorator.js';
import { MetricsService } from './metrics.service.js';

@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: MetricsService) {}

  @Get()
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Ukuran bagi pemantau (Prometheus); hanya dengan token EKINERJA_METRICS_TOKEN' })
  read(@Headers('authorization') authorization?: string): Promise<string> {
    return this.metrics.read(authorization);
  }
}
