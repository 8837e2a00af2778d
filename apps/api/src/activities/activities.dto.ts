import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUrl,
  IsUUID, Length, Max, MaxLength, Min, MinLength, ValidateIf, ValidateNested,
} from 'class-validator';
import {
  ACTIVITY_LIMITS, type AcceptActivitiesRequest, type ActivityIdsRequest, type CorrectActivityRequest, type FavouriteContent, type ReopenDaysRequest, type RefuseActivityRequest,
  type SaveActivityRequest, type SaveUnitActivityRequest,
} from '@ekinerja/contracts/activities';
import type { SendActivitiesRequest, SentActivity } from '@ekinerja/contracts/sent-activities';
import type { ClockTime, DecimalString, IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { RESULT_TASKS, type ResultTask } from '@ekinerja/contracts/skp';
import { IsClockTime, IsDay, IsDecimal2, IsMonth } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';
import { IsAtMost } from './is-at-most.validator.js';

const { description, outputUnit, link, reason, bulk, sent, quantity, minutes } = ACTIVITY_LIMITS;

export class SaveActivityDto {
  @IsDay() date: IsoDate;
  @IsClockTime() startTime: ClockTime;
  @IsClockTime() endTime: ClockTime;
  @IsString() @MinLength(description.min) @MaxLength(description.max) description: string;
  @IsDecimal2() @IsAtMost(quantity.max) outputQuantity: DecimalString;
  @IsString() @Length(1, outputUnit) outputUnit: string;
  @IsUUID() skpResultId: Uuid;
  @IsIn(RESULT_TASKS) task: ResultTask;
  @ValidateIf((_, value) => value !== null)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(link)
  evidenceLink: string | null;
  @IsOptional() @IsUUID() monthPlanId?: Uuid | null;
  @IsOptional() @IsUUID() catalogueItemId?: Uuid | null;
  @IsBoolean() submit: boolean;
}

/** One row of many: checked by itself, so that a bad one does not refuse the others. */
export class SentActivityDto extends SaveActivityDto {
  @IsUUID() id: Uuid;
  @ValidateIf((_, value) => value !== null) @IsInt() @Min(1) version: number | null;
}

export class SendActivitiesDto {
  @IsUUID() accountId: Uuid;
  @IsBoolean() together: boolean;
  @IsBoolean() check: boolean;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(sent) @IsObject({ each: true }) entries: SentActivity[];
}

export class SaveUnitActivityDto extends SaveActivityDto {
  @IsString() @MinLength(reason.min) @MaxLength(reason.max) reason: string;
}

export class FavouriteDto {
  @IsString() @MinLength(description.min) @MaxLength(description.max) description: string;
  @IsDecimal2() @IsAtMost(quantity.max) outputQuantity: DecimalString;
  @IsString() @Length(1, outputUnit) outputUnit: string;
  @IsUUID() skpResultId: Uuid;
  @IsIn(RESULT_TASKS) task: ResultTask;
  @IsInt() @Min(minutes.min) @Max(minutes.max) minutes: number;
}

export class RefuseActivityDto {
  @IsString() @MinLength(reason.min) @MaxLength(reason.max) reason: string;
}

/** KS 17(c). */
export class CorrectActivityDto {
  @IsClockTime() startTime: ClockTime;
  @IsClockTime() endTime: ClockTime;
  @IsString() @MinLength(description.min) @MaxLength(description.max) description: string;
  @IsDecimal2() @IsAtMost(quantity.max) outputQuantity: DecimalString;
  @IsString() @Length(1, outputUnit) outputUnit: string;
  @IsUUID() skpResultId: Uuid;
  @IsIn(RESULT_TASKS) task: ResultTask;
  @IsString() @MinLength(reason.min) @MaxLength(reason.max) reason: string;
}

export class ReopenDaysDto {
  @IsUUID() employmentId: Uuid;
  @IsDay() from: IsoDate;
  @IsDay() to: IsoDate;
  @IsDay() until: IsoDate;
  @IsString() @MinLength(reason.min) @MaxLength(reason.max) reason: string;
}

export class UnitDaysQuery {
  @IsMonth() month: IsoMonth;
  @IsUUID() skpdId: Uuid;
}

export class UnitDayQuery extends PageQuery {
  @IsDay() date: IsoDate;
  @IsUUID() skpdId: Uuid;
}

export class SeenActivityDto {
  @IsUUID() id: Uuid;
  @IsInt() @Min(1) version: number;
}

export class AcceptActivitiesDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(bulk) @ArrayUnique((entry: SeenActivityDto) => entry?.id) @ValidateNested({ each: true }) @Type(() => SeenActivityDto)
  entries: SeenActivityDto[];
}

export class ActivityIdsDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(bulk) @ArrayUnique() @IsUUID('all', { each: true }) ids: Uuid[];
}

export class ActivityMonthQuery {
  @IsMonth() month: IsoMonth;
}

export class WaitingQuery extends PageQuery {
  @IsOptional() @IsUUID() employmentId?: Uuid;
  /** Without opening what it answers (KS 23(7)). */
  @IsOptional() @IsIn(['true', 'false']) quiet?: 'true' | 'false';
}

export class ReopeningsQuery extends PageQuery {
  @IsOptional() @IsUUID() employmentId?: Uuid;
  @IsOptional() @IsUUID() skpdId?: Uuid;
}

export class GapsQuery extends PageQuery {
  @IsMonth() month: IsoMonth;
  @IsOptional() @IsUUID() skpdId?: Uuid;
}

const _save: Exact<SaveActivityDto, SaveActivityRequest> = true;
const _sent: Exact<SentActivityDto, SentActivity> = true;
const _send: Exact<SendActivitiesDto, SendActivitiesRequest> = true;
const _unit: Exact<SaveUnitActivityDto, SaveUnitActivityRequest> = true;
const _favourite: Exact<FavouriteDto, FavouriteContent> = true;
const _refuse: Exact<RefuseActivityDto, RefuseActivityRequest> = true;
const _accept: Exact<AcceptActivitiesDto, AcceptActivitiesRequest> = true;
const _ids: Exact<ActivityIdsDto, ActivityIdsRequest> = true;
const _correct: Exact<CorrectActivityDto, CorrectActivityRequest> = true;
const _reopen: Exact<ReopenDaysDto, ReopenDaysRequest> = true;
