import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { CheckNipAnswer, NewEmployeeAnswer } from '@ekinerja/contracts/employees';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { CheckNipDto, NewEmployeeDto } from './new-employee.dto.js';
import { NewEmployeeService } from './new-employee.service.js';

@Controller('employees')
export class NewEmployeeController {
  constructor(private readonly entering: NewEmployeeService) {}

  @Post()
  @Access('employees.change', { scope: 'government' })
  @ApiOperation({ summary: 'Menerima pegawai baru: CPNS, PNS, PPPK (juga paruh waktu), atau pejabat non-ASN tanpa NIP' })
  enter(@CurrentActor() actor: Actor, @Body() body: NewEmployeeDto): Promise<NewEmployeeAnswer> {
    return this.entering.enter(actor, body);
  }

  @Post('check-nip')
  @HttpCode(200)
  @Access('employees.change', { scope: 'government' })
  @ApiOperation({ summary: 'Membaca NIP: tanggal lahir, pengangkatan, jenis kelamin; perbedaannya hanya peringatan' })
  check(@Body() body: CheckNipDto): Promise<CheckNipAnswer> {
    return this.entering.check(body);
  }
}
