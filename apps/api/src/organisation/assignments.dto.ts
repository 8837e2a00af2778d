import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, ValidateIf, ValidateNested } from 'class-validator';
import {
  DECREE_LIMITS,
  type CorrectAssignmentRequest, type Decree, type EndRequest, type MoveAssignmentRequest, type OpenAssignmentRequest,
} from '@ekinerja/contracts/assignments';
import { ASSIGNMENT_KINDS, type AssignmentKind, type IsoDate, type Uuid } from '@ekinerja/contracts/basics';
import { IsDay } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

const OrNull = () => ValidateIf((_, value) => value !== null);
const CLASS = /^[0-9A-Za-z.]+$/;

export class ListAssignmentsQuery extends PageQuery {
  @IsOptional() @IsString() @MaxLength(100) q?: string;
  @IsOptional() @IsUUID() skpdId?: Uuid;
  @IsOptional() @IsIn(ASSIGNMENT_KINDS) kind?: AssignmentKind;
  @IsOptional() @IsDay() date?: IsoDate;
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  withoutDecree?: boolean;
}

export class DecreeDto {
  @IsString() @Length(1, DECREE_LIMITS.number) number: string;
  @IsDay() date: IsoDate;
  @OrNull() @IsUUID() fileId: Uuid | null;
}

export class OpenAssignmentDto {
  @IsUUID() employmentId: Uuid;
  @IsUUID() postId: Uuid;
  @IsIn(ASSIGNMENT_KINDS) kind: AssignmentKind;
  @IsDay() validFrom: IsoDate;
  @OrNull() @IsDay() validTo: IsoDate | null;
  @OrNull() @Matches(CLASS) @MaxLength(DECREE_LIMITS.class) classOverride: string | null;
  @IsDefined() @ValidateNested() @Type(() => DecreeDto) decree: DecreeDto;
  @IsString() @Length(DECREE_LIMITS.reasonFrom, DECREE_LIMITS.reason) reason: string;
}

export class MoveAssignmentDto {
  @IsUUID() employmentId: Uuid;
  @IsUUID() postId: Uuid;
  @IsDay() validFrom: IsoDate;
  @OrNull() @Matches(CLASS) @MaxLength(DECREE_LIMITS.class) classOverride: string | null;
  @IsDefined() @ValidateNested() @Type(() => DecreeDto) decree: DecreeDto;
  @IsString() @Length(DECREE_LIMITS.reasonFrom, DECREE_LIMITS.reason) reason: string;
}

export class CorrectAssignmentDto {
  @IsDay() validFrom: IsoDate;
  @OrNull() @IsDay() validTo: IsoDate | null;
  @OrNull() @Matches(CLASS) @MaxLength(DECREE_LIMITS.class) classOverride: string | null;
  @IsDefined() @ValidateNested() @Type(() => DecreeDto) decree: DecreeDto;
  @IsString() @Length(DECREE_LIMITS.reasonFrom, DECREE_LIMITS.reason) reason: string;
}

export class EndDto {
  @IsDay() lastDay: IsoDate;
  @IsString() @Length(DECREE_LIMITS.reasonFrom, DECREE_LIMITS.reason) reason: string;
}

export const _decree: Exact<DecreeDto, Decree> = true;
export const _open: Exact<OpenAssignmentDto, OpenAssignmentRequest> = true;
export const _move: Exact<MoveAssignmentDto, MoveAssignmentRequest> = true;
export const _correct: Exact<CorrectAssignmentDto, CorrectAssignmentRequest> = true;
export const _end: Exact<EndDto, EndRequest> = true;
