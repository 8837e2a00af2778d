import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength, ValidateIf, ValidateNested,
} from 'class-validator';
import type { Uuid } from '@ekinerja/contracts/basics';
import {
  INDICATOR_ASPECTS, RESULT_KINDS, RESULT_TASKS, SKP_LIMITS,
  type CreateSkpRequest, type IndicatorAspect, type ResultKind, type ResultTask, type ReturnSkpRequest, type SaveSkpRequest,
} from '@ekinerja/contracts/skp';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

const YEARS = { first: 2000, last: 2199 } as const;

export class CreateSkpDto {
  @IsInt() @Min(YEARS.first) @Max(YEARS.last) year: number;
}

/** Texts may be empty in a draft; what still lacks is shown as a finding and stops the submission only. */
export class SkpIndicatorDto {
  @IsIn(INDICATOR_ASPECTS) aspect: IndicatorAspect;
  @IsString() @MaxLength(SKP_LIMITS.indicator) indicator: string;
  @IsString() @MaxLength(SKP_LIMITS.target) target: string;
  @IsString() @MaxLength(SKP_LIMITS.unit) unit: string;
}

export class SkpResultDto {
  @IsUUID() id: Uuid;
  @IsIn(RESULT_TASKS) task: ResultTask;
  @IsIn(RESULT_KINDS) kind: ResultKind;
  @IsString() @MaxLength(SKP_LIMITS.title) title: string;
  @ValidateIf((_, value) => value !== null) @IsUUID() superiorResultId: Uuid | null;
  @IsArray() @ArrayMaxSize(SKP_LIMITS.indicators) @ValidateNested({ each: true }) @Type(() => SkpIndicatorDto) indicators: SkpIndicatorDto[];
}

export class SaveSkpDto {
  @IsArray()
  @ArrayMaxSize(SKP_LIMITS.results)
  @ArrayUnique((result: SkpResultDto) => result?.id)
  @ValidateNested({ each: true })
  @Type(() => SkpResultDto)
  results: SkpResultDto[];
}

export class ReturnSkpDto {
  @IsString() @MinLength(5) @MaxLength(SKP_LIMITS.note) reason: string;
}

export class MineQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(YEARS.first) @Max(YEARS.last) year?: number;
}

export class MissingSkpQuery extends PageQuery {
  @Type(() => Number) @IsInt() @Min(YEARS.first) @Max(YEARS.last) year: number;
  @IsOptional() @IsUUID() skpdId?: Uuid;
}

const _create: Exact<CreateSkpDto, CreateSkpRequest> = true;
const _save: Exact<SaveSkpDto, SaveSkpRequest> = true;
const _return: Exact<ReturnSkpDto, ReturnSkpRequest> = true;
