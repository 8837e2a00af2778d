import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import type { DecimalString, Uuid } from '@ekinerja/contracts/basics';
import { RESULT_KINDS, SKP_LIMITS, type ResultKind } from '@ekinerja/contracts/skp';
import { CASCADE_LIMITS, type GiveExpectationRequest, type PostPointsRequest } from '@ekinerja/contracts/skp-cascade';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

export class ExpectationIndicatorDto {
  @IsString() @MaxLength(SKP_LIMITS.indicator) indicator: string;
  @IsString() @MaxLength(SKP_LIMITS.target) target: string;
  @IsString() @MaxLength(SKP_LIMITS.unit) unit: string;
}
export class GiveExpectationDto {
  @IsUUID() superiorResultId: Uuid;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(CASCADE_LIMITS.people) @ArrayUnique() @IsUUID(undefined, { each: true }) employmentIds: Uuid[];
  @IsString() @MinLength(3) @MaxLength(SKP_LIMITS.title) title: string;
  @IsOptional() @IsIn(RESULT_KINDS) kind?: ResultKind;
  @IsOptional() @ValidateNested() @Type(() => ExpectationIndicatorDto) indicator?: ExpectationIndicatorDto;
}
export class PostPointDto {
  @IsString() @MinLength(1) @MaxLength(SKP_LIMITS.unit) code: string;
  @IsString() @MinLength(3) @MaxLength(SKP_LIMITS.title) activity: string;
  @IsString() @MaxLength(SKP_LIMITS.unit) unit: string;
  @Matches(/^\d{1,5}(\.\d{1,4})?$/) credit: DecimalString;
}
export class PostPointsDto {
  @IsArray() @ArrayMaxSize(300) @ArrayUnique((point: PostPointDto) => point?.code) @ValidateNested({ each: true }) @Type(() => PostPointDto) points: PostPointDto[];
}
export class CascadeYearQuery {
  @Type(() => Number) @IsInt() @Min(2000) @Max(2199) year: number;
}
export class TreeQuery extends PageQuery {
  @Type(() => Number) @IsInt() @Min(2000) @Max(2199) year: number;
  @IsOptional() @IsUUID() skpdId?: Uuid;
  /** Node whose children are asked; without: the roots. */
  @IsOptional() @IsUUID() objectiveId?: Uuid;
  @IsOptional() @IsUUID() resultId?: Uuid;
}
export class CascadeReportQuery extends PageQuery {
  @Type(() => Number) @IsInt() @Min(2000) @Max(2199) year: number;
  @IsOptional() @IsUUID() skpdId?: Uuid;
}

const _give: Exact<GiveExpectationDto, GiveExpectationRequest> = true;
const _points: Exact<PostPointsDto, PostPointsRequest> = true;
