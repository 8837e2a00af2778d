import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page } from '@ekinerja/contracts/basics';
import type { PostDetail, PostItem } from '@ekinerja/contracts/units-and-posts';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { IfMatch, withEtag } from '../platform/http/versions.js';
import { EndDto } from './assignments.dto.js';
import { OrganisationViewService } from './organisation-view.service.js';
import { postsWorkbook } from './posts-workbook.js';
import { PostsService } from './posts.service.js';
import { ChangeClassDto, ChangePostDto, CreatePostDto, ListPostsQuery, OnDateQuery } from './units-and-posts.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('posts')
export class PostsController {
  constructor(
    private readonly posts: PostsService,
    private readonly view: OrganisationViewService,
  ) {}

  @Get()
  @Access('posts.read', { scope: 'by-role', integrator: 'organisation:read' })
  @ApiOperation({ summary: 'Jabatan menurut nama, dengan pemangku pada suatu tanggal' })
  list(@CurrentActor() actor: Actor, @Query() query: ListPostsQuery): Promise<Page<PostItem>> {
    return this.view.list(actor, query);
  }

  @Get('list.xlsx')
  @Access('posts.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Jabatan dan pemangkunya sebagai buku kerja; NIP sebagai teks' })
  async workbook(@CurrentActor() actor: Actor, @Query() query: ListPostsQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    void reply.header('cache-control', 'no-store');
    const content = await postsWorkbook(await this.view.all(actor, query), query.date ?? actor.today);
    return new StreamableFile(content, { type: XLSX, disposition: 'attachment; filename="jabatan.xlsx"' });
  }

  @Get(':id')
  @Access('posts.read', { scope: 'by-role', integrator: 'organisation:read' })
  @ApiOperation({ summary: 'Satu jabatan: pemangku, atasan ke atas, riwayat, kelas, penugasan' })
  async get(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Query() { date }: OnDateQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<PostDetail> {
    return withEtag(reply, await this.view.post(actor, id, date));
  }

  @Post()
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Membentuk jabatan mulai suatu tanggal' })
  async create(@CurrentActor() actor: Actor, @Body() body: CreatePostDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<PostDetail> {
    const { id } = await this.posts.create(actor, body);
    return withEtag(reply, await this.view.post(actor, id));
  }

  @Put(':id')
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Mengubah jabatan mulai suatu tanggal: nama, jenis, atasan, jumlah kursi' })
  async change(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: ChangePostDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostDetail> {
    await this.posts.change(actor, id, seen, body);
    return withEtag(reply, await this.view.post(actor, id));
  }

  @Put(':id/class')
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Kelas jabatan mulai suatu tanggal' })
  async changeClass(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: ChangeClassDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostDetail> {
    await this.posts.changeClass(actor, id, seen, body);
    return withEtag(reply, await this.view.post(actor, id));
  }

  @Post(':id/close')
  @HttpCode(200)
  @Access('organisation.manage', { scope: 'government' })
  @ApiOperation({ summary: 'Menutup jabatan sesudah suatu hari' })
  async close(
    @CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @IfMatch() seen: number | null, @Body() body: EndDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostDetail> {
    await this.posts.close(actor, id, seen, body);
    return withEtag(reply, await this.view.post(actor, id));
  }
}
