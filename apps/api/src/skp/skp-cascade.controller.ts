import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type {
  GivenExpectation, PostPointsRequest, RoleMatrix, TreeNode, UnsupportedItem, WaitingExpectation, WithoutRoleItem,
} from '@ekinerja/contracts/skp-cascade';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { CascadeReportQuery, CascadeYearQuery, GiveExpectationDto, PostPointsDto, TreeQuery } from './skp-cascade.dto.js';
import { SkpCascadeService } from './skp-cascade.service.js';
import { SkpExpectationsService } from './skp-expectations.service.js';
import { SkpTemplatesService } from './skp-templates.service.js';

/** From the unit's objectives down to the last employee: matrix, expectations, tree, gaps. */
@Controller()
export class SkpCascadeController {
  constructor(
    private readonly cascade: SkpCascadeService,
    private readonly expectations: SkpExpectationsService,
    private readonly templates: SkpTemplatesService,
  ) {}

  @Get('skp-cascade/matrix')
  @Access('skp.determine', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Matriks peran dan hasil: hasil kerja sendiri menurut kolom, bawahan menurut baris' })
  matrix(@CurrentActor() actor: Actor, @Query() { year }: CascadeYearQuery): Promise<RoleMatrix> {
    return this.cascade.matrix(actor, year);
  }

  @Get('skp-cascade/tree')
  @Access('skp.tree', { scope: 'by-role' })
  @ApiOperation({ summary: 'Pohon kinerja: akar, atau cabang satu simpul' })
  tree(@CurrentActor() actor: Actor, @Query() query: TreeQuery): Promise<Page<TreeNode>> {
    return this.cascade.tree(actor, query);
  }

  @Get('skp-cascade/without-role')
  @Access('skp.monitor', { scope: 'by-role' })
  @ApiOperation({ summary: 'Pegawai yang belum punya peran utama' })
  withoutRole(@CurrentActor() actor: Actor, @Query() query: CascadeReportQuery): Promise<Page<WithoutRoleItem>> {
    return this.cascade.withoutRole(actor, query);
  }

  @Get('skp-cascade/unsupported')
  @Access('skp.monitor', { scope: 'by-role' })
  @ApiOperation({ summary: 'Hasil kerja atasan yang tidak didukung siapa pun' })
  unsupported(@CurrentActor() actor: Actor, @Query() query: CascadeReportQuery): Promise<Page<UnsupportedItem>> {
    return this.cascade.unsupported(actor, query);
  }

  @Get('skp-expectations')
  @Access('skp.own', { scope: 'own' })
  @ApiOperation({ summary: 'Ekspektasi atasan yang menunggu masuk ke SKP saya' })
  waiting(@CurrentActor() actor: Actor, @Query() { year }: CascadeYearQuery): Promise<WaitingExpectation[]> {
    return this.expectations.waiting(actor, year);
  }

  @Post('skp-expectations')
  @HttpCode(200)
  @Access('skp.determine', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Memberi ekspektasi kepada bawahan; menjadi konsep hasil kerjanya' })
  give(@CurrentActor() actor: Actor, @Body() body: GiveExpectationDto): Promise<GivenExpectation[]> {
    return this.expectations.give(actor, body);
  }

  @Post('skp-expectations/:id/take')
  @HttpCode(200)
  @Access('skp.own', { scope: 'own' })
  @ApiOperation({ summary: 'Memasukkan ekspektasi yang menunggu ke SKP sendiri' })
  take(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<GivenExpectation> {
    return this.expectations.take(actor, id);
  }

  @Delete('skp-expectations/:id')
  @HttpCode(204)
  @Access('skp.determine', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Menarik ekspektasi yang belum masuk' })
  drop(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<void> {
    return this.expectations.drop(actor, id);
  }

  @Put('skp-results/:id/superior/:superiorResultId')
  @HttpCode(204)
  @Access('skp.determine', { scope: 'subordinates' })
  @ApiOperation({ summary: 'Mengaitkan hasil kerja bawahan dengan hasil kerja sendiri' })
  link(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Param('superiorResultId', UuidPipe) superiorResultId: Uuid): Promise<void> {
    return this.expectations.link(actor, id, superiorResultId);
  }

  @Get('posts/:id/points')
  @Access('skp.monitor', { scope: 'by-role' })
  @ApiOperation({ summary: 'Butir kegiatan satu jabatan fungsional' })
  points(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<PostPointsRequest> {
    return this.templates.points(actor, id);
  }

  @Put('posts/:id/points')
  @Access('skp.administer', { scope: 'own-skpd' })
  @ApiOperation({ summary: 'Menetapkan butir kegiatan satu jabatan fungsional' })
  setPoints(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid, @Body() body: PostPointsDto): Promise<PostPointsRequest> {
    return this.templates.setPoints(actor, id, body);
  }
}
