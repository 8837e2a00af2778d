import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsOptional, Matches, ValidateNested } from 'class-validator';
import type { PresenceRowInput, PresenceWordsInput, PullPresenceRequest, PushPresenceRequest } from '@ekinerja/contracts/attendance';
import { PRESENCE_STATUSES, type PresenceStatus } from '@ekinerja/contracts/basics';
import { IsClockTime, IsDay, IsMonth } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { IsWords } from '../platform/http/words.validator.js';

/** Rows that fit the body limit of one request; a month may come in several. */
const ROWS_A_REQUEST = 20_000;

export class PresenceMonthQuery {
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

export class PullPresenceDto {
  @IsMonth() month: string;
}
export const _pull: Exact<PullPresenceDto, PullPresenceRequest> = true;

const COLUMNS = ['nip', 'date', 'checkIn', 'checkOut', 'status'];
export class PresenceWordsDto {
  @IsObject() @IsWords(COLUMNS) columns: PresenceWordsInput['columns'];
  @IsObject() @IsWords(PRESENCE_STATUSES) statuses: PresenceWordsInput['statuses'];
}
export const _words: Exact<PresenceWordsDto, PresenceWordsInput> = true;
