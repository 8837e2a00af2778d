import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength, ValidateIf, ValidateNested } from 'class-validator';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { LATE_ENTRIES, REQUEST_LIMITS, REQUEST_STATUSES, type FileRequest, type LateEntry, type RequestContent, type RequestStatus, type RequestStepRequest } from '@ekinerja/contracts/service-requests';
import { IsDay } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

const { text, number, name, place } = REQUEST_LIMITS;
const CODE = /^[a-z0-9-]{1,60}$/;
const given = (_: unknown, value: unknown) => value !== null;

export class RequestContentDto {
  @IsDay() effectiveOn: IsoDate;
  @IsString() @MaxLength(number) decreeNumber: string;
  @IsDay() decreeDate: IsoDate;
  @IsString() @MaxLength(name) signatory: string;
  @ValidateIf(given) @IsUUID() postId: Uuid | null;
  @ValidateIf(given) @Matches(/^[A-Za-z0-9.-]{1,10}$/) class: string | null;
  @ValidateIf(given) @IsUUID() evaluatorId: Uuid | null;
  @ValidateIf(given) @IsIn(LATE_ENTRIES) reopens: LateEntry | null;
  @ValidateIf(given) @IsDay() from: IsoDate | null;
  @ValidateIf(given) @IsDay() to: IsoDate | null;
  @ValidateIf(given) @IsDay() until: IsoDate | null;
}
export class FileRequestDto {
  @Matches(CODE) kind: string;
  @IsUUID() employmentId: Uuid;
  @IsString() @MinLength(5) @MaxLength(text) reason: string;
  @IsObject() @ValidateNested() @Type(() => RequestContentDto) content: RequestContentDto;
}
export class RequestStepDto {
  @IsIn(['forward', 'return', 'refuse']) outcome: 'forward' | 'return' | 'refuse';
  @IsString() @MinLength(3) @MaxLength(text) note: string;
  @ValidateIf(given) @IsString() @MaxLength(place) reference: string | null;
  @ValidateIf(given) @IsArray() @ArrayMaxSize(40) @Matches(CODE, { each: true }) complete: string[] | null;
}
export class RequestsQuery extends PageQuery {
  @IsOptional() @IsIn(REQUEST_STATUSES) status?: RequestStatus;
}
export class AttachQuery {
  @Matches(CODE) code: string;
}

const _content: Exact<RequestContentDto, RequestContent> = true;
const _file: Exact<FileRequestDto, FileRequest> = true;
const _step: Exact<RequestStepDto, RequestStepRequest> = true;
