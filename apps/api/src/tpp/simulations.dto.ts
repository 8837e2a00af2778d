import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength, ValidateIf, ValidateNested } from 'class-validator';
import { EMPLOYEE_KINDS, type EmployeeKind } from '@ekinerja/contracts/basics';
import { SIMULATION_LIMITS, type StartSimulationRequest } from '@ekinerja/contracts/pay-simulations';
import { IsMonth } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

const { name, drafts, amounts, postClasses, units, people } = SIMULATION_LIMITS;

export class SupposedAmountDto {
  @IsString() @Matches(/^[\w.\-/ ]{1,20}$/) class: string;
  @IsString() @Matches(/^\d{1,12}(\.\d{1,4})?$/) amount: string;
}

export class SupposedClassDto {
  @IsUUID() postId: string;
  @IsString() @Matches(/^[\w.\-/ ]{1,20}$/) class: string;
}

export class StartSimulationDto {
  @IsString() @MinLength(name.min) @MaxLength(name.max) name: string;
  @ValidateIf((_, value) => value !== null) @IsMonth() month: string | null;
  @IsArray() @ArrayMaxSize(drafts) @IsUUID('all', { each: true }) drafts: string[];
  @IsArray() @ArrayMaxSize(amounts) @ValidateNested({ each: true }) @Type(() => SupposedAmountDto) amounts: SupposedAmountDto[];
  @IsArray() @ArrayMaxSize(postClasses) @ValidateNested({ each: true }) @Type(() => SupposedClassDto) postClasses: SupposedClassDto[];
  @IsArray() @ArrayMaxSize(units) @IsUUID('all', { each: true }) skpdIds: string[];
  @IsArray() @ArrayMaxSize(EMPLOYEE_KINDS.length) @IsIn(EMPLOYEE_KINDS, { each: true }) employeeKinds: EmployeeKind[];
  @IsArray() @ArrayMaxSize(people) @IsUUID('all', { each: true }) employmentIds: string[];
}
export const _start: Exact<StartSimulationDto, StartSimulationRequest> = true;

export class SimulationPeopleQuery extends PageQuery {
  @IsOptional() @IsString() @MaxLength(100) q?: string;
  @IsOptional() @IsUUID() skpdId?: string;
}
