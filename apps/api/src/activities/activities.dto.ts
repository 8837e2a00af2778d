import {
  ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUrl, IsUUID, Length, MaxLength, MinLength, ValidateIf,
} from 'class-validator';
import {
  ACTIVITY_LIMITS, type AcceptActivitiesRequest, type RefuseActivityRequest, type SaveActivityRequest,
} from '@ekinerja/contracts/activities';
import type { ClockTime, DecimalString, IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { RESULT_TASKS, type ResultTask } from '@ekinerja/contracts/skp';
import { IsClockTime, IsDay, IsDecimal2, IsMonth } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';
import { IsAtMost } from './is-at-most.validator.js';

const { description, outputUnit, link, reason, bulk, quantity } = ACTIVITY_LIMITS;

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
  @IsBoolean() submit: boolean;
}

export class RefuseActivityDto {
  @IsString() @MinLength(reason.min) @MaxLength(reason.max) reason: string;
}

export class AcceptActivitiesDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(bulk) @ArrayUnique() @IsUUID('all', { each: true }) ids: Uuid[];
}

export class MonthQuery {
  @IsMonth() month: IsoMonth;
}

export class WaitingQuery extends PageQuery {
  @IsOptional() @IsUUID() employmentId?: Uuid;
}

export class GapsQuery extends PageQuery {
  @IsMonth() month: IsoMonth;
  @IsOptional() @IsUUID() skpdId?: Uuid;
}

const _save: Exact<SaveActivityDto, SaveActivityRequest> = true;
const _refuse: Exact<RefuseActivityDto, RefuseActivityRequest> = true;
const _accept: Exact<AcceptActivitiesDto, AcceptActivitiesRequest> = true;
