import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { ListEmployeesQuery } from '@ekinerja/contracts/employees';
import { IsDay } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

export class ListEmployeesDto extends PageQuery {
  @IsOptional() @IsString() @MaxLength(100) q?: string;
  @IsOptional() @IsUUID('loose') skpdId?: string;
}
const listEmployees: Exact<ListEmployeesDto, ListEmployeesQuery> = true;
void listEmployees;

export class EmployeeParam {
  @IsUUID('loose') employmentId: string;
}

export class EvaluatorQuery {
  @IsOptional() @IsDay() date?: string;
}
