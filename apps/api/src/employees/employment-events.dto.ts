import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsIn, IsInt, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateIf, ValidateNested } from 'class-validator';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { EMPLOYMENT_EVENT_KINDS, EMPLOYMENT_EVENT_LIMITS, type EmploymentEventInput, type EmploymentEventKind, type CorrectEventRequest, type WithdrawEventRequest } from '@ekinerja/contracts/employment-events';
import { IsDay } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

const given = (_: unknown, value: unknown) => value !== null;

export class EmploymentEventDto {
  @IsIn(EMPLOYMENT_EVENT_KINDS) kind: EmploymentEventKind;
  @IsDay() effectiveOn: IsoDate;
  @ValidateIf(given) @IsDay() spmtOn: IsoDate | null;
  @IsString() @MinLength(1) @MaxLength(EMPLOYMENT_EVENT_LIMITS.decreeNumber) decreeNumber: string;
  @IsDay() decreeDate: IsoDate;
  @IsString() @MinLength(1) @MaxLength(EMPLOYMENT_EVENT_LIMITS.signatory) signatory: string;
  @ValidateIf(given) @IsUUID('loose') fileId: Uuid | null;
  @ValidateIf(given) @IsString() @MaxLength(EMPLOYMENT_EVENT_LIMITS.note) note: string | null;
  @ValidateIf(given) @IsUUID('loose') postId: Uuid | null;
  @ValidateIf(given) @IsString() @Matches(/\S/) @MaxLength(EMPLOYMENT_EVENT_LIMITS.rank) rank: string | null;
  @ValidateIf(given) @IsDay() until: IsoDate | null;
  @ValidateIf(given) @IsInt() @Min(1) @Max(99) sharePercent: number | null;
  @IsBoolean() releasesPost: boolean;
}
const _event: Exact<EmploymentEventDto, EmploymentEventInput> = true;
void _event;

export class WithdrawEventDto {
  @IsString() @Matches(/\S/) @MinLength(EMPLOYMENT_EVENT_LIMITS.reasonFrom) @MaxLength(EMPLOYMENT_EVENT_LIMITS.reason) reason: string;
}
const _withdraw: Exact<WithdrawEventDto, WithdrawEventRequest> = true;
void _withdraw;

export class CorrectEventDto extends WithdrawEventDto {
  @ValidateNested() @Type(() => EmploymentEventDto) @IsDefined() event: EmploymentEventDto;
}
const _correct: Exact<CorrectEventDto, CorrectEventRequest> = true;
void _correct;

export class EventParam {
  @IsUUID('loose') employmentId: string;
  @IsUUID('loose') eventId: string;
}

export class OpenPostsQuery {
  @IsDay() date: IsoDate;
  @IsString() @MinLength(2) @MaxLength(100) q: string;
}

export class ListEventsQuery extends PageQuery {}
