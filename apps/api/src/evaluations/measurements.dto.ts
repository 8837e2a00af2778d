import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import {
  CREATIVITY_LEVELS, MEASUREMENT_LIMITS, MEASUREMENT_RHYTHMS, type ConfirmMeasurementRequest, type CreativityLevel, type MeasurementRhythm, type StateMeasurementRequest,
} from '@ekinerja/contracts/measurements';
import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import { IsDay, IsMonth } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';

class StatedLineDto {
  @IsUUID() resultId: Uuid;
  @IsInt() @Min(0) @Max(SKP_LIMITS.indicators) indicator: number;
  @IsString() @MaxLength(MEASUREMENT_LIMITS.realised) realised: string;
  @IsString() @MaxLength(MEASUREMENT_LIMITS.source) source: string;
}
export class StateMeasurementDto {
  @IsIn(MEASUREMENT_RHYTHMS) rhythm: MeasurementRhythm;
  @IsMonth() month: IsoMonth;
  @IsArray() @ArrayMaxSize(MEASUREMENT_LIMITS.lines) @ValidateNested({ each: true }) @Type(() => StatedLineDto) lines: StatedLineDto[];
  @IsBoolean() submit: boolean;
}
class ConfirmedLineDto {
  @IsUUID() resultId: Uuid;
  @IsInt() @Min(0) @Max(SKP_LIMITS.indicators) indicator: number;
  @IsString() @MaxLength(MEASUREMENT_LIMITS.realised) confirmed: string;
  @IsString() @MaxLength(MEASUREMENT_LIMITS.note) note: string;
}
class CreativityDto {
  @IsIn(CREATIVITY_LEVELS) level: CreativityLevel;
  @IsString() @MinLength(5) @MaxLength(MEASUREMENT_LIMITS.title) title: string;
  @IsString() @MinLength(1) @MaxLength(MEASUREMENT_LIMITS.letter) letterNumber: string;
  @IsDay() letterDate: IsoDate;
}
export class ConfirmMeasurementDto {
  @IsArray() @ArrayMaxSize(MEASUREMENT_LIMITS.lines) @ValidateNested({ each: true }) @Type(() => ConfirmedLineDto) lines: ConfirmedLineDto[];
  @IsOptional() @ValidateNested() @Type(() => CreativityDto) creativity?: CreativityDto | null;
}
export class MeasurementQuery {
  @IsIn(MEASUREMENT_RHYTHMS) rhythm: MeasurementRhythm;
  @IsMonth() month: IsoMonth;
}

const _state: Exact<StateMeasurementDto, StateMeasurementRequest> = true;
const _confirm: Exact<ConfirmMeasurementDto, ConfirmMeasurementRequest> = true;
