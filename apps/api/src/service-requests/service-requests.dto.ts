import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateIf, ValidateNested,
} from 'class-validator';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import {
  LATE_ENTRIES, REQUEST_CHOICES, REQUEST_LIMITS, REQUEST_OUTCOMES, REQUEST_STATUSES,
  type AmendRequest, type FileRequest, type LateEntry, type RequestChoiceKind, type RequestContent, type RequestOutcome, type RequestStatus, type RequestStepRequest, type WithdrawRequest,
} from '@ekinerja/contracts/service-requests';
import { IsDay, IsMonth } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

const { text, number, name, place, months } = REQUEST_LIMITS;
const CODE = /^[a-z0-9-]{1,60}$/;
const given = (_: unknown, value: unknown) => value !== null;

export class RequestContentDto {
  @ValidateIf(given) @IsDay() effectiveOn: IsoDate | null;
  @ValidateIf(given) @IsString() @MaxLength(number) decreeNumber: string | null;
  @ValidateIf(given) @IsDay() decreeDate: IsoDate | null;
  @ValidateIf(given) @IsString() @MaxLength(name) signatory: string | null;
  @ValidateIf(given) @IsUUID() postId: Uuid | null;
  @ValidateIf(given) @Matches(/^[A-Za-z0-9.-]{1,10}$/) class: string | null;
  @ValidateIf(given) @IsUUID() evaluatorId: Uuid | null;
  @ValidateIf(given) @IsUUID() adminId: Uuid | null;
  @ValidateIf(given) @IsIn(LATE_ENTRIES) reopens: LateEntry | null;
  @ValidateIf(given) @IsUUID() skpId: Uuid | null;
  @IsArray() @ArrayMaxSize(months) @IsMonth({ each: true }) months: IsoMonth[];
  @ValidateIf(given) @IsDay() from: IsoDate | null;
  @ValidateIf(given) @IsDay() to: IsoDate | null;
  @ValidateIf(given) @IsDay() until: IsoDate | null;
}
export class AmendRequestDto {
  @IsString() @MinLength(5) @MaxLength(text) reason: string;
  @IsObject() @ValidateNested() @Type(() => RequestContentDto) content: RequestContentDto;
}
export class FileRequestDto extends AmendRequestDto {
  @Matches(CODE) kind: string;
  @IsUUID() employmentId: Uuid;
}
export class WithdrawRequestDto {
  @IsString() @MinLength(3) @MaxLength(text) reason: string;
}
export class RequestStepDto {
  @IsIn(REQUEST_OUTCOMES) outcome: RequestOutcome;
  @IsString() @MinLength(3) @MaxLength(text) note: string;
  @ValidateIf(given) @IsString() @MaxLength(place) reference: string | null;
  @ValidateIf(given) @IsArray() @ArrayMaxSize(40) @Matches(CODE, { each: true }) complete: string[] | null;
}
export class RequestsQuery extends PageQuery {
  @IsOptional() @IsIn(REQUEST_STATUSES) status?: RequestStatus;
  @IsOptional() @Matches(CODE) kind?: string;
  @IsOptional() @Matches(CODE) step?: string;
  @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean() mine?: boolean;
  @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean() reported?: boolean;
  @IsOptional() @IsString() @MaxLength(100) q?: string;
}
export class AgendaWorkbookQuery {
  @IsOptional() @Matches(CODE) book?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(2000) @Max(2150) year?: number;
  @IsOptional() @IsString() @MaxLength(100) q?: string;
}
export class AgendaQuery extends PageQuery {
  @IsOptional() @Matches(CODE) book?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(2000) @Max(2150) year?: number;
  @IsOptional() @IsString() @MaxLength(100) q?: string;
}
export class ChoicesQuery {
  @IsIn(REQUEST_CHOICES) what: RequestChoiceKind;
  @IsString() @MinLength(2) @MaxLength(100) q: string;
  @IsOptional() @IsDay() on?: IsoDate;
}
export class AttachQuery {
  @Matches(CODE) code: string;
}

const _content: Exact<RequestContentDto, RequestContent> = true;
const _file: Exact<FileRequestDto, FileRequest> = true;
const _amend: Exact<AmendRequestDto, AmendRequest> = true;
const _withdraw: Exact<WithdrawRequestDto, WithdrawRequest> = true;
const _step: Exact<RequestStepDto, RequestStepRequest> = true;
