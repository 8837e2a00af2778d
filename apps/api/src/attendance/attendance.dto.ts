import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, Matches, ValidateNested } from 'class-validator';
import type { PresenceRowInput, PushPresenceRequest } from '@ekinerja/contracts/attendance';
import { PRESENCE_STATUSES, type PresenceStatus } from '@ekinerja/contracts/basics';
import { IsClockTime, IsDay, IsMonth } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';

/** Rows that fit the body limit of one request; a month may come in several. */
const ROWS_A_REQUEST = 20_000;

export class MonthQuery {
  @IsMonth() month: string;
}

export class PresenceRowInputDto {
  @Matches(/^\d{18}$/) nip: string;
  @IsDay() date: string;
  @IsOptional() @IsClockTime() checkIn: string | null;
  @IsOptional() @IsClockTime() checkOut: string | null;
  @IsIn(PRESENCE_STATUSES) status: PresenceStatus;
}
export const _row: Exact<PresenceRowInputDto, PresenceRowInput> = true;

export class PushPresenceDto {
  @IsMonth() month: string;
  @IsArray() @ArrayMaxSize(ROWS_A_REQUEST) @ValidateNested({ each: true }) @Type(() => PresenceRowInputDto) rows: PresenceRowInputDto[];
}
export const _push: Exact<PushPresenceDto, PushPresenceRequest> = true;
