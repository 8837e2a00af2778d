import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, ValidateIf, ValidateNested } from 'class-validator';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import {
  STAFFING_LIMITS, STAFFING_UPDATE_STATUSES, UPDATABLE_FIELDS,
  type ListStaffingPeopleQuery, type ListStaffingUpdatesQuery, type StaffingChange, type StaffingNoteRequest, type StaffingUpdateStatus, type SubmitStaffingUpdateRequest,
  type UpdatableField, type VerifyStaffingUpdateRequest,
} from '@ekinerja/contracts/staffing-records';
import { IsDay } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

const given = (_: unknown, value: unknown) => value !== null;

export class StaffingChangeDto {
  @IsIn(UPDATABLE_FIELDS) field: UpdatableField;
  @ValidateIf(given) @IsString() @MaxLength(STAFFING_LIMITS.value) value: string | null;
}
const _change: Exact<StaffingChangeDto, StaffingChange> = true;
void _change;

export class SubmitStaffingUpdateDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(UPDATABLE_FIELDS.length) @ValidateNested({ each: true }) @Type(() => StaffingChangeDto) changes: StaffingChangeDto[];
  @IsString() @Matches(/\S/) @MaxLength(STAFFING_LIMITS.documentNumber) documentNumber: string;
  @IsDay() documentDate: IsoDate;
  @IsString() @Matches(/\S/) @MaxLength(STAFFING_LIMITS.signatory) signatory: string;
  @IsUUID('loose') fileId: Uuid;
  @ValidateIf(given) @IsString() @MaxLength(STAFFING_LIMITS.note) note: string | null;
}
const _submit: Exact<SubmitStaffingUpdateDto, SubmitStaffingUpdateRequest> = true;
void _submit;

export class VerifyStaffingUpdateDto {
  @IsBoolean() accurate: boolean;
  @IsString() @Length(STAFFING_LIMITS.reason.min, STAFFING_LIMITS.reason.max) note: string;
}
const _verify: Exact<VerifyStaffingUpdateDto, VerifyStaffingUpdateRequest> = true;
void _verify;

export class StaffingNoteDto {
  @IsString() @Length(STAFFING_LIMITS.reason.min, STAFFING_LIMITS.reason.max) note: string;
}
const _note: Exact<StaffingNoteDto, StaffingNoteRequest> = true;
void _note;

export class ListStaffingPeopleDto extends PageQuery {
  @IsOptional() @IsIn(['unvalidated', 'validated']) state?: 'unvalidated' | 'validated';
  @IsOptional() @IsUUID('loose') skpdId?: Uuid;
  @IsOptional() @IsString() @MaxLength(100) q?: string;
}
const _people: Exact<ListStaffingPeopleDto, ListStaffingPeopleQuery> = true;
void _people;

export class ListStaffingUpdatesDto extends PageQuery {
  @IsOptional() @IsIn([...STAFFING_UPDATE_STATUSES, 'open']) status?: StaffingUpdateStatus | 'open';
}
const _updates: Exact<ListStaffingUpdatesDto, ListStaffingUpdatesQuery> = true;
void _updates;
