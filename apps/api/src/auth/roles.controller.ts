import { Body, Controller, Get, HttpCode, Param, Post, type StreamableFile } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { PersonRoles, RoleGrant } from '@ekinerja/contracts/setup';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { EndRoleDto, GrantRoleDto } from './roles.dto.js';
import { RolesWorkbookService } from './roles-workbook.service.js';
import { RolesService } from './roles.service.js';

@Controller('setup/roles')
export class RolesController {
  constructor(
    private readonly roles: RolesService,
    private readonly workbooks: RolesWorkbookService,
  ) {}

  @Get()
  @Access('roles.grant', { scope: 'government' })
  @ApiOperation({ summary: 'Peran yang berlaku, siapa yang memberi, dan alasannya' })
  list(): Promise<RoleGrant[]> {
    return this.roles.list();
  }

  @Get('list.xlsx')
  @Access('roles.grant', { scope: 'government' })
  @ApiOperation({ summary: 'Pengguna dan peran sebagai buku kerja' })
  workbook(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    return this.workbooks.workbook(actor);
  }

  @Get('of/:employmentId')
  @Access('roles.grant', { scope: 'government' })
  @ApiOperation({ summary: 'Peran satu orang: hari ini menurut jabatannya, dan semua yang pernah diberikan' })
  ofPerson(@Param('employmentId', UuidPipe) employmentId: string): Promise<PersonRoles> {
    return this.roles.ofPerson(employmentId);
  }

  @Post()
  @Access('roles.grant', { scope: 'government' })
  @ApiOperation({ summary: 'Beri peran mulai hari ini atau nanti, dengan alasan; tidak kepada diri sendiri' })
  grant(@CurrentActor() actor: Actor, @Body() body: GrantRoleDto): Promise<RoleGrant> {
    return this.roles.grant(actor, body);
  }

  @Post(':id/end')
  @HttpCode(204)
  @Access('roles.grant', { scope: 'government' })
  @ApiOperation({ summary: 'Akhiri peran sekarang juga; dua superadmin selalu tersisa' })
  async end(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() body: EndRoleDto): Promise<void> {
    await this.roles.end(actor, id, body.reason);
  }
}
