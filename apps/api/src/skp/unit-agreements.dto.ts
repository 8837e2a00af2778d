import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import {
  CASCADE_LIMITS, type FinaliseAgreementRequest, type RecordAttainmentsRequest, type RedraftAgreementRequest, type SaveAgreementRequest, type StartAgreementRequest,
} from '@ekinerja/contracts/skp-cascade';
import { IsDay } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

export class AgreementTargetDto {
  @IsUUID() id: Uuid;
  @IsString() @MinLength(3) @MaxLength(CASCADE_LIMITS.objective) objective: string;
  @IsString() @MaxLength(CASCADE_LIMITS.indicator) indicator: string;
  @IsString() @MaxLength(CASCADE_LIMITS.target) target: string;
  @IsString() @MaxLength(CASCADE_LIMITS.unit) unit: string;
}
export class SaveAgreementDto {
  @IsArray() @ArrayMaxSize(CASCADE_LIMITS.targets) @ArrayUnique((target: AgreementTargetDto) => target?.id) @ValidateNested({ each: true }) @Type(() => AgreementTargetDto)
  targets: AgreementTargetDto[];
}
export class StartAgreementDto {
  @IsUUID() unitId: Uuid;
  @IsInt() @Min(2000) @Max(2199) year: number;
}
export class FinaliseAgreementDto {
  @IsString() @MinLength(1) @MaxLength(CASCADE_LIMITS.number) number: string;
  @IsDay() signedOn: IsoDate;
}
export class RedraftAgreementDto {
  @IsString() @MinLength(5) @MaxLength(CASCADE_LIMITS.reason) reason: string;
}
export class AgreementAttainmentDto {
  @IsUUID() targetId: Uuid;
  @IsString() @MaxLength(CASCADE_LIMITS.text) attainment: string;
  @IsString() @MaxLength(CASCADE_LIMITS.text) result: string;
  @IsString() @MaxLength(CASCADE_LIMITS.text) benefit: string;
}
export class RecordAttainmentsDto {
  @IsArray() @ArrayMaxSize(CASCADE_LIMITS.targets) @ArrayUnique((item: AgreementAttainmentDto) => item?.targetId) @ValidateNested({ each: true }) @Type(() => AgreementAttainmentDto)
  items: AgreementAttainmentDto[];
}
export class AgreementsQuery extends PageQuery {
  @Type(() => Number) @IsInt() @Min(2000) @Max(2199) year: number;
  @IsOptional() @IsUUID() skpdId?: Uuid;
}

const _save: Exact<SaveAgreementDto, SaveAgreementRequest> = true;
const _start: Exact<StartAgreementDto, StartAgreementRequest> = true;
const _finalise: Exact<FinaliseAgreementDto, FinaliseAgreementRequest> = true;
const _redraft: Exact<RedraftAgreementDto, RedraftAgreementRequest> = true;
const _attain: Exact<RecordAttainmentsDto, RecordAttainmentsRequest> = true;
