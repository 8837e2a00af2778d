import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateIf, ValidateNested } from 'class-validator';
import type { DecimalString, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import {
  PLAN_LEVELS, PLAN_LIMITS, SPLIT_METHODS, STEP_KINDS, STEP_PATTERNS,
  type PlanLevel, type ReturnWorkPlanRequest, type SaveWorkPlanRequest, type SplitMethod, type StepKind, type StepPattern,
} from '@ekinerja/contracts/plans';
import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import { IsDecimal2, IsMonth } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

const PERIOD = /^(19|20|21)\d\d-(0[1-9]|1[0-2])(-W[1-6]|-(0[1-9]|[12]\d|3[01]))?$/;

export class PlanTargetDto {
  @IsUUID() resultId: Uuid;
  @IsInt() @Min(0) @Max(SKP_LIMITS.indicators) indicator: number;
  @IsIn(PLAN_LEVELS) level: PlanLevel;
  @Matches(PERIOD) period: string;
  @IsDecimal2() quantity: DecimalString;
}
export class PlanStepDto {
  @IsUUID() id: Uuid;
  @IsUUID() resultId: Uuid;
  @IsString() @MaxLength(PLAN_LIMITS.step) title: string;
  @ValidateIf((_, value) => value !== null) @IsIn(STEP_KINDS) kind: StepKind | null;
  @ValidateIf((_, value) => value !== null) @IsIn(STEP_PATTERNS) pattern: StepPattern | null;
  @IsArray() @ArrayMaxSize(12) @ArrayUnique() @IsMonth({ each: true }) months: IsoMonth[];
  @ValidateIf((_, value) => value !== null) @IsInt() @Min(1) @Max(PLAN_LIMITS.days) days: number | null;
  @IsString() @MaxLength(PLAN_LIMITS.output) output: string;
}
export class SaveWorkPlanDto {
  @IsArray() @ArrayMaxSize(PLAN_LIMITS.targets) @ValidateNested({ each: true }) @Type(() => PlanTargetDto) targets: PlanTargetDto[];
  @IsArray() @ArrayMaxSize(PLAN_LIMITS.steps) @ArrayUnique((step: PlanStepDto) => step?.id) @ValidateNested({ each: true }) @Type(() => PlanStepDto) steps: PlanStepDto[];
}
export class ReturnWorkPlanDto {
  @IsString() @MinLength(5) @MaxLength(PLAN_LIMITS.reason) reason: string;
}
export class SuggestionQuery {
  @IsIn(SPLIT_METHODS) method: SplitMethod;
}
export class PlanMonthQuery {
  @IsMonth() month: IsoMonth;
  @IsOptional() @IsUUID() employmentId?: Uuid;
}
export class MissingPlanQuery extends PageQuery {
  @Type(() => Number) @IsInt() @Min(2000) @Max(2199) year: number;
  @IsOptional() @IsUUID() skpdId?: Uuid;
}

const _save: Exact<SaveWorkPlanDto, SaveWorkPlanRequest> = true;
const _return: Exact<ReturnWorkPlanDto, ReturnWorkPlanRequest> = true;
