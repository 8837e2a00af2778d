import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsIn, IsInt, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { DECREE_LIMITS, type Decree } from '@ekinerja/contracts/assignments';
import { EMPLOYEE_KINDS, type EmployeeKind, type IsoDate, type Uuid } from '@ekinerja/contracts/basics';
import { NEW_EMPLOYEE_LIMITS, SEXES, type CheckNipRequest, type NewEmployeeRequest, type Sex } from '@ekinerja/contracts/employees';
import { IsDay } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';

const OrNull = () => ValidateIf((_, value) => value !== null);

class LetterDto {
  @IsString() @Length(1, DECREE_LIMITS.number) number: string;
  @IsDay() date: IsoDate;
  @OrNull() @IsUUID() fileId: Uuid | null;
}

export class NewEmployeeDto {
  @IsString() @Matches(/\p{L}/u) @Length(2, NEW_EMPLOYEE_LIMITS.name) name: string;
  @OrNull() @IsString() @Length(1, NEW_EMPLOYEE_LIMITS.title) frontTitle: string | null;
  @OrNull() @IsString() @Length(1, NEW_EMPLOYEE_LIMITS.title) backTitle: string | null;
  @IsIn(EMPLOYEE_KINDS) kind: EmployeeKind;
  @OrNull() @IsString() @MaxLength(30) nip: string | null;
  @OrNull() @Matches(/^[A-Za-z0-9._-]+$/) @Length(2, NEW_EMPLOYEE_LIMITS.code) code: string | null;
  @OrNull() @IsDay() birthDate: IsoDate | null;
  @OrNull() @IsIn(SEXES) sex: Sex | null;
  @OrNull() @IsString() @Matches(/\S/) @MaxLength(NEW_EMPLOYEE_LIMITS.rank) rank: string | null;
  @OrNull() @IsInt() @Min(1) @Max(99) sharePercent: number | null;
  @IsDay() validFrom: IsoDate;
  @OrNull() @IsDay() validTo: IsoDate | null;
  @OrNull() @IsUUID() postId: Uuid | null;
  @IsDefined() @ValidateNested() @Type(() => LetterDto) decree: LetterDto;
  @IsBoolean() account: boolean;
  @IsString() @Length(DECREE_LIMITS.reasonFrom, DECREE_LIMITS.reason) reason: string;
}

export class CheckNipDto {
  @OrNull() @IsString() @MaxLength(30) nip: string | null;
  @IsIn(EMPLOYEE_KINDS) kind: EmployeeKind;
  @OrNull() @IsDay() birthDate: IsoDate | null;
  @OrNull() @IsIn(SEXES) sex: Sex | null;
  @OrNull() @IsDay() appointedOn: IsoDate | null;
}

export const _letter: Exact<LetterDto, Decree> = true;
export const _new: Exact<NewEmployeeDto, NewEmployeeRequest> = true;
export const _check: Exact<CheckNipDto, CheckNipRequest> = true;
