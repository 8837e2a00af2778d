import { Body, Controller, Get, HttpCode, Param, Post, Put, Res, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsString, Length, ValidateNested } from 'class-validator';
import type { IsoDate } from '@ekinerja/contracts/basics';
import { REORGANISATION_LIMITS, type CreateReorganisationRequest, type Reorganisation, type ReorganisationItem } from '@ekinerja/contracts/reorganisations';
import type { FastifyReply } from 'fastify';
import { DecreeDto } from '../organisation/assignments.dto.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { IsDay } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { ReceivesUpload, UploadedForm, type Upload } from '../platform/http/upload.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { ReorganisationsService } from './reorganisations.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export class CreateReorganisationDto {
  @IsString() @Length(3, REORGANISATION_LIMITS.title) title: string;
  @IsDay() effectiveOn: IsoDate;
  @IsDefined() @ValidateNested() @Type(() => DecreeDto) decree: DecreeDto;
  @IsString() @Length(2, REORGANISATION_LIMITS.signatory) signatory: string;
}
export const _create: Exact<CreateReorganisationDto, CreateReorganisationRequest> = true;

@Controller('reorganisations')
export class ReorganisationsController {
  constructor(private readonly reorganisations: ReorganisationsService) {}

  @Get()
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Rancangan penataan organisasi dan pelantikan, yang terbaru di depan' })
  list(): Promise<ReorganisationItem[]> {
    return this.reorganisations.list();
  }

  @Get('template.xlsx')
  @Access('organisation.manage', { scope: 'everyone' })
  @ApiOperation({ summary: 'Templat buku kerja penataan organisasi dan pelantikan' })
  async template(): Promise<StreamableFile> {
    return new StreamableFile(await this.reorganisations.template(), { type: XLSX, disposition: 'attachment; filename="penataan-organisasi.xlsx"' });
  }

  @Get(':id')
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Satu rancangan: sel yang salah, atau akibatnya baris demi baris' })
  async get(@Param('id', UuidPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Reorganisation> {
    return withEtag(reply, await this.reorganisations.get(id));
  }

  @Post()
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Membuka rancangan dengan satu keputusan dan satu tanggal berlaku' })
  async create(@CurrentActor() actor: Actor, @Body() body: CreateReorganisationDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<Reorganisation> {
    return withEtag(reply, await this.reorganisations.create(actor, body));
  }

  @Put(':id/workbook')
  @Access('organisation.manage', { scope: 'government' })
  @UseInterceptors(new ReceivesUpload(REORGANISATION_LIMITS.fileBytes))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Mengunggah buku kerja: diperiksa seluruhnya dan dicoba; belum ada yang berubah' })
  async load(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @UploadedForm() file: Upload, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Reorganisation> {
    return withEtag(reply, await this.reorganisations.load(actor, id, seen, file));
  }

  @Post(':id/apply')
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Menerapkan rancangan seluruhnya, atau tidak sama sekali' })
  async apply(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Res({ passthrough: true }) reply: FastifyReply): Promise<Reorganisation> {
    return withEtag(reply, await this.reorganisations.apply(actor, id, seen));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Menarik rancangan yang belum diterapkan' })
  async withdraw(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Res({ passthrough: true }) reply: FastifyReply): Promise<Reorganisation> {
    return withEtag(reply, await this.reorganisations.withdraw(actor, id, seen));
  }
}
