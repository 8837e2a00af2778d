import { IsIn, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import {
  BLOCKER_KINDS, PAY_RUN_LIMITS, type BlockerKind, type HandOverRequest, type OpenPayRunRequest, type WaiveRequest,
} from '@ekinerja/contracts/pay-runs';
import { IsDay, IsMonth } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';

const HAND_OVER_STEPS = ['signed', 'handed-over'] as const satisfies readonly HandOverRequest['step'][];

export class OpenPayRunDto {
  @IsMonth() month: string;
}
export const _open: Exact<OpenPayRunDto, OpenPayRunRequest> = true;

export class WaiveDto {
  @IsUUID() employmentId: string;
  @IsIn(BLOCKER_KINDS) kind: BlockerKind;
  @IsString() @MinLength(PAY_RUN_LIMITS.reason.min) @MaxLength(PAY_RUN_LIMITS.reason.max) reason: string;
}
export const _waive: Exact<WaiveDto, WaiveRequest> = true;

export class HandOverDto {
  @IsIn(HAND_OVER_STEPS) step: 'signed' | 'handed-over';
  @IsDay() date: string;
}
export const _handOver: Exact<HandOverDto, HandOverRequest> = true;

export class EstimateQuery {
  @IsMonth() month: string;
}
