import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import {
  PAY_RUN_LIMITS, RUN_KINDS, WAIVER_KINDS, type BudgetCeilingInput, type HandOverRequest, type OpenPayRunRequest, type ReturnRequest, type RunKind, type SettleClaimRequest, type VoidRequest,
  type WaiveRequest, type WaiverKind,
} from '@ekinerja/contracts/pay-runs';
import { IsDay, IsMonth } from '../platform/http/dates.validator.js';
import { PageQuery } from '../platform/http/page.query.js';
import type { Exact } from '../platform/http/exact.js';

const HAND_OVER_STEPS = ['signed', 'handed-over'] as const satisfies readonly HandOverRequest['step'][];

export class OpenPayRunDto {
  @IsMonth() month: string;
  @IsOptional() @IsIn(RUN_KINDS) kind?: RunKind;
  @IsOptional() @Matches(/^[\w.-]{1,60}$/) code?: string;
}
export const _open: Exact<OpenPayRunDto, OpenPayRunRequest> = true;

export class PayMonthQuery {
  @IsMonth() month: string;
}

export class WaiveDto {
  @IsUUID() employmentId: string;
  @IsIn(WAIVER_KINDS) kind: WaiverKind;
  @IsString() @MinLength(PAY_RUN_LIMITS.reason.min) @MaxLength(PAY_RUN_LIMITS.reason.max) reason: string;
}
export const _waive: Exact<WaiveDto, WaiveRequest> = true;

export class PayHandOverDto {
  @IsIn(HAND_OVER_STEPS) step: 'signed' | 'handed-over';
  @IsDay() date: string;
}
export const _handOver: Exact<PayHandOverDto, HandOverRequest> = true;

export class VoidDto {
  @IsString() @MinLength(PAY_RUN_LIMITS.reason.min) @MaxLength(PAY_RUN_LIMITS.reason.max) reason: string;
}
export const _void: Exact<VoidDto, VoidRequest> = true;

export class ReturnDto {
  @IsString() @MinLength(PAY_RUN_LIMITS.reason.min) @MaxLength(PAY_RUN_LIMITS.reason.max) reason: string;
}
export const _return: Exact<ReturnDto, ReturnRequest> = true;

export class SettleClaimDto {
  @IsString() @MinLength(3) @MaxLength(120) receipt: string;
  @IsDay() date: string;
}
export const _settle: Exact<SettleClaimDto, SettleClaimRequest> = true;

export class CeilingDto {
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) amount: number;
  @IsString() @MinLength(3) @MaxLength(200) document: string;
}
export const _ceiling: Exact<CeilingDto, BudgetCeilingInput> = true;

export class CeilingParam {
  @IsUUID() skpdId: string;
  @Matches(/^20\d\d$/) year: string;
}

export class PayYearQuery {
  @Matches(/^20\d\d$/) year: string;
}

export class ClaimsQuery {
  @IsOptional() @IsIn(['open', 'settled']) state?: 'open' | 'settled';
}

export class CorrectionsQuery extends PageQuery {
  @IsOptional() @IsString() @MaxLength(100) search?: string;
}

export class EstimateQuery {
  @IsMonth() month: string;
}
