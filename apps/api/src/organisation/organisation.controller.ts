import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page } from '@ekinerja/contracts/basics';
import type { UnitItem } from '@ekinerja/contracts/organisation';
import { Access } from '../platform/access/access.decorator.js';
import { ListUnitsQuery } from './organisation.dto.js';
import { OrganisationService } from './organisation.service.js';

@Controller('units')
export class OrganisationController {
  constructor(private readonly organisation: OrganisationService) {}

  @Get()
  @Access('organisation.read')
  @ApiOperation({ summary: 'Perangkat daerah dan unit di bawahnya' })
  list(@Query() query: ListUnitsQuery): Promise<Page<UnitItem>> {
    return this.organisation.listUnits(query);
  }
}
