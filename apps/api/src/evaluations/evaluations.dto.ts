import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, MaxLength, Min, MinLength, ValidateIf, ValidateNested } from 'class-validator';
import { ORGANISATION_PREDICATES, type IsoMonth, type OrganisationPredicate, type Uuid } from '@ekinerja/contracts/basics';
import type { CurveRequest } from '@ekinerja/contracts/evaluation-lists';
import { EVALUATION_KINDS, EVALUATION_LIMITS, type BulkEvaluationsRequest, type EvaluationInputs, type EvaluationKind, type HandOverRequest, type SaveEvaluationRequest, type SavePartRequest, type SetUnitPerformanceRequest } from '@ekinerja/contracts/evaluations';
import { IsMonth } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

/** Which inputs there are follows from the form of the law; `evaluation-inputs.ts` checks them one by one. */
export class SaveEvaluationDto {
  @IsUUID() employmentId: Uuid;
  @IsMonth() month: IsoMonth;
  @IsObject() inputs: EvaluationInputs;
  @ValidateIf((_, value) => value !== null) @IsString() @MaxLength(EVALUATION_LIMITS.note) note: string | null;
  @IsOptional() @IsString() @MaxLength(EVALUATION_LIMITS.note) recommendation?: string | null;
  @IsOptional() @IsIn(EVALUATION_KINDS) kind?: EvaluationKind;
}

export class EvaluationHandOverDto {
  @IsString() @MinLength(5) @MaxLength(EVALUATION_LIMITS.note) note: string;
}

export class SetUnitPerformanceDto {
  @IsUUID() unitId: Uuid;
  @IsMonth() month: IsoMonth;
  @IsIn(ORGANISATION_PREDICATES) predicate: OrganisationPredicate;
  @IsString() @MinLength(5) @MaxLength(EVALUATION_LIMITS.note) basis: string;
  @IsOptional() @IsIn(EVALUATION_KINDS) kind?: EvaluationKind;
}

export class DueQuery {
  @IsMonth() month: IsoMonth;
  @IsOptional() @IsIn(EVALUATION_KINDS) kind?: EvaluationKind;
}

/** Lists over a unit: the unit itself and everything below it. */
export class UnitMonthQuery extends PageQuery {
  @IsMonth() month: IsoMonth;
  @IsOptional() @IsIn(EVALUATION_KINDS) kind?: EvaluationKind;
  @IsOptional() @IsUUID() skpdId?: Uuid;
}

class DraftDto {
  @IsUUID() employmentId: Uuid;
  @IsObject() inputs: EvaluationInputs;
}
export class CurveDto {
  @IsMonth() month: IsoMonth;
  @IsIn(EVALUATION_KINDS) kind: EvaluationKind;
  @IsArray() @ArrayMaxSize(EVALUATION_LIMITS.bulk) @ValidateNested({ each: true }) @Type(() => DraftDto) drafts: DraftDto[];
}

class BulkItemDto extends DraftDto {
  @ValidateIf((_, value) => value !== null) @IsInt() @Min(1) version: number | null;
  @ValidateIf((_, value) => value !== null) @IsString() @MaxLength(EVALUATION_LIMITS.note) note: string | null;
  @ValidateIf((_, value) => value !== null) @IsString() @MaxLength(EVALUATION_LIMITS.note) recommendation: string | null;
}
export class BulkEvaluationsDto {
  @IsMonth() month: IsoMonth;
  @IsIn(EVALUATION_KINDS) kind: EvaluationKind;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(EVALUATION_LIMITS.bulk) @ValidateNested({ each: true }) @Type(() => BulkItemDto) items: BulkItemDto[];
}

export class SavePartDto {
  @IsUUID() employmentId: Uuid;
  @IsMonth() month: IsoMonth;
  @IsOptional() @IsIn(EVALUATION_KINDS) kind?: EvaluationKind;
  @IsObject() inputs: EvaluationInputs;
  @ValidateIf((_, value) => value !== null) @IsString() @MaxLength(EVALUATION_LIMITS.note) note: string | null;
}

const _save: Exact<SaveEvaluationDto, SaveEvaluationRequest> = true;
const _handOver: Exact<EvaluationHandOverDto, HandOverRequest> = true;
const _unit: Exact<SetUnitPerformanceDto, SetUnitPerformanceRequest> = true;
const _curve: Exact<CurveDto, CurveRequest> = true;
const _bulk: Exact<BulkEvaluationsDto, BulkEvaluationsRequest> = true;
const _part: Exact<SavePartDto, SavePartRequest> = true;

export class EvaluationImportQuery {
  @IsOptional() @IsIn(['true', 'false']) apply?: 'true' | 'false';
  /** Rows of people who are not on record here are passed over and counted. */
  @IsOptional() @IsIn(['true', 'false']) leaveUnknown?: 'true' | 'false';
}
