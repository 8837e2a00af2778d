import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { AboutAnswer, HealthAnswer } from '@ekinerja/contracts/system';
import { Public } from '../platform/access/access.decorator.js';
import { GovernmentService } from './government.service.js';

@Controller()
export class GovernmentController {
  constructor(private readonly government: GovernmentService) {}

  @Get('health')
  @Public()
  @ApiOperation({ summary: 'Apakah proses hidup' })
  health(): HealthAnswer {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @ApiOperation({ summary: 'Apakah siap melayani: basis data terjangkau' })
  async ready(): Promise<HealthAnswer> {
    await this.government.requireReady();
    return { status: 'ok' };
  }

  @Get('about')
  @Public()
  @ApiOperation({ summary: 'Pemerintah daerah yang dilayani, zona waktunya, dan akun contoh bila datanya contoh' })
  about(): Promise<AboutAnswer> {
    return this.government.about();
  }
}
