import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page } from '@ekinerja/contracts/basics';
import type { EmployeeDetail, EmployeeItem } from '@ekinerja/contracts/employees';
import type { EvaluatorAnswerView } from '@ekinerja/contracts/organisation';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { EmployeeParam, EvaluatorQuery, ListEmployeesDto } from './employees.dto.js';
import { EmployeesService } from './employees.service.js';

@Controller('employees')
export class EmployeesController {
  constructor(private readonly employees: EmployeesService) {}

  @Get()
  @Access('employees.read', { scope: 'by-role', integrator: 'employees:read' })
  @ApiOperation({ summary: 'Pegawai dalam jangkauan pengguna, menurut nama; cari sebagian nama atau NIP' })
  list(@CurrentActor() actor: Actor, @Query() query: ListEmployeesDto): Promise<Page<EmployeeItem>> {
    return this.employees.list(actor, query);
  }

  @Get('list.xlsx')
  @Access('employees.read', { scope: 'by-role' })
  @ApiOperation({ summary: 'Daftar pegawai dalam jangkauan pengguna sebagai buku kerja; NIP sebagai teks' })
  workbook(@CurrentActor() actor: Actor, @Query() query: ListEmployeesDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    void reply.header('cache-control', 'no-store');
    return this.employees.workbook(actor, query);
  }

  @Get(':employmentId')
  @Access('organisation.read', { scope: 'involved', integrator: 'employees:read' })
  @ApiOperation({ summary: 'Satu pegawai: jabatan yang dipegang dan bawahan yang dinilai' })
  detail(@CurrentActor() actor: Actor, @Param() { employmentId }: EmployeeParam): Promise<EmployeeDetail> {
    return this.employees.detail(actor, employmentId);
  }

  @Get(':employmentId/evaluator')
  @Access('organisation.read', { scope: 'involved', integrator: 'employees:read' })
  @ApiOperation({ summary: 'Pejabat penilai seorang pegawai pada suatu tanggal, dengan alasannya' })
  evaluator(@CurrentActor() actor: Actor, @Param() { employmentId }: EmployeeParam, @Query() query: EvaluatorQuery): Promise<EvaluatorAnswerView> {
    return this.employees.evaluator(actor, employmentId, query.date);
  }
}
