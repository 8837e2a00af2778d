import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { UNIT_KINDS, type IsoDate, type UnitKind } from '@ekinerja/contracts/basics';
import {
  CALENDAR_LIMITS, HOLIDAY_KINDS, WEEK_DAYS, type DraftCalendarRequest, type DutyHours, type HolidayKind, type WeekDay, type WeekPattern,
} from '@ekinerja/contracts/calendar';
import { IsDay, IsMonth } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const PATTERN = /^[a-z0-9][a-z0-9-]*$/;

export class CalendarQuery {
  @IsMonth() month: string;
}

export class CalendarRulesQuery {
  @IsOptional() @IsDay() date?: IsoDate;
}

class HolidayDto {
  @IsDay() date: IsoDate;
  @IsString() @Length(2, CALENDAR_LIMITS.name) name: string;
  @IsIn(HOLIDAY_KINDS) kind: HolidayKind;
}
class RamadanDto {
  @IsDay() from: IsoDate;
  @IsDay() to: IsoDate;
}
class UnitPatternDto {
  @IsIn(UNIT_KINDS) unitKind: UnitKind;
  @Matches(PATTERN) @MaxLength(CALENDAR_LIMITS.pattern) pattern: string;
}
class DutyHoursDto {
  @IsIn(WEEK_DAYS) day: WeekDay;
  @Matches(CLOCK) start: string;
  @Matches(CLOCK) end: string;
  @IsInt() @Min(0) @Max(240) breakMinutes: number;
}
class WeekPatternDto {
  @Matches(PATTERN) @MaxLength(CALENDAR_LIMITS.pattern) name: string;
  @IsArray() @ArrayMaxSize(7) @ValidateNested({ each: true }) @Type(() => DutyHoursDto) week: DutyHoursDto[];
  @IsArray() @ArrayMaxSize(7) @ValidateNested({ each: true }) @Type(() => DutyHoursDto) ramadan: DutyHoursDto[];
}

export class DraftCalendarDto {
  @IsString() @Length(CALENDAR_LIMITS.title.min, CALENDAR_LIMITS.title.max) title: string;
  @IsString() @Length(CALENDAR_LIMITS.decree.min, CALENDAR_LIMITS.decree.max) decree: string;
  @IsDay() from: IsoDate;
  @IsArray() @ArrayMaxSize(CALENDAR_LIMITS.changes) @ValidateNested({ each: true }) @Type(() => HolidayDto) holidays: HolidayDto[];
  @IsArray() @ArrayMaxSize(CALENDAR_LIMITS.changes) @IsDay({ each: true }) workdays: IsoDate[];
  @IsArray() @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => RamadanDto) ramadan: RamadanDto[];
  @IsArray() @ArrayMaxSize(UNIT_KINDS.length) @ValidateNested({ each: true }) @Type(() => UnitPatternDto) unitPatterns: UnitPatternDto[];
  @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => WeekPatternDto) patterns: WeekPatternDto[];
}

export const _hours: Exact<DutyHoursDto, DutyHours> = true;
export const _pattern: Exact<WeekPatternDto, WeekPattern> = true;
export const _draft: Exact<DraftCalendarDto, DraftCalendarRequest> = true;
