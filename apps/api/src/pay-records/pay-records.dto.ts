import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import {
  PAY_RECORD_KINDS, PAY_RECORD_LIMITS, PAY_RECORD_STATUSES, type BankAccountInput, type PayRecordDecision, type PayRecordEnd, type PayRecordInput,
  type PayRecordKind, type PayRecordStatus, type SalaryFact,
} from '@ekinerja/contracts/pay-records';
import { IsClockTime, IsDay, IsMonth } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

const { text, reason } = PAY_RECORD_LIMITS;
const MOST = Number.MAX_SAFE_INTEGER;

export class ListRecordsQuery extends PageQuery {
  @IsOptional() @IsIn(PAY_RECORD_KINDS) kind?: PayRecordKind;
  @IsOptional() @IsIn(PAY_RECORD_STATUSES) status?: PayRecordStatus;
  @IsOptional() @IsMonth() month?: string;
  @IsOptional() @IsString() @MaxLength(100) search?: string;
}

export class RecordPaperQuery {
  @IsUUID() record: string;
}

export class PayRecordDto {
  @IsIn(PAY_RECORD_KINDS) kind: PayRecordKind;
  @IsOptional() @IsUUID() employmentId: string | null;
  @IsOptional() @IsUUID() unitId: string | null;
  @IsDay() from: string;
  @IsOptional() @IsDay() to: string | null;
  @IsOptional() @IsString() @MaxLength(text) code: string | null;
  @IsOptional() @IsInt() @Min(0) @Max(MOST) amount: number | null;
  @IsOptional() @Matches(/^\d{1,9}(\.\d{1,4})?$/) value: string | null;
  @IsOptional() @IsClockTime() checkIn: string | null;
  @IsOptional() @IsClockTime() checkOut: string | null;
  @IsOptional() @IsInt() @Min(0) @Max(720) breakMinutes: number | null;
  @IsOptional() @IsInt() @Min(1) @Max(20) child: number | null;
  @IsOptional() @IsString() @MaxLength(text) cause: string | null;
  @IsOptional() @IsString() @MaxLength(20) class: string | null;
  @IsOptional() @IsString() @MaxLength(text) documentNumber: string | null;
  @IsOptional() @IsDay() documentDate: string | null;
  @IsString() @MinLength(reason.min) @MaxLength(reason.max) reason: string;
}
export const _record: Exact<PayRecordDto, PayRecordInput> = true;

export class RecordDecisionDto {
  @IsIn(['agree', 'refuse']) decision: 'agree' | 'refuse';
  @IsOptional() @IsString() @MinLength(reason.min) @MaxLength(reason.max) reason: string | null;
}
export const _decision: Exact<RecordDecisionDto, PayRecordDecision> = true;

export class RecordEndDto {
  @IsOptional() @IsDay() to: string | null;
  @IsString() @MinLength(reason.min) @MaxLength(reason.max) reason: string;
}
export const _end: Exact<RecordEndDto, PayRecordEnd> = true;

export class ListSalariesQuery extends PageQuery {
  @IsMonth() month: string;
  @IsOptional() @IsString() @MaxLength(100) search?: string;
}

export class SalaryParam {
  @IsUUID() employmentId: string;
  @IsMonth() month: string;
}

export class SalaryDto {
  @IsInt() @Min(0) @Max(MOST) gross: number;
  @IsOptional() @IsInt() @Min(0) @Max(MOST) basic: number | null;
  @Matches(/^(TK|K)\/[0-3]$/) ptkp: string;
  @IsInt() @Min(0) @Max(MOST) taxWithheld: number;
  @IsOptional() @IsInt() @Min(0) @Max(MOST) insuranceBase: number | null;
  @IsOptional() @IsInt() @Min(0) @Max(MOST) insuranceEmployee: number | null;
  @IsOptional() @IsInt() @Min(0) @Max(MOST) insuranceEmployer: number | null;
  @IsOptional() @IsInt() @Min(0) @Max(MOST) pension: number | null;
}
export const _salary: Exact<SalaryDto, SalaryFact> = true;

export class ListAccountsQuery extends PageQuery {
  @IsOptional() @IsIn(['waiting', 'in-force', 'refused', 'replaced']) status?: 'waiting' | 'in-force' | 'refused' | 'replaced';
  @IsOptional() @IsString() @MaxLength(100) search?: string;
}

export class BankAccountDto {
  @IsUUID() employmentId: string;
  @IsString() @MinLength(2) @MaxLength(80) bank: string;
  @Matches(/^\d{5,30}$/) number: string;
  @IsString() @MinLength(2) @MaxLength(120) holder: string;
  @IsDay() from: string;
  @IsString() @MinLength(reason.min) @MaxLength(reason.max) reason: string;
}
export const _account: Exact<BankAccountDto, BankAccountInput> = true;
