import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page } from '@ekinerja/contracts/basics';
import type { Simulation, SimulationItem, SimulationPerson, SimulationPersonDetail } from '@ekinerja/contracts/pay-simulations';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { SimulationPeopleQuery, StartSimulationDto } from './simulations.dto.js';
import { SimulationsService } from './simulations.service.js';

@Controller('pay-simulations')
export class SimulationsController {
  constructor(private readonly simulations: SimulationsService) {}

  @Get()
  @Access('pay-simulations.run', { scope: 'government' })
  @ApiOperation({ summary: 'Simulasi TPP yang tersimpan, yang terbaru di depan' })
  list(): Promise<SimulationItem[]> {
    return this.simulations.list();
  }

  @Get('month')
  @Access('pay-simulations.run', { scope: 'government' })
  @ApiOperation({ summary: 'Bulan yang disimulasikan bila tidak dipilih: bulan tertutup yang terakhir' })
  async month(): Promise<{ month: string }> {
    return { month: await this.simulations.defaultMonth() };
  }

  @Post()
  @HttpCode(202)
  @Access('pay-simulations.run', { scope: 'government' })
  @ApiOperation({ summary: 'Hitung ulang satu bulan dengan rancangan, besaran, atau kelas lain; berjalan di belakang layar dan tidak mengubah buku' })
  start(@CurrentActor() actor: Actor, @Body() body: StartSimulationDto): Promise<Simulation> {
    return this.simulations.start(actor, body);
  }

  @Get(':id')
  @Access('pay-simulations.run', { scope: 'government' })
  @ApiOperation({ summary: 'Satu simulasi: kemajuan, jumlah, setiap SKPD, dan dua puluh perubahan terbesar ke atas dan ke bawah' })
  get(@Param('id', UuidPipe) id: string): Promise<Simulation> {
    return this.simulations.get(id);
  }

  @Get(':id/people')
  @Access('pay-simulations.run', { scope: 'government' })
  @ApiOperation({ summary: 'Pegawai dalam satu simulasi, menurut nama' })
  people(@Param('id', UuidPipe) id: string, @Query() query: SimulationPeopleQuery): Promise<Page<SimulationPerson>> {
    return this.simulations.people(id, query);
  }

  @Get(':id/people/:employmentId')
  @Access('pay-simulations.run', { scope: 'government' })
  @ApiOperation({ summary: 'Jumlah lama dan baru seorang pegawai, baris demi baris' })
  person(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Param('employmentId', UuidPipe) employmentId: string): Promise<SimulationPersonDetail> {
    return this.simulations.person(actor, id, employmentId);
  }
}
