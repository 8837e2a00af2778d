import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import {
  MEASUREMENT_LIMITS, MEASUREMENT_RHYTHMS, type ConfirmMeasurementRequest, type MeasurementRhythm, type StateMeasurementRequest,
} from '@ekinerja/contracts/measurements';
import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import { IsMonth } from '../platform/http/dates.validator.js';
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
export class ConfirmMeasurementDto {
  @IsArray() @ArrayMaxSize(MEASUREMENT_LIMITS.lines) @ValidateNested({ each: true }) @Type(() => ConfirmedLineDto) lines: ConfirmedLineDto[];
}
export class MeasurementQuery {
  @IsIn(MEASUREMENT_RHYTHMS) rhythm: MeasurementRhythm;
  @IsMonth() month: IsoMonth;
}

const _state: Exact<StateMeasurementDto, StateMeasurementRequest> = true;
const _confirm: Exact<ConfirmMeasurementDto, ConfirmMeasurementRequest> = true;
