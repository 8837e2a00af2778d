import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { RoleGrant } from '@ekinerja/contracts/setup';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { EndRoleDto, GrantRoleDto } from './roles.dto.js';
import { RolesService } from './roles.service.js';

@Controller('setup/roles')
export class RolesController {
  constructor(private readonly roles: RolesService) {}

  @Get()
  @Access('roles.grant')
  @ApiOperation({ summary: 'Peran yang berlaku, siapa yang memberi, dan alasannya' })
  list(): Promise<RoleGrant[]> {
    return this.roles.list();
  }

  @Post()
  @Access('roles.grant')
  @ApiOperation({ summary: 'Beri peran mulai hari ini; tidak kepada diri sendiri' })
  grant(@CurrentActor() actor: Actor, @Body() body: GrantRoleDto): Promise<RoleGrant> {
    return this.roles.grant(actor, body);
  }

  @Post(':id/end')
  @HttpCode(204)
  @Access('roles.grant')
  @ApiOperation({ summary: 'Akhiri peran sekarang juga; dua superadmin selalu tersisa' })
  async end(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() body: EndRoleDto): Promise<void> {
    await this.roles.end(actor, id, body.reason);
  }
}
